public import Facts

/// The facts of a note: which keys there are, and which files may hold them.
///
/// The parts of the schema are in files by subject (`NoteSchema+…`).
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

  /// What templates see: what authors write, defaults filled in, and the computed values;
  /// `sections` is left out, since it changes the plan and is no fact.
  public static let visible = Schema(
    "la note", computedFields + keys.map(\.field).filter { $0.key != "sections" }.map(completed))

  static let computedFields = [
    Field(
      "annee", .schoolYear, required: true, label: "Année scolaire de la note",
      help: "Calculée : elle vient du nom du fichier."),
    Field(
      "annee_precedente", .schoolYear, required: true, label: "Année scolaire précédente",
      help: "Calculée."),
    Field(
      "annee_suivante", .schoolYear, required: true, label: "Année scolaire suivante",
      help: "Calculée."),
    Field(
      "demonstration", .boolean, required: true, label: "Site de démonstration",
      help: "Vient de site/site.yaml."),
  ]

  static func files(of key: String) -> Set<NoteFile> {
    keys.first { $0.field.key == key }?.files ?? []
  }

  /// The field as it is after reading: a step of the calendar always has a label.
  private static func completed(_ field: Field) -> Field {
    guard field.key == "calendrier", case .list(.record(var step)) = field.type else {
      return field
    }
    step.fields = step.fields.map { inner in
      var inner = inner
      if inner.key == "libelle" { inner.isRequired = true }
      return inner
    }
    var field = field
    field.type = .list(.record(step))
    return field
  }
}

/// All keys of all files, to tell a key from a word of a text.
enum SchemaKeys {
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
      NoteSchema.written, FileSchemas.edition, FileSchemas.plan, FileSchemas.glossaryEntry,
      FileSchemas.settings, FileSchemas.sourced(.text, pending: false, label: ""),
      SentenceSchema.file,
    ] { visit(schema) }
    return keys
  }()

  static func isKnown(_ key: String) -> Bool { all.contains(key) }
}
