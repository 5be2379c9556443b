import Facts
import Notes

/// A link from a page to a note, for lists of notes.
struct NoteLink {
  let note: Note
  let page: PageAddress

  init(to note: Note, from page: PageAddress) {
    self.note = note
    self.page = page
  }

  static let form = Form<NoteLink>(
    "une note",
    [
      .text("annee") { $0.note.year.text },
      .text("titre") { $0.note.title },
      .text("lien") { $0.page.link(to: $0.note.address) },
      .optionalRecord("fenetre", FilingWindow.form) { FilingWindow(facts: $0.note.facts) },
    ])

  /// For lists of several departments' drafts.
  static let draftForm = Form<NoteLink>(
    "une note en projet", form.entries + [.name("departement") { $0.note.departmentName }])
}
