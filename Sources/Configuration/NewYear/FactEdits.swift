import Diagnostics
import Facts
import YAML

/// Edits the text of a year's file into that of a later one, fact by fact.
struct FactEdits {
  let model: NoteFacts
  let year: SchoolYear
  let dropped: DroppedKeys
  private(set) var text: TextEdits
  private(set) var diagnostics = DiagnosticList()
  /// At places of the old files.
  private var asked: [NextYear.Question] = []

  var years: Int { year.start - model.year.start }

  init(_ source: SourceText, root: YAMLNode, of model: NoteFacts, to year: SchoolYear) {
    self.model = model
    self.year = year
    text = TextEdits(source)
    dropped = DroppedKeys(root, text)
    if text.text(at: root.place) == "{" {
      reportFixed(at: root.place, expected: "une clé par ligne, sans accolades autour du fichier")
    }
  }

  mutating func run() {
    text.drop(dropped.lines)
    for key in NoteSchema.keys where !DroppedKeys.names.contains(key.field.key) {
      if let fact = model.record[key.field.key] { visit(fact, key.field, list: key.field.key) }
    }
    // A file must say something.
    if dropped.isEverything { text.append("avis: []") }
    renameYear()
    askCitations()
  }

  /// The questions, at places of the new file.
  func questions(in path: String) -> [NextYear.Question] {
    asked.map { question in
      guard question.place.file == model.path else { return question }
      return NextYear.Question(place: text.moved(question.place, to: path), text: question.text)
    }
  }

  mutating func ask(_ text: String, at place: Place) {
    asked.append(NextYear.Question(place: place, text: text))
  }

  mutating func replace(_ place: Place, with new: String) { text.replace(place, with: new) }

  mutating func reportFixed(
    at place: Place, expected: String = "la clé et sa valeur sur une seule ligne"
  ) {
    diagnostics.add(
      Diagnostic(
        ConfigurationCode.fixedSpelling,
        "« cadrage new year » ne sait pas changer cette valeur, écrite ainsi.", at: place,
        expected: expected))
  }

  // MARK: - Facts

  /// - Parameters:
  ///   - list: the key of the root that the fact stands under.
  ///   - item: what people call the record of a list that holds the fact.
  ///   - start: the beginning of the period that the fact ends.
  private mutating func visit(
    _ fact: Fact, _ field: Field, list: String, item: String? = nil, start: Value? = nil
  ) {
    switch (field.type, fact.value) {
    case (.record(let schema), .record(let record)):
      visit(record, schema, list: list, item: item)
    case (.list(.record(let schema)), .list(let items)):
      for item in items {
        guard case .record(let record) = item.value else { continue }
        visit(record, schema, list: list, item: record.shortName)
      }
    default:
      propose(fact, field, list: list, label: FactEdits.label(field, of: item), start: start)
    }
  }

  private mutating func visit(
    _ record: Record, _ schema: Schema, list: String, item: String?
  ) {
    for field in schema.fields {
      guard let fact = record[field.key] else { continue }
      // The end of a period may not come before its beginning.
      let start = field.key == "au" ? record["du"]?.value.known : nil
      visit(fact, field, list: list, item: item, start: start)
    }
  }

  /// « Dépôt des dossiers, début ».
  private static func label(_ field: Field, of item: String?) -> String {
    guard let item else { return field.label }
    return FrenchFormat.capitalized(item) + ", "
      + field.label.prefix(1).lowercased() + field.label.dropFirst()
  }

  // MARK: - Free text

  /// The comment that opens the file names its school year.
  private mutating func renameYear() {
    for number in 1..<max(1, dropped.firstLine) where !text.isDropped(number) {
      for citation in Citations.all(in: text[line: number])
      where citation.text == model.year.text {
        text.replace(place(number, citation.columns), with: year.text)
      }
    }
  }

  /// Asks to read again each line that names a year or a month, outside the values that were changed.
  private mutating func askCitations() {
    for number in 1...text.lineCount where !text.isDropped(number) {
      let edited = text.editedColumns(of: number)
      let citations = Citations.all(in: text[line: number]).filter { citation in
        !edited.contains { $0.overlaps(citation.columns) }
      }
      guard let question = Citations.question(citations) else { continue }
      ask(
        question.text, at: Place(file: model.path, line: number, column: question.column))
    }
  }

  private func place(_ line: Int, _ columns: Range<Int>) -> Place {
    Place(
      file: model.path, line: line, column: columns.lowerBound + 1, length: columns.count)
  }
}

extension Citations {
  /// What to ask of a line, at the column of its first citation, from 1; nil when there is none.
  static func question(_ citations: [Citation]) -> (text: String, column: Int)? {
    guard let first = citations.first else { return nil }
    var names: [String] = []
    for citation in citations where !names.contains(citation.text) { names.append(citation.text) }
    let list = FrenchFormat.list(names.map { "« \($0) »" })
    return ("à relire, le texte cite \(list).", first.columns.lowerBound + 1)
  }
}

extension Record {
  /// What people call a record of a list; nil when nothing tells.
  fileprivate var shortName: String? {
    if case .name(let funder)? = self["financeur"]?.value {
      return [funder.noun, text(at: "dispositif")].compactMap { $0 }.joined(separator: ", ")
    }
    return ["libelle", "nom", "service", "titre"].lazy.compactMap { text(at: $0) }.first
  }
}
