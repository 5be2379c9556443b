import Diagnostics
import Facts
import Files
import Text
import YAML

/// Reads the files of a project one after the other, collecting all faults.
struct ConfigurationReader {
  let tree: SourceTree
  var diagnostics = DiagnosticList()
  /// What was read of the glossary, the editions and the plans.
  var editorialRecords: [Record] = []

  init(tree: SourceTree) { self.tree = tree }

  mutating func add(
    _ code: ConfigurationCode, _ message: String, at place: Place?, expected: String? = nil,
    suggestion: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(code, message, at: place, expected: expected, suggestion: suggestion))
  }

  /// The tree of a YAML file that must exist.
  ///
  /// - Parameter content: what to write in it, for the message when it is missing.
  mutating func document(_ path: String, content: String) -> YAMLDocument? {
    guard let source = tree[path] else {
      if !tree.isRefused(path) {
        add(
          .missingFile, "Le fichier « \(path) » n'existe pas.", at: Place(file: path),
          expected: content)
      }
      return nil
    }
    return YAMLReader.read(source, into: &diagnostics)
  }

  mutating func readSettings() -> Settings? {
    let document = document(
      "site/site.yaml", content: "un fichier avec les clés titre et demonstration")
    guard let document, let root = document.root else { return nil }
    var reader = FactReader(document)
    let record = reader.record(root, SettingsSchema.settings, path: "")
    diagnostics.add(contentsOf: reader.diagnostics)
    return record.flatMap(Settings.init)
  }

  mutating func readEditions() -> [Edition] {
    let path = "templates/editions.yaml"
    var editions: [Edition] = []
    for record in readList(path, FileSchemas.Edition.schema, content: "une liste d'éditions") {
      guard let edition = Edition(record) else { continue }
      if let last = editions.last, edition.start <= last.start {
        add(
          .editionOrder,
          "L'édition « \(edition.code) » commence en \(edition.start.text), et celle d'avant en "
            + "\(last.start.text).", at: record[FileSchemas.Edition.start]?.place,
          expected: "une année plus tardive que \(last.start.text)")
        continue
      }
      editions.append(edition)
    }
    return editions
  }

  mutating func readGlossary() -> [GlossaryEntry] {
    let path = "departments/national/glossaire.yaml"
    guard tree[path] != nil || tree.isRefused(path) else { return [] }
    var first: [String: Place] = [:]
    var entries: [GlossaryEntry] = []
    for record in readList(path, FileSchemas.GlossaryEntry.schema, content: "une liste de sigles") {
      guard let entry = GlossaryEntry(record) else { continue }
      if let earlier = first[entry.acronym] {
        add(
          .duplicateCode, "Le sigle « \(entry.acronym) » est déjà à la ligne \(earlier.line).",
          at: entry.place, expected: "une seule fois chaque sigle")
        continue
      }
      first[entry.acronym] = entry.place
      entries.append(entry)
    }
    return entries.sorted { scalarOrder($0.acronym, $1.acronym) }
  }

  /// The records of a file that is a list.
  private mutating func readList(_ path: String, _ schema: Schema, content: String) -> [Record] {
    let keys = schema.fields.filter(\.isRequired).map(\.key).joined(separator: ", ")
    guard let document = document(path, content: "\(content), avec les clés \(keys)"),
      let root = document.root
    else { return [] }
    var reader = FactReader(document)
    defer { diagnostics.add(contentsOf: reader.diagnostics) }
    guard let items = root.items else {
      reader.add(
        YAMLCode.wrongShape, "Le fichier attend une liste, et contient \(root.shape).",
        at: root.place,
        expected: "un élément par ligne, après « - », avec les clés \(keys)")
      return []
    }
    var facts: [Fact] = []
    for item in items {
      if let record = reader.record(item, schema, path: "") {
        facts.append(Fact(.record(record), place: item.place))
      }
    }
    reader.checkCodes(facts, path: SourceTree.name(path))
    let records = facts.compactMap(\.value.record)
    editorialRecords += records
    return records
  }
}

extension Edition {
  private typealias Keys = FileSchemas.Edition

  init?(_ record: Record) {
    guard let code = record.text(Keys.code), let circular = record.text(Keys.circular),
      let start = record.schoolYear(Keys.start), let place = record[Keys.code]?.place
    else { return nil }
    self.init(
      code: code, circular: circular, start: start,
      causes: record.records(Keys.causes).compactMap { SectionCause($0, edition: code) },
      place: place)
  }
}

extension GlossaryEntry {
  private typealias Keys = FileSchemas.GlossaryEntry

  init?(_ record: Record) {
    guard let acronym = record.text(Keys.acronym), let form = record.text(Keys.form),
      let place = record[Keys.acronym]?.place
    else { return nil }
    self.init(acronym: acronym, form: form, place: place)
  }
}
