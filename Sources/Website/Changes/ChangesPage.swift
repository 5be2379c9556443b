import Configuration
import Facts
import Notes

/// What changed in a note since the one before it on the site.
struct ChangesPage: PageContent {
  static let layout = Page.Layout.changes

  let note: Note
  /// Nil for the first note of a department, whose page says so.
  let before: Note?
  /// Those of the project, for the causes.
  let editions: [Edition]

  static let form = PageForm<ChangesPage>(
    page: "la page des changements",
    [
      .record("note", Note.identityForm) { $0.note },
      .text("note_lien") { $0.note.changesAddress.link(to: $0.note.address) },
      .optionalRecord("comparaison", ShownComparison.form) { $0.comparison },
      .optionalText("annees_absentes") { $0.absentYears },
    ])

  /// Made when it is written, on any core, and not kept.
  private var comparison: ShownComparison? {
    before.map {
      ShownComparison(
        NoteChanges(from: $0, to: note, editions: editions),
        linkToFile: note.changesAddress.link(toFile:))
    }
  }

  /// The school years between the two notes, for which the site has none.
  private var absentYears: String? {
    guard let before else { return nil }
    var years: [String] = []
    var year = before.year.next
    while let missing = year, missing < note.year {
      years.append(missing.text)
      year = missing.next
    }
    return years.isEmpty ? nil : FrenchFormat.list(years)
  }
}
