import Facts
import Notes

/// What changed in a note since the one before it on the site.
struct ChangesPage: PageContent {
  static let layout = Page.Layout.changes

  let note: Note
  /// Nil for the first note of a department, whose page says so.
  let changes: NoteChanges?

  static let form = PageForm<ChangesPage>(
    page: "la page des changements",
    [
      .record("note", Note.identityForm) { $0.note },
      .text("note_lien") { $0.note.changesAddress.link(to: $0.note.address) },
      .optionalRecord("comparaison", ShownComparison.form) { $0.comparison },
      .optionalText("annees_absentes") { $0.absentYears },
    ])

  private var comparison: ShownComparison? {
    changes.map { ShownComparison($0, linkToFile: note.changesAddress.link(toFile:)) }
  }

  /// The school years between the two notes, for which the site has none.
  private var absentYears: String? {
    guard let changes else { return nil }
    var years: [String] = []
    var year = changes.before.year.next
    while let missing = year, missing < changes.after.year {
      years.append(missing.text)
      year = missing.next
    }
    return years.isEmpty ? nil : FrenchFormat.list(years)
  }
}
