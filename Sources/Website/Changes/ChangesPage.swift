import Configuration
import Facts
import Notes

/// What changed in a note since the one before it on the site.
struct ChangesPage: NoteSubpage {
  static let layout = "changements"

  static let style = "styles/changements.css"

  let note: Note
  /// Nil for the first note of a department, whose page says so.
  let before: Note?
  /// Those of the project, for the causes.
  let editions: [Edition]

  static let form = PageForm<ChangesPage>(
    page: "la page des changements",
    [
      .record("note", Note.identityForm) { $0.note },
      .address("note_lien") { $0.address.link(to: $0.note.address) },
      .optionalRecord("comparaison", ShownComparison.form) { $0.comparison },
      .optionalText("annees_absentes") { $0.absentYears },
    ])

  var address: PageAddress { note.changesAddress }
  var title: String {
    "Ce qui change dans la note \(note.departmentName.genitive), \(note.year.text)"
      + (before.map { " depuis \($0.year.text)" } ?? "") + note.draftMark
  }
  var description: String {
    let name = "la note de cadrage Clas \(note.departmentName.genitive)"
    guard let before else {
      return "Il n’y a pas de note plus ancienne sur ce site que \(name) de \(note.year.text)."
    }
    return "Ce qui change dans \(name) entre \(before.year.text) et \(note.year.text)\u{A0}: "
      + "montants, dates, démarches, documents, texte."
  }
  var styles: [String] { [ChangesPage.style, NotePage.foldStyle] }

  /// Made when it is written, on any core, and not kept.
  private var comparison: ShownComparison? {
    before.map {
      ShownComparison(
        NoteChanges(from: $0, to: note, editions: editions),
        linkToFile: address.link(toFile:))
    }
  }

  /// The school years between the two notes, for which the site has none.
  private var absentYears: String? {
    guard let before else { return nil }
    let years = sequence(first: before.year) { $0.next }.dropFirst().prefix { $0 < note.year }
    return years.isEmpty ? nil : FrenchFormat.list(years.map(\.text))
  }
}
