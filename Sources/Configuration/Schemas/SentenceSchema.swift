import Diagnostics
public import Facts
import Funding

/// The schema of `departments/national/formules.yaml`: one entry for each code of `Funding`, so that
/// no sentence is missing and none is left over.
public enum SentenceSchema {
  static let path = "departments/national/formules.yaml"

  static let file = Schema(
    "les phrases du calcul",
    [
      keyed("lignes", LineCode.allCases.map(\.name), .text, "Le nom de chaque ligne"),
      keyed("noms", nouns, .list(.text), "Le singulier et le pluriel"),
      keyed("formules", FormulaCode.allCases.map(\.name), .record(formula), "Les formules"),
      keyed("gravites", Severity.allCases.map(\.name), .text, "Les gravités"),
      keyed("constats", FindingCode.allCases.map(\.name), .record(finding), "Les constats"),
      keyed(
        "hypotheses", InputField.allCases.map(\.name), .text, "Les hypothèses", .optional),
      keyed("erreurs", InputError.Kind.allCases.map(\.name), .text, "Les erreurs"),
      keyed("champs", InputField.allCases.map(\.name), .text, "Les champs"),
      Field(
        "mentions", .list(.text), .required, label: "Mentions",
        help: "Ce qu'aucun calcul ne sait."),
    ])

  private static let nouns: [String] = {
    var nouns: [String] = []
    for noun in Operand.Kind.allCases.compactMap(\.noun) where !nouns.contains(noun) {
      nouns.append(noun)
    }
    return nouns
  }()

  private static let formula = Schema(
    "une formule", [phrase, document, section])

  private static let finding = Schema(
    "un constat",
    [
      Field(
        "gravite", .choice(Severity.allCases.map(\.name)), .required, label: "Gravité"),
      phrase,
      Field("remede", .text, .required, label: "Ce que le porteur peut faire"),
      Field("regle", .text, label: "Le chemin de la règle"),
      document, section,
    ])

  private static let phrase = Field("phrase", .text, .required, label: "Phrase")
  private static let document = Field("document", .text, label: "Document")
  private static let section = Field("section", .text, label: "Section")

  public static let findings = file.path("constats")
  public static let findingSeverity = finding.path("gravite")
  public static let findingRule = finding.path("regle")
  public static let mentions = file.path("mentions")

  private static func keyed(
    _ key: String, _ keys: [String], _ type: FactType, _ label: String,
    _ presence: Field.Presence = .required
  ) -> Field {
    let fields = keys.map { Field($0, type, presence, label: $0) }
    return Field(key, .record(Schema(label.lowercased(), fields)), .required, label: label)
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
