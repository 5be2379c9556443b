import Configuration
import Facts
import Notes

/// A department: its latest note, the earlier ones, those in preparation, its contacts.
struct DepartmentPage: PageContent {
  static let layout = "departement"

  let address: PageAddress
  /// The department's notes, the latest first.
  let published: [Note]
  /// Likewise; at least one when no note is published.
  let drafts: [Note]

  static let form = PageForm<DepartmentPage>(
    page: "la page d’un département",
    [
      .name("departement", at: { Note.place(NoteSchema.departmentName)($0.main) }) {
        $0.main.departmentName
      },
      .text("code", at: { Note.place(NoteSchema.departmentCode)($0.main) }) {
        $0.main.departmentCode
      },
      .name("organisme", at: { Note.place(NoteSchema.issuer)($0.main) }) { $0.main.issuer },
      .optionalRecord("derniere", NoteLink.form) { page in
        page.published.first.map { NoteLink(note: NoteSummary($0), page: page.address) }
      },
      .optionalAddress("actuelle_lien") { page in
        page.published.first.map { _ in page.address.link(to: page.address.current) }
      },
      .optionalAddress("annees_lien") { page in
        page.published.count > 1 ? page.address.link(to: page.address.years) : nil
      },
      .records("anciennes", NoteLink.form) { $0.links($0.published.dropFirst()) },
      .records("projets", NoteLink.form) { $0.links($0.drafts) },
      .records("contacts", NoteSchema.Contact.form) { $0.main.contactsWithoutPersons },
    ])

  var title: String { "\(main.departmentName.noun)\u{A0}: notes de cadrage Clas" }
  var description: String {
    "Les notes de cadrage Clas \(main.departmentName.genitive), publiées par "
      + "\(main.issuer.definite)."
  }

  var styles: [String] { [NotePage.besideStyle] }

  /// The note that says what the department is.
  private var main: Note { published.first ?? drafts[0] }

  private func links(_ notes: some Sequence<Note>) -> [NoteLink] {
    notes.map { NoteLink(note: NoteSummary($0), page: address) }
  }
}
