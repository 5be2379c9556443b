import Diagnostics
import Facts
import Files

struct NoteAssembly {
  var department: String
  var year: SchoolYear
  /// The most specific first.
  var layers: [ConfigurationReader.Layer]
  var common: ConfigurationReader.Common

  var path: String { NoteFile.year.path(department: department, year: year.text) }

  /// The lists that a file which could not be read may hold.
  var unknownLists: Set<String> {
    let files = Set(layers.filter { !$0.isReadable }.map(\.file))
    let refused = layers.reduce(into: Set<String>()) { $0.formUnion($1.refused) }
    let unread = NoteSchema.keys.filter { !$0.files.isDisjoint(with: files) }.map(\.field.key)
    return refused.union(unread)
  }
}

extension ConfigurationReader {
  /// Merges the files of a note and checks what only the whole can tell.
  mutating func assemble(_ assembly: NoteAssembly) -> NoteFacts {
    let layers = assembly.layers.map(\.record)
    var record = Merging(year: assembly.year).merge(layers, as: NoteSchema.visible)
    checkRequired(record, assembly)
    record = record.resolved(unknownLists: assembly.unknownLists, into: &diagnostics)
    checkSituations(record, assembly)
    let attachments = tree.files(
      in: "departments/\(assembly.department)/\(assembly.year.text)/pieces")
    checkFiles(record, attachments: attachments, assembly)
    let changes = [NoteFile.department, .year].compactMap { file in
      assembly.layers.first { $0.file == file }.flatMap {
        SectionChanges($0.record, areLasting: file == .department)
      }
    }
    addComputed(to: &record, assembly)
    return NoteFacts(
      department: assembly.department, year: assembly.year, path: assembly.path,
      edition: edition(of: assembly), family: family(record, assembly), record: record,
      layers: layers, sectionChanges: changes, attachments: attachments)
  }

  private func addComputed(to record: inout Record, _ assembly: NoteAssembly) {
    let year = assembly.year
    record[NoteSchema.year] = Fact(.schoolYear(year))
    record[NoteSchema.previousYear] = year.previous.map { Fact(.schoolYear($0)) }
    record[NoteSchema.nextYear] = year.next.map { Fact(.schoolYear($0)) }
    let created = assembly.common.editions.first { $0.createsBonuses }?.start
    record[NoteSchema.hasBonuses] = Fact(.boolean(created.map { $0 <= year } ?? true))
    // A body without name is called by what it is.
    if record[NoteSchema.committee] == nil {
      record[NoteSchema.committee] = Fact(.name(NoteSchema.namelessInstance))
    }
    // Without settings the site is said to be a demonstration: the cautious reading.
    record[NoteSchema.isDemonstration] = Fact(
      .boolean(assembly.common.settings?.isDemonstration ?? true))
  }

  private mutating func edition(of assembly: NoteAssembly) -> Edition? {
    guard let first = assembly.common.editions.first else { return nil }
    if let edition = assembly.common.editions.last(where: { $0.start <= assembly.year }) {
      return edition
    }
    add(
      .noEdition, "Aucune édition n'a commencé en \(assembly.year.text).",
      at: Place(file: assembly.path),
      expected: "une année à partir de \(first.start.text). Pour une note plus ancienne, mettez en "
        + "tête de templates/editions.yaml une édition « a_partir_de: \(assembly.year.text) », et "
        + "ses textes dans templates/<famille>/<code de l'édition>/")
    return nil
  }

  private mutating func family(_ record: Record, _ assembly: NoteAssembly) -> Family? {
    guard let slug = record.text(NoteSchema.family) else { return nil }
    if let family = assembly.common.families.first(where: { $0.slug == slug }) { return family }
    let folders = tree.folderNames(in: "templates").filter { $0 != "communs" }
    // A family whose plan could not be read has its own error.
    guard !folders.contains(slug) else { return nil }
    add(
      .unknownFamily, "La famille « \(slug) » n'est pas un dossier de templates/.",
      at: record[NoteSchema.family]?.place,
      expected: "une famille parmi " + folders.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: slug, among: folders),
      correction: Suggestion.correction(
        of: slug, at: record[NoteSchema.family]?.place, among: folders))
    return nil
  }

  // MARK: - Checks

  /// Reports the required keys that no file of the note holds.
  mutating func checkRequired(_ record: Record, _ assembly: NoteAssembly) {
    for key in NoteSchema.keys {
      // What an unreadable file would have said is unknown.
      let isUnknown = assembly.layers.contains { key.files.contains($0.file) && !$0.isReadable }
      if isUnknown { continue }
      for missing in record.missing(key.field)
      where !assembly.layers.contains(where: { $0.refused.contains(missing.path) }) {
        report(missing, in: key.files, assembly)
      }
    }
  }

  private mutating func report(
    _ missing: Record.Missing, in files: Set<NoteFile>, _ assembly: NoteAssembly
  ) {
    // Lasting files first: that is where a key that both may hold usually stands.
    // A rule of the country is first of all one of its own file.
    let order: [NoteFile] =
      files.contains(.rules) ? [.rules] : [.department, .year, .nationalYear]
    let paths = order.filter(files.contains).map {
      $0.path(department: assembly.department, year: assembly.year.text)
    }
    let place =
      assembly.layers.lazy.compactMap { $0.record.fact(at: missing.parent)?.place }.first
      ?? Place(file: paths.first ?? assembly.path)
    var expected = missing.field.expectation
    if case .record(let schema) = missing.field.type {
      let keys = schema.required.map { schema.fields[$0].key }.joined(separator: ", ")
      expected = "\(missing.field.key): avec les clés \(keys)"
    }
    let places = paths.joined(separator: " ou ")
    add(
      .missingKey, "Il manque la clé « \(missing.path) » : ajoutez-la dans \(places).",
      at: place, expected: expected)
  }

  /// The situations that documents name must exist.
  mutating func checkSituations(_ record: Record, _ assembly: NoteAssembly) {
    // What an unreadable list of situations holds is unknown.
    let list = NoteSchema.situations
    guard assembly.unknownLists.isDisjoint(with: [list.keys[0], list.text]) else { return }
    let codes = record.records(list).compactMap(\.code)
    for document in record.records(NoteSchema.documents) {
      for fact in document.list(NoteSchema.Document.situations) {
        guard let code = fact.value.text, !codes.contains(code) else { continue }
        add(
          .unknownReference,
          "« \(code) », cité par « pieces.situations », n'est pas une situation du dépôt.",
          at: fact.place,
          expected: codes.isEmpty
            ? "le code d'une situation, et il n'y en a aucune"
            : "une situation parmi " + codes.joined(separator: ", "),
          suggestion: Suggestion.nearest(to: code, among: codes),
          correction: Suggestion.correction(of: code, at: fact.place, among: codes))
      }
    }
  }

  /// The files that facts name must exist.
  mutating func checkFiles(
    _ record: Record, attachments: [SourceTree.File], _ assembly: NoteAssembly
  ) {
    let folder = "departments/\(assembly.department)/\(assembly.year.text)/pieces"
    let lists = [
      (NoteSchema.documents, NoteSchema.Document.file), (NoteSchema.annexes, NoteSchema.Annex.file),
    ]
    for (list, file) in lists {
      for item in record.records(list) {
        checkFile(item[file], of: list.text, in: folder, among: attachments.map(\.name))
      }
    }
    checkFile(
      record.record(NoteSchema.officialDocument)?[NoteSchema.OfficialDocument.file],
      of: NoteSchema.officialDocument.text, in: folder, among: attachments.map(\.name))
    let own = "departments/" + assembly.department
    checkFile(
      record[NoteSchema.logoFile], of: "logo", in: own, among: tree.files(in: own).map(\.name))
  }

  private mutating func checkFile(
    _ fact: Fact?, of key: String, in folder: String, among names: [String]
  ) {
    guard let fact, let name = fact.value.text, !names.contains(name) else { return }
    let meant = names.file(meantBy: name)
    add(
      .missingAttachment,
      "Le fichier « \(name) », cité par « \(key) », n'est pas dans « \(folder) ».",
      at: fact.place,
      expected: names.isEmpty
        ? "un fichier de ce dossier, qui n'en a aucun"
        : "un fichier de ce dossier : " + names.joined(separator: ", "),
      suggestion: meant ?? Suggestion.nearest(to: name, among: names),
      correction: meant.flatMap { meant in
        fact.place.flatMap { place in
          tree[place.file]?.text(at: place) == name
            ? Correction(place, with: meant, isCertain: false) : nil
        }
      } ?? Suggestion.correction(of: name, at: fact.place, among: names))
  }
}

extension [String] {
  /// The file that a path, or a name with another suffix or none, means: « pieces/avis.pdf »,
  /// « C:\Users\moi\avis.pdf », « avis.docx », « avis »; nil where none or several may be meant.
  fileprivate func file(meantBy name: String) -> String? {
    func stem(_ name: some StringProtocol) -> String {
      (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)).lowercased()
    }
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    if contains(String(last)) { return String(last) }
    let alike = filter { stem($0) == stem(last) }
    return alike.count == 1 ? alike[0] : nil
  }
}
