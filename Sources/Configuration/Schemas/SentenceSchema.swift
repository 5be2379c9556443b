import Diagnostics
public import Facts
import Files
import Funding
import YAML

/// The schema of `departments/national/formules.yaml`: one entry for each code of `Funding`, so that
/// no sentence is missing and none is left over.
public enum SentenceSchema {
  static let path = "departments/national/formules.yaml"

  static let file = Schema(
    "les phrases du calcul",
    [
      keyed("lignes", LineCode.allCases.map(\.name), .text, "Le nom de chaque ligne"),
      keyed("noms", nounKeys, .list(.text), "Le singulier et le pluriel"),
      keyed(
        "formules", FormulaCode.allCases.map(\.name), .record(Formula.schema), "Les formules"),
      keyed("gravites", Severity.allCases.map(\.name), .text, "Les gravités"),
      keyed(
        "constats", FindingCode.allCases.map(\.name), .record(Finding.schema), "Les constats"),
      keyed(
        "hypotheses", InputField.allCases.map(\.name), .text, "Les hypothèses", .optional),
      keyed("erreurs", InputError.Kind.allCases.map(\.name), .text, "Les erreurs"),
      keyed("champs", InputField.allCases.map(\.name), .text, "Les champs"),
      Field(
        "mentions", .list(.text), .required, label: "Mentions",
        help: "Ce qu'aucun calcul ne sait."),
    ])

  /// Records with one key for each code, in the order of the codes; see `Record.fact(_:of:)`.
  public static let lines = file.path("lignes")
  public static let formulas = file.path("formules")
  public static let severities = file.path("gravites")
  public static let findings = file.path("constats")
  public static let assumptions = file.path("hypotheses")
  public static let errors = file.path("erreurs")
  public static let inputs = file.path("champs")

  /// The singular and the plural of each noun, by its key.
  public static let nouns = file.path("noms")
  public static let mentions = file.path("mentions")

  private static let nounKeys: [String] = {
    var nouns: [String] = []
    for noun in Operand.Kind.allCases.compactMap(\.noun) where !nouns.contains(noun) {
      nouns.append(noun)
    }
    return nouns
  }()

  public enum Formula {
    static let schema = Schema("une formule", [sentence, documentField, sectionField])

    public static let phrase = schema.path("phrase")
    public static let document = schema.path("document")
    public static let section = schema.path("section")
  }

  public enum Finding {
    static let schema = Schema(
      "un constat",
      [
        Field(
          "gravite", .choice(Severity.allCases.map(\.name)), .required, label: "Gravité"),
        sentence,
        Field("remede", .text, .required, label: "Ce que le porteur peut faire"),
        Field("regle", .text, label: "Le chemin de la règle"),
        documentField, sectionField,
      ])

    public static let severity = schema.path("gravite")
    public static let phrase = schema.path("phrase")
    public static let remedy = schema.path("remede")
    public static let rule = schema.path("regle")
    public static let document = schema.path("document")
    public static let section = schema.path("section")
  }

  private static let sentence = Field("phrase", .text, .required, label: "Phrase")
  private static let documentField = Field("document", .text, label: "Document")
  private static let sectionField = Field("section", .text, label: "Section")

  private static func keyed(
    _ key: String, _ keys: [String], _ type: FactType, _ label: String,
    _ presence: Field.Presence = .required
  ) -> Field {
    let fields = keys.map { Field($0, type, presence, label: $0) }
    return Field(key, .record(Schema(label.lowercased(), fields)), .required, label: label)
  }
}

extension Record {
  /// What stands for a code, in a record of `SentenceSchema` that has one key for each.
  public func fact<Code: CaseIterable & Equatable>(_ path: FactPath, of code: Code) -> Fact? {
    guard let record = record(path), let rank = Array(Code.allCases).firstIndex(of: code) else {
      return nil
    }
    return record[rank]
  }

  /// The text that stands for a code.
  public func text<Code: CaseIterable & Equatable>(_ path: FactPath, of code: Code) -> String? {
    fact(path, of: code)?.value.text
  }
}

extension ConfigurationReader {
  /// The sentences of the calculation; nil when the project has none.
  mutating func readSentences() -> Record? {
    guard let source = tree[SentenceSchema.path] else { return nil }
    let document = YAMLReader.read(source, into: &diagnostics)
    guard let root = document.root else { return nil }
    var reader = FactReader(document)
    defer { diagnostics.add(contentsOf: reader.diagnostics) }
    return reader.record(root, SentenceSchema.file, path: "")
  }
}
