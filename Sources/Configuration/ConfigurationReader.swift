package import Diagnostics
package import Facts
import Files
import Text
package import YAML

/// Reads the files of a project one after the other, collecting all faults.
struct ConfigurationReader {
  let tree: SourceTree
  var diagnostics = DiagnosticList()
  /// What was read of the glossaries, the editions and the plans.
  var editorialRecords: [Record] = []

  init(tree: SourceTree) { self.tree = tree }

  mutating func add(
    _ code: ConfigurationCode, _ message: String, at place: Place?, expected: String? = nil,
    suggestion: String? = nil, correction: Correction? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        code, message, at: place, expected: expected, suggestion: suggestion,
        correction: correction))
  }

  /// Reads a YAML file; nil when it is not there, or when it could not be understood.
  ///
  /// - Parameter content: what to write in it, for the message when it is missing; nil when it need
  ///   not exist.
  mutating func read<Result>(
    _ path: String, content: String?, _ body: (inout FactReader, YAMLNode) -> Result?
  ) -> Result? {
    guard let source = tree[path] else {
      if let content, !tree.isRefused(path) {
        add(
          .missingFile, "Le fichier « \(path) » n'existe pas.", at: Place(file: path),
          expected: content)
      }
      return nil
    }
    let document = YAMLReader.read(source, into: &diagnostics)
    guard let root = document.root else { return nil }
    var reader = FactReader(document)
    defer { diagnostics.add(contentsOf: reader.diagnostics) }
    return body(&reader, root)
  }

  mutating func readSettings() -> Settings? {
    read("site/site.yaml", content: "un fichier avec les clés titre et demonstration") {
      $0.record($1, SettingsSchema.settings)
    }.flatMap(Settings.init)
  }

  /// The addresses that were published; nil when nothing is known of them.
  mutating func readAddresses() -> PublishedAddresses? {
    read(PublishedAddresses.path, content: nil) { reader, root in
      let record = reader.record(root, FileSchemas.Addresses.schema)
      if let record { reader.checkAddresses(record) }
      return record
    }.map(PublishedAddresses.init)
  }

  /// The sentences of the calculation; nil when the project has none.
  mutating func readSentences() -> Record? {
    read(SentenceSchema.path, content: nil) { $0.record($1, SentenceSchema.file) }
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

  /// - Parameter folder: that of all departments, or that of one.
  mutating func readGlossary(_ folder: String = "departments/national") -> [GlossaryEntry] {
    let path = folder + "/glossaire.yaml"
    var first: [String: Place] = [:]
    var entries: [GlossaryEntry] = []
    for record in readList(path, FileSchemas.GlossaryEntry.schema, content: nil) {
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

  /// Reads the plan of each family, and checks the folders of `templates/`.
  mutating func readFamilies(editions: [Edition]) -> [Family] {
    checkTemplateRoot()
    var families: [Family] = []
    for name in tree.folderNames(in: "templates") {
      let folder = "templates/" + name
      guard checkSlug(name, at: folder) else { continue }
      checkEditionFolders(folder, editions: editions)
      checkTemplateFiles(folder)
      if name != "communs", let family = readFamily(name) { families.append(family) }
    }
    return families
  }

  private mutating func readFamily(_ slug: String) -> Family? {
    typealias Keys = FileSchemas.Plan
    let record = read(
      "templates/\(slug)/plan.yaml",
      content: "le plan de la famille, avec les clés titre et sections"
    ) { reader, root in
      let record = reader.record(root, Keys.schema)
      if let record, record.text(Keys.title) != nil, record[Keys.sections] != nil {
        for path in [Keys.sections, Keys.unnumbered] { reader.checkNames(record.entries(path)) }
      }
      return record
    }
    guard let record else { return nil }
    editorialRecords.append(record)
    guard let title = record.text(Keys.title), record[Keys.sections] != nil else { return nil }
    return Family(
      slug: slug, title: title, sections: record.entries(Keys.sections),
      unnumbered: record.entries(Keys.unnumbered))
  }

  /// The records of a file that is a list.
  private mutating func readList(_ path: String, _ schema: Schema, content: String?) -> [Record] {
    let keys = schema.required.map { schema.fields[$0].key }.joined(separator: ", ")
    let records = read(path, content: content.map { "\($0), avec les clés \(keys)" }) {
      reader, root in
      guard let items = root.items else {
        reader.add(
          Diagnostic(
            YAMLCode.wrongShape, "Le fichier attend une liste, et contient \(root.shape).",
            at: root.place,
            expected: "un élément par ligne, après « - », avec les clés \(keys)"))
        return [Record]()
      }
      let facts = items.compactMap { item in
        reader.record(item, schema).map { Fact(.record($0), place: item.place) }
      }
      reader.checkCodes(facts, of: SourceTree.name(path))
      return facts.compactMap(\.value.record)
    }
    editorialRecords += records ?? []
    return records ?? []
  }
}

extension YAMLReader {
  /// Reads a file of facts: its keys are those of all schemas.
  package static func read(
    _ source: SourceText, into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    read(source, isKey: FileSchemas.keys.contains, into: &diagnostics)
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
      createsBonuses: record.isTrue(Keys.createsBonuses),
      causes: record.records(Keys.causes).compactMap { SectionCause($0, edition: code) },
      place: place)
  }
}

extension GlossaryEntry {
  private typealias Keys = FileSchemas.GlossaryEntry

  package init?(_ record: Record) {
    guard let acronym = record.text(Keys.acronym), let form = record.text(Keys.form),
      let place = record[Keys.acronym]?.place
    else { return nil }
    self.init(acronym: acronym, form: form, place: place)
  }
}

extension FactReader {
  fileprivate mutating func checkNames(_ entries: [Family.Entry]) {
    var first: [String: Place] = [:]
    for entry in entries {
      guard let earlier = first[entry.name] else {
        first[entry.name] = entry.place
        continue
      }
      add(
        .duplicateCode, "La section « \(entry.name) » est déjà à la ligne \(earlier.line).",
        at: entry.place, expected: "une seule fois chaque section")
    }
  }
}
