import Facts
import Notes

extension PageAddress {
  /// What changed in a note since the one before.
  static func changes(_ slug: String, _ year: String) -> PageAddress {
    PageAddress("\(slug)/\(year)/changements/")
  }
}

extension Note {
  var changesAddress: PageAddress { .changes(department, year.text) }
}

extension Page {
  static let changesStyle = "styles/changements.css"

  /// What changed in a note since the one before it on the site.
  ///
  /// - Parameter changes: nil for the first note of a department, whose page says so.
  static func changes(_ note: Note, _ changes: NoteChanges?) -> Page {
    let since = changes.map { " depuis \($0.before.year.text)" } ?? ""
    var page = Page(
      content: ChangesPage(note: note, changes: changes), address: note.changesAddress,
      title: "Ce qui change dans la note \(note.departmentName.genitive), \(note.year.text)"
        + since + note.draftMark,
      description: description(of: note, changes),
      trail: [note.departmentStep, note.step])
    page.styles = [changesStyle]
    page.isDraft = note.isDraft
    return page
  }

  private static func description(of note: Note, _ changes: NoteChanges?) -> String {
    let name = "la note de cadrage Clas \(note.departmentName.genitive)"
    guard let changes else {
      return "Il n’y a pas de note plus ancienne sur ce site que \(name) de \(note.year.text)."
    }
    return "Ce qui change dans \(name) entre \(changes.before.year.text) et \(note.year.text) : "
      + "montants, dates, démarches, documents, texte."
  }
}
