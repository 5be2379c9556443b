import Diagnostics
import Facts
import Templates
import TestSupport
import Testing

/// Whatever is read, nothing crashes; whatever is checked can be rendered.
@Suite struct FuzzTests {
  @Test(arguments: 0..<20) func randomBytes(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
        random.chance(3)
          ? random.pick(Array("{}%#|\"=: \n<>".utf8))
          : UInt8.random(
            in: 0...255, using: &random)
      }
      exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<20) func randomTokens(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1000)
    let tokens = [
      "{{", "}}", "{%", "%}", "{#", "#}", " si ", " sinon ", " fin ", " pour ", " dans ", " brut ",
      " inclure ", "\"a\"", "\"", "«", "”", "'", " est ", " publie ", " et ", " ou ", " non ", "(",
      ")", "=", "|", ":", ",", "annee", "ps.plafond", "roles", "r", "é", "\u{A0}", "\n", "\n\n",
      "texte", "<a href=\"", "<script>", "</script>", ">", "<!--", "-->", "{#id}", "date", ".",
    ]
    for _ in 0..<50 {
      let count = Int.random(in: 0..<60, using: &random)
      exercise((0..<count).map { _ in random.pick(tokens) }.joined())
    }
  }

  @Test(arguments: 0..<40) func mutationsOfValidTemplates(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 2000)
    for _ in 0..<15 {
      var writer = TemplateWriter(random: random)
      let text = writer.write(depth: 4)
      random = writer.random
      exercise(text)
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(random.pick(Array("{}%#|\"=: \n".utf8)), at: index)
        default: bytes[index] = UInt8.random(in: 0...127, using: &random)
        }
      }
      exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The writer of valid templates makes enough that are accepted for the property to mean much.
  @Test func mostWrittenTemplatesAreValid() {
    var random = SeededGenerator(seed: 7)
    var valid = 0
    for _ in 0..<200 {
      var writer = TemplateWriter(random: random)
      if problems(in: writer.write(depth: 3), including: ["a": "A"]).isEmpty { valid += 1 }
      random = writer.random
    }
    #expect(valid > 150)
  }

  @Test(arguments: [
    "{% si demonstration %}", "{{", "{%", "{#", "{% si (", "{% brut %}", "((((", "<",
  ])
  func deepNesting(_ piece: String) {
    exercise(String(repeating: piece, count: 1_000))
    exercise("{% si " + String(repeating: "non (", count: 1_000) + " %}")
    exercise("{% si " + String(repeating: "non ", count: 1_000) + "demonstration %}{% fin %}")
    exercise("{{ " + String(repeating: "a.", count: 1_000) + "a }}")
  }

  /// Reads a text in each format; what the checker accepts is rendered with full and poor facts.
  private func exercise(_ text: String) {
    for format in OutputFormat.allCases {
      var diagnostics = DiagnosticList()
      guard
        let template = Template.parse(
          SourceText(path: "f.md", text: text), format: format, diagnostics: &diagnostics)
      else {
        #expect(diagnostics.hasErrors)
        continue
      }
      let included = Template.parse(
        SourceText(path: "a.md", text: "A {{ annee }}"), format: format, diagnostics: &diagnostics)
      let library = TemplateLibrary(["f": template, "a": included].compactMapValues(\.self))
      let checker = TemplateChecker(schema: Samples.schema)
      let checked = TemplateLibrary(
        library.names.reduce(into: [:]) { templates, name in
          templates[name] = library[name].map {
            checker.check($0, library: library, diagnostics: &diagnostics)
          }
        })
      library.checkCycles(from: ["f"], diagnostics: &diagnostics)
      guard !diagnostics.hasErrors, let template = checked["f"] else { continue }
      for record in [Samples.record, Samples.poorRecord] {
        let rendered = TemplateRenderer(library: checked).render(template, with: record)
        let offsets = 0..<min(50, rendered.text.utf8.count)
        #expect(offsets.allSatisfy { rendered.map.origin(ofUTF8: $0) != nil })
      }
    }
  }
}

extension Samples {
  /// Only the required facts, those that may be pending being so.
  static let poorRecord: Record = poor(schema, like: record)

  private static func poor(_ schema: Schema, like record: Record) -> Record {
    var result = Record(schema)
    for field in schema.fields where field.isRequired {
      guard let fact = record[field.key] else { continue }
      if field.mayBePending {
        result[field.key] = Fact(.pending(.toBeConfirmed(fact.value)))
      } else {
        result[field.key] = Fact(poor(fact.value, field.type))
      }
    }
    return result
  }

  private static func poor(_ value: Value, _ type: FactType) -> Value {
    switch (value, type) {
    case (.record(let inner), .record(let schema)): .record(poor(schema, like: inner))
    case (.list(let items), .list(let item)): .list(items.map { Fact(poor($0.value, item)) })
    default: value
    }
  }
}

/// Writes templates that are right for the most part.
struct TemplateWriter {
  var random: SeededGenerator
  private var variables: [String] = []

  init(random: SeededGenerator) { self.random = random }

  mutating func write(depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in part(depth: depth) }.joined()
  }

  private mutating func part(depth: Int) -> String {
    let end = random.chance(2) ? "\n" : ""
    switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
    case 0: return random.pick(["Un texte. ", "- é\n", "| a |", "## Titre\n", "`x` "])
    case 1, 2: return insertion()
    case 3:
      return random.pick(["{# c #}", "{% brut %}{{ x }}{% fin %}", "{% inclure \"a\" %}"]) + end
    case 4:
      let path = random.pick([
        "ps.plafond", "ruralite", "arrondi", "plateforme.fermeture", "ouverture",
      ])
      return "{% si \(path) est publie\(junction()) %}\(end){{ \(path) }}\(write(depth: depth - 1))"
        + "{% sinon %}\(end)\(write(depth: depth - 1)){% fin %}\(end)"
    case 5:
      return "{% si \(condition()) ou \(condition()) %}\(write(depth: depth - 1)){% fin %}\(end)"
    default:
      let variable = "v\(variables.count)"
      variables.append(variable)
      let body = write(depth: depth - 1)
      variables.removeLast()
      return "{% pour \(variable) dans roles %}\(end){{ \(variable) }}\(body){% fin %}\(end)"
    }
  }

  private mutating func insertion() -> String {
    let filtered = [
      "departement.nom | de", "annee | debut", "cloture | jour", "regles.taux | pourcentage",
      "regles.minimum | pluriel: \"mot\"", "roles | liste", "page | majuscule", "cloture",
      "chiffres | liste: \"libelle\"", "departement.code", "page",
    ]
    return "{{ " + random.pick(filtered + variables) + " }}"
  }

  private mutating func junction() -> String {
    random.chance(2) ? " et " + condition() : ""
  }

  private mutating func condition() -> String {
    let conditions = [
      "demonstration", "non demonstration", "famille = \"a\"", "ps est absent", "roles est vide",
      "(annee = \"2025-2026\")", "non (contacts est publie et demonstration)",
      "cloture est a_paraitre",
    ]
    return random.pick(conditions)
  }
}
