import Diagnostics
import Facts
import Files

/// What one note is made from.
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
      assembly.layers.first { $0.file == file }.flatMap { SectionChanges($0.record) }
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
      expected: "une année à partir de \(first.start.text), ou une édition plus ancienne dans "
        + "templates/editions.yaml")
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
      suggestion: Suggestion.nearest(to: slug, among: folders))
    return nil
  }
}
