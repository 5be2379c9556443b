public import Facts

/// The facts of a note: which keys there are, and which files may hold them.
///
/// The parts of the schema are in files by subject (`NoteSchema+…`), each with the paths that the
/// program reads.
public enum NoteSchema {
  /// A key of the root and the files that may hold it.
  package struct RootKey: Sendable {
    package var field: Field
    package var files: Set<NoteFile>

    init(
      _ files: Set<NoteFile>, _ key: String, _ type: FactType,
      _ presence: Field.Presence = .optional, label: String, help: String,
      group: FactGroup? = nil, interest: Field.Interest = .none, _ traits: FieldTraits = []
    ) {
      self.files = files
      field = Field(
        key, type, presence, label: label, help: help, group: group, interest: interest, traits)
    }
  }

  /// Every key that can be written, in the order of the documentation.
  package static let keys: [RootKey] =
    departmentKeys + bodyKeys + campaignKeys + amountKeys + editorialKeys + nationalKeys

  /// What authors write.
  public static let written = Schema("la note", keys.map(\.field))

  /// What templates see: what authors write and the computed values, but not what changes the plan
  /// or is said to the checks, which is no fact.
  public static let visible = Schema(
    "la note",
    computedFields + keys.map(\.field).filter { !isUnshown($0) })

  /// The rest of what authors write.
  static let unshown = Schema("la note", keys.map(\.field).filter(isUnshown))

  private static func isUnshown(_ field: Field) -> Bool {
    field.has(.plan) || field.has(.forChecks)
  }

  private static let computedFields = [
    Field(
      "annee", .schoolYear, .required, label: "Année scolaire de la note",
      help: "Calculée : elle vient du nom du fichier.", [.computed, .notCompared]),
    Field(
      "annee_precedente", .schoolYear, .required, label: "Année scolaire précédente",
      help: "Calculée.", [.computed, .notCompared]),
    Field(
      "annee_suivante", .schoolYear, .required, label: "Année scolaire suivante", help: "Calculée.",
      [.computed, .notCompared]),
    Field(
      "bonus_existent", .boolean, .required, label: "Les bonus existent cette année-là",
      help: "Vient de templates/editions.yaml.", [.computed, .notCompared]),
    Field(
      "demonstration", .boolean, .required, label: "Site de démonstration",
      help: "Vient de site/site.yaml.", [.computed, .notCompared]),
  ]
}

/// Fields that several records have.
extension NoteSchema {
  static func codeField(_ help: String) -> Field {
    Field("code", .identifier, .required, label: "Nom de code", help: help, .identifies)
  }

  /// What people call the record, and tell it apart by.
  static func nameField(_ key: String, _ label: String, _ help: String) -> Field {
    Field(key, .text, .required, label: label, help: help, [.identifies, .names])
  }

  static let precisionField = Field(
    "precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus.", .saysItself)
  static let attachedFile = Field(
    "fichier", .text, label: "Fichier", help: "Le nom d'un fichier du dossier pieces/ de l'année.",
    .fileName)
  static let documentLink = Field(
    "lien", .address, label: "Adresse du document", help: "Où le trouver sur le web.")
}

/// The four kinds of file that hold the facts of a note, the most specific first.
public enum NoteFile: Int, Sendable, Hashable, CaseIterable {
  /// `departments/<slug>/<year>.yaml`
  case year
  /// `departments/<slug>/departement.yaml`
  case department
  /// `departments/national/<year>.yaml`
  case nationalYear
  /// `departments/national/regles.yaml`
  case rules

  /// Where such a file stands, for messages.
  package func path(department: String, year: String) -> String {
    switch self {
    case .year: "departments/\(department)/\(year).yaml"
    case .department: "departments/\(department)/departement.yaml"
    case .nationalYear: "departments/national/\(year).yaml"
    case .rules: "departments/national/regles.yaml"
    }
  }

  var pattern: String { path(department: FileSchemas.department, year: "<année>") }
}
