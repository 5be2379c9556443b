import Facts

@testable import Configuration

/// The keys of a record: those of the records in it under dotted names, those of the items of
/// lists in a table of their own.
struct KeysTable {
  private struct Row {
    var path: String
    var field: Field
    var kind: String
    var presence: String
    var files: String?
  }

  private let caption: String
  private var rows: [Row] = []
  private(set) var rules: [String] = []
  /// The records that are items of its lists, in the order of their first use.
  private(set) var items: [Schema] = []

  init(_ schema: Schema) {
    caption = "Les clés \(schema.genitive)"
    add(schema, prefix: "", optionalParent: nil, files: nil)
  }

  /// - Parameter kinds: what to say of the type of these keys instead.
  init(_ schema: Schema, caption: String, kinds: [String: String] = [:]) {
    self.caption = caption
    add(schema, prefix: "", optionalParent: nil, files: nil)
    for index in rows.indices { rows[index].kind = kinds[rows[index].path] ?? rows[index].kind }
  }

  init(_ keys: [NoteSchema.RootKey], caption: String) {
    self.caption = caption
    for key in keys {
      let files = NoteFile.allCases.filter(key.files.contains).map(\.letter)
      add(key.field, prefix: "", optionalParent: nil, files: files.joined(separator: ", "))
    }
  }

  private mutating func add(
    _ schema: Schema, prefix: String, optionalParent: String?, files: String?
  ) {
    for field in schema.fields {
      add(field, prefix: prefix, optionalParent: optionalParent, files: files)
    }
    rules += schema.rules.flatMap { $0.sentences(prefix: prefix) }
  }

  private mutating func add(
    _ field: Field, prefix: String, optionalParent: String?, files: String?
  ) {
    let path = prefix + field.key
    // A group within a group has nothing to say that its keys do not.
    if prefix.isEmpty || !field.isPlainGroup {
      rows.append(
        Row(
          path: path, field: field, kind: field.kind,
          presence: field.isRequired ? optionalParent.map { "avec `\($0)`" } ?? "oui" : "non",
          files: files))
    }
    switch field.type {
    case .record(let inner) where !inner.isItem:
      add(
        inner, prefix: path + ".", optionalParent: field.isRequired ? optionalParent : path,
        files: files)
    case .record(let item), .list(.record(let item)):
      if !items.contains(item) { items.append(item) }
    default: break
    }
  }

  var markdown: String {
    let hasFiles = rows.contains { $0.files != nil }
    let mayWait = rows.contains { $0.field.mayBePending }
    var titles = ["Clé", "Sorte"]
    if hasFiles { titles.append("Fichier") }
    titles.append("Obligatoire")
    if mayWait { titles.append("Peut attendre") }
    titles.append("À savoir")
    let lines = rows.map { row in
      var cells = ["`\(row.path)`", row.kind]
      if hasFiles { cells.append(row.files ?? "") }
      cells.append(row.presence)
      if mayWait { cells.append(row.field.waiting) }
      return KeysTable.line(cells + [row.field.explanation])
    }
    return "Tableau : \(caption)\n\n" + KeysTable.line(titles)
      + KeysTable.line(titles.map { _ in "---" }) + lines.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}

extension Field {
  fileprivate var isPlainGroup: Bool {
    if case .record(let schema) = type { !schema.isItem && !has(.orYesOrNo) } else { false }
  }
}

extension NoteFile {
  /// How the tables name the file.
  var letter: String {
    switch self {
    case .year: "A"
    case .department: "D"
    case .nationalYear: "B"
    case .rules: "R"
    }
  }
}
