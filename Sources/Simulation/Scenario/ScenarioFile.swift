public import Configuration
public import Diagnostics
public import Facts
import Files
public import Funding
import YAML

/// What a user writes for the calculation of a funding, in YAML or in JSON.
///
/// **Shape**: `collectifs`, `projet`, `complements`, `autres_financements`; see the guide.
public struct ScenarioFile: Sendable {
  public let source: SourceText
  public let scenario: Scenario
  /// Who pays each free line (`autres_financements`), in their order.
  public let payers: [String]
  /// The tree, where the place of each value is found when there is something to say about it.
  let root: YAMLNode
}

extension ScenarioFile {
  /// The largest scenario: ten thousand collectifs with everything said about each.
  public static let sizeLimit = 16 << 20

  /// The largest text in braces that is read as YAML, in bytes.
  private static let typedLimit = 1 << 16

  /// How many values a scenario may hold.
  private static let maximumValues = 1_000_000

  /// How many faults of one scenario are said.
  static let maximumFaults = 100

  /// - Parameter path: `-` for standard input.
  ///
  /// **Errors**: `fichier-illisible`, `fichier-trop-gros`, `fichier-non-utf8`, `caractere-invisible`;
  /// nil after any.
  public static func source(
    _ path: String, into diagnostics: inout DiagnosticList
  ) -> SourceText? {
    func add(_ code: FileCode, _ message: String, _ expected: String?) {
      diagnostics.add(
        Diagnostic(code, message, at: Place(file: path, line: 1, column: 1), expected: expected))
    }
    switch FileSystem.stream(path == "-" ? nil : path, limit: sizeLimit) {
    case .failure(let failure) where failure.isTooBig:
      add(
        .fileTooBig, "Le scénario est trop gros : il n'est pas lu.",
        "un fichier de \(sizeLimit >> 20) Mio au plus")
    case .failure(let failure):
      add(.unreadableFile, "Le scénario ne peut pas être lu : \(failure.reason).", nil)
    case .success(let bytes):
      switch Decoding.text(bytes) {
      case .success(let text): return SourceText(path: path, text: text)
      case .failure(let fault): diagnostics.add(fault.diagnostic(of: path))
      }
    }
    return nil
  }

  /// Reads a scenario, and checks that it can be computed.
  ///
  /// **Errors**: the codes of YAML, of keys and of `ScenarioCode`, all in one run; nil after any.
  ///
  /// - Parameter sentences: how an error is said (`departments/national/formules.yaml`).
  public static func read(
    _ source: SourceText, for facts: NoteFacts, sentences: Record,
    into diagnostics: inout DiagnosticList
  ) -> ScenarioFile? {
    var found = DiagnosticList()
    defer { diagnostics.add(contentsOf: found.first(maximumFaults, file: source.path)) }
    let document = document(source, into: &found)
    guard let root = document.root else { return nil }
    let funders = facts.record.records(NoteSchema.funders).map {
      $0.text(NoteSchema.Funder.code) ?? ""
    }
    let dialect = ScenarioDialect(schema: ScenarioSchema(funders: funders))
    let schema = dialect.schema
    var reader = FactReader(document, dialect: dialect)
    let maker = ScenarioMaker(schema)
    reader.takeItem = maker.take
    let project = reader.record(root, schema.root) ?? Record(schema.root)
    maker.finish(with: project)
    found.add(contentsOf: reader.diagnostics)
    let file = ScenarioFile(
      source: source, scenario: maker.scenario, payers: maker.payers, root: root)
    let messages = InputErrorMessages(file: file, dialect: dialect, sentences: sentences)
    let errors = FundingPlan.errors(
      in: file.scenario, rules: facts.record.rules, bareme: facts.record.bareme,
      funders: facts.record.funders)
    for error in errors.prefix(maximumFaults + 1) {
      // A list of collectifs that was refused is not empty as well.
      let isWithoutCollectif = error.field == .collectifs && error.kind == .missing
      if isWithoutCollectif, project[InputField.collectifs.name] == nil { continue }
      found.add(messages.diagnostic(error))
    }
    return found.hasErrors ? nil : file
  }

  /// The tree of a text in JSON or in YAML, as its name says or, for want of one, its first signs:
  /// `{"collectifs": …` is JSON, `{collectifs: …` is YAML.
  private static func document(
    _ source: SourceText, into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    let start = source.text.utf8.lazy.filter { $0 > 0x20 }.prefix(2)
    let isNamedYAML = source.path.hasSuffix(".yaml") || source.path.hasSuffix(".yml")
    let isJSON =
      source.path.hasSuffix(".json") || !isNamedYAML && start.elementsEqual("{\"".utf8)
    // A list is no scenario: of a megabyte of brackets, JSON reads no more than is told.
    guard isJSON || start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") else {
      return yaml(source, into: &diagnostics)
    }
    var json = JSONNodeReader(source, subject: "scénario", limit: maximumValues)
    do throws(JSONNodeReader.Fault) {
      let root = try json.read()
      for problem in json.problems { diagnostics.add(problem) }
      return YAMLDocument(source: source, root: root)
    } catch {
      // YAML in braces is typed by hand; a program writes JSON, in sizes that YAML is slow to read.
      guard !isJSON, error.bound == nil, source.text.utf8.count <= typedLimit else {
        diagnostics.add(error.diagnostic)
        return YAMLDocument(source: source)
      }
      return yaml(source, into: &diagnostics)
    }
  }

  private static func yaml(
    _ source: SourceText, into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    YAMLReader.read(
      source, limit: maximumValues, isKey: ScenarioSchema.words.contains, into: &diagnostics)
  }
}

extension JSONNodeReader.Fault {
  fileprivate var diagnostic: Diagnostic {
    bound.map { Diagnostic($0, message, at: place, expected: expected) }
      ?? Diagnostic(ScenarioCode.invalidJSON, message, at: place, expected: expected)
  }
}

extension DiagnosticList {
  /// The first problems in the order of the file; when there are more, the last one says so.
  fileprivate func first(_ count: Int, file: String) -> DiagnosticList {
    let all = sorted
    guard all.count > count else { return self }
    var list = DiagnosticList()
    for diagnostic in all.prefix(count) { list.add(diagnostic) }
    list.add(
      Diagnostic(
        ScenarioCode.tooManyFaults,
        "Le scénario a d'autres erreurs que les \(FrenchText.grouped(count)) premières.",
        at: Place(file: file, line: all[count].place?.line ?? 1),
        expected: "corrigez d'abord celles qui précèdent"))
    return list
  }
}
