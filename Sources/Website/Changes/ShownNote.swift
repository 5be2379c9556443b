import Facts
import Notes

/// One of the two notes of a comparison.
struct ShownNote {
  let note: Note
  /// The department, when it does not go without saying, and the year.
  let name: String
  let links: NoteLinks

  static let form = Form<ShownNote>(
    "une note comparée",
    [
      .text("nom") { $0.name },
      .text("annee") { $0.note.year.text },
      .optionalText("lien") { $0.links.page },
      .optionalText("contacts_lien") { $0.links.page.map { $0 + "#page-contacts" } },
    ])
}
