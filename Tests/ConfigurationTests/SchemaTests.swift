import CustomDump
import Configuration
import Facts
import Testing

@Suite struct SchemaTests {
  @Test func everyKeyHasALabelAndHelpInOneSentence() {
    for (path, field) in fields(NoteSchema.written) {
      #expect(!field.label.isEmpty && field.label.first?.isUppercase == true, "\(path)")
      #expect(field.help.hasSuffix("."), "\(path)")
      #expect(field.key.unicodeScalars.allSatisfy { $0.isASCII }, "\(path)")
    }
  }

  @Test func templatesSeeComputedValuesAndNoChangeOfThePlan() {
    let visible = NoteSchema.visible
    for key in ["annee", "annee_precedente", "annee_suivante", "demonstration"] {
      #expect(visible[key]?.isRequired == true)
      #expect(NoteSchema.written[key] == nil)
    }
    #expect(visible["sections"] == nil)
    guard case .list(.record(let step))? = visible["calendrier"]?.type else {
      Issue.record("calendrier is no list of records")
      return
    }
    #expect(step["libelle"]?.isAlwaysThere == true)
  }

  @Test func everyCodeSaysItselfAndIsExplained() {
    let codes = ConfigurationCode.allCases
    for code in codes {
      #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
      #expect(code.explanation.hasSuffix("."))
    }
    expectNoDifference(Set(codes.map(\.explanation)).count, codes.count)
  }

  private func fields(_ schema: Schema, _ path: String = "") -> [(String, Field)] {
    schema.fields.flatMap { field -> [(String, Field)] in
      let inner = path + "." + field.key
      return [(inner, field)] + fields(field.type, inner)
    }
  }

  private func fields(_ type: FactType, _ path: String) -> [(String, Field)] {
    switch type {
    case .record(let schema): fields(schema, path)
    case .list(let item): fields(item, path)
    default: []
    }
  }
}
