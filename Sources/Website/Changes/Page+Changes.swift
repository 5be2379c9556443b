import Configuration
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
  /// - Parameter before: nil for the first note of a department, whose page says so.
  static func changes(_ note: Note, since before: Note?, editions: [Edition]) -> Page {
    let since = before.map { " depuis \($0.year.text)" } ?? ""
    var page = Page(
      content: ChangesPage(note: note, before: before, editions: editions),
      address: note.changesAddress,
      title: "Ce qui change dans la note \(note.departmentName.genitive), \(note.year.text)"
        + since + note.draftMark,
      description: description(of: note, since: before),
      trail: [note.departmentStep, note.step])
    page.styles = [changesStyle]
    page.isDraft = note.isDraft
    return page
  }

  private static func description(of note: Note, since before: Note?) -> String {
    let name = "la note de cadrage Clas \(note.departmentName.genitive)"
    guard let before else {
      return "Il n’y a pas de note plus ancienne sur ce site que \(name) de \(note.year.text)."
    }
    return "Ce qui change dans \(name) entre \(before.year.text) et \(note.year.text) : "
      + "montants, dates, démarches, documents, texte."
  }
}
