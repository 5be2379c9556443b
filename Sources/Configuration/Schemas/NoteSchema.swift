public import Facts

/// The facts of a note: which keys there are, and which files may hold them.
///
/// The parts of the schema are in files by subject (`NoteSchema+…`), each with the paths that the
/// program reads.
public enum NoteSchema {
  /// A key of the root and the files that may hold it.
  struct RootKey: Sendable {
    var field: Field
    var files: Set<NoteFile>

    init(_ files: Set<NoteFile>, _ field: Field) {
      self.field = field
      self.files = files
    }
  }

  /// Every key that can be written, in the order of the documentation.
  static let keys: [RootKey] =
    departmentKeys + bodyKeys + campaignKeys + amountKeys + editorialKeys + nationalKeys

  /// What authors write.
  public static let written = Schema("la note", keys.map(\.field))

  /// What templates see: what authors write and the computed values, but not what changes the plan,
  /// which is no fact.
  public static let visible = Schema(
    "la note", computedFields + keys.map(\.field).filter { !$0.has(.plan) })

  private static let computedFields = [
    Field(
      "annee", .schoolYear, .required, label: "Année scolaire de la note",
      help: "Calculée : elle vient du nom du fichier.", [.computed, .notCompared]),
    Field(
      "annee_precedente", .schoolYear, .required, label: "Année scolaire précédente",
      help: "Calculée.", [.computed, .notCompared]),
    Field(
      "annee_suivante", .schoolYear, .required, label: "Année scolaire suivante",
      help: "Calculée.", [.computed, .notCompared]),
    Field(
      "demonstration", .boolean, .required, label: "Site de démonstration",
      help: "Vient de site/site.yaml.", [.computed, .notCompared]),
  ]

  static func files(of key: String) -> Set<NoteFile> {
    keys.first { $0.field.key == key }?.files ?? []
  }
}

/// All keys of all files, to tell a key from a word of a text.
package enum SchemaKeys {
  static let all: Set<String> = {
    var keys: Set<String> = []
    func visit(_ schema: Schema) {
      for field in schema.fields {
        keys.insert(field.key)
        visit(field.type)
      }
    }
    func visit(_ type: FactType) {
      switch type {
      case .record(let schema): visit(schema)
      case .list(let item): visit(item)
      default: break
      }
    }
    for schema in [
      NoteSchema.written, FileSchemas.Edition.schema, FileSchemas.Plan.schema,
      FileSchemas.GlossaryEntry.schema, SettingsSchema.settings,
      FileSchemas.sourced(Field("", .text, label: "")),
      SentenceSchema.file,
    ] { visit(schema) }
    return keys
  }()

  package static func isKnown(_ key: String) -> Bool { all.contains(key) }
}
