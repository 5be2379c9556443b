public import Facts
import Funding

/// The schema of `departments/national/formules.yaml`: one entry for each code of `Funding`, so that
/// no sentence is missing and none is left over.
public enum SentenceSchema {
  static let path = "departments/national/formules.yaml"

  package static let file = Schema("les phrases du calcul") {
    keyed(
      "lignes", LineCode.allCases.map(\.name), .text, "Le nom de chaque ligne",
      "Ce que le lecteur lit devant un montant du résultat.")
    keyed(
      "noms", nounKeys, .list(.text), "Le singulier et le pluriel",
      "Le nom qui suit un nombre : « [enfant, enfants] ».")
    keyed(
      "formules", FormulaCode.allCases.map(\.name), .record(Formula.schema), "Les formules",
      "D'où vient chaque montant, avec ses nombres.")
    keyed(
      "gravites", Severity.allCases.map(\.name), .text, "Les gravités",
      "Le titre des constats d'une même gravité.")
    keyed(
      "constats", FindingCode.allCases.map(\.name), .record(Finding.schema), "Les constats",
      "Ce que le calcul trouve à dire du projet.")
    keyed(
      "hypotheses", InputField.allCases.map(\.name), .text, "Les hypothèses",
      "Ce qui est supposé quand le porteur ne le dit pas.", .optional)
    keyed(
      "erreurs", InputError.Kind.allCases.map(\.name), .text, "Les erreurs",
      "Ce qui ne va pas dans un nombre, où « {champ} » dit lequel.")
    keyed(
      "champs", InputField.allCases.map(\.name), .text, "Les champs",
      "Comment une phrase appelle chaque donnée du projet, avec son article.")
    Field(
      "mentions", .list(.text), .required, label: "Mentions",
      help: "Ce qu'il faut savoir de tout résultat.")
    Field(
      "non_verifie", .list(.text), .required, label: "Ce que le calcul ne vérifie pas",
      help: "Un élément par point, sans verbe : « La laïcité de l'action. »")
  }

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
  public static let unverified = file.path("non_verifie")

  private static let nounKeys: [String] = {
    var nouns: [String] = []
    for noun in Operand.Kind.allCases.compactMap(\.noun) where !nouns.contains(noun) {
      nouns.append(noun)
    }
    return nouns
  }()

  public enum Formula {
    static let schema = Schema("une formule") {
      sentence
      documentField
      sectionField
    }

    public static let phrase = schema.path("phrase")
    public static let document = schema.path("document")
    public static let section = schema.path("section")
  }

  public enum Finding {
    static let schema = Schema("un constat") {
      Field(
        "gravite", .choice(Severity.allCases.map(\.name)), .required, label: "Gravité",
        help: "Un des codes de la clé « gravites ».")
      sentence
      Field(
        "remede", .text, .required, label: "Ce que le porteur peut faire",
        help: "Dit au porteur, en une phrase.")
      Field(
        "regle", .text, label: "Le chemin de la règle",
        help: "« regles.collectif.minimum » : le constat en reprend la source.")
      documentField
      sectionField
    }

    public static let severity = schema.path("gravite")
    public static let phrase = schema.path("phrase")
    public static let remedy = schema.path("remede")
    public static let rule = schema.path("regle")
    public static let document = schema.path("document")
    public static let section = schema.path("section")
  }

  private static let sentence = Field(
    "phrase", .text, .required, label: "Phrase",
    help: "Entre accolades, un nombre que le calcul donne : « {montant} ».")
  private static let documentField = Field(
    "document", .text, label: "Document", help: "Celui qui l'établit : « C-2026-069 ».")
  private static let sectionField = Field(
    "section", .text, label: "Section", help: "Sa place dans le document : « 3.2 ».")

  private static func keyed(
    _ key: String, _ keys: [String], _ type: FactType, _ label: String, _ help: String,
    _ presence: Field.Presence = .required
  ) -> Field {
    let fields = keys.map { Field($0, type, presence, label: $0) }
    return Field(
      key, .record(Schema(label.lowercased(), fields)), .required, label: label, help: help)
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
