import Configuration
import Facts
import Notes
import Publication

/// What the pages that list notes say of one: all that stays of it once its own pages are made.
struct NoteSummary: NotePlace, Sendable, Codable, Equatable {
  let department: String
  let year: SchoolYear
  /// The family's.
  let title: String
  let departmentName: Name
  let departmentCode: String
  let issuer: Name
  let period: FilingPeriod?
  let publication: Note.Publication?
  /// What is read of it beside other notes.
  let terms: NoteTerms

  init(_ note: Note) {
    department = note.department
    year = note.year
    title = note.title
    departmentName = note.departmentName
    departmentCode = note.departmentCode
    issuer = note.issuer
    period = FilingPeriod(facts: note.facts)
    publication = note.publication
    terms = NoteTerms(note.facts)
  }

  var planned: PlannedNote {
    PlannedNote(department: department, year: year, isDraft: publication == nil)
  }
}

/// A link from a page to a note, for lists of notes.
struct NoteLink {
  let note: NoteSummary
  let page: PageAddress

  static let form = Form<NoteLink>(
    "une note",
    [
      .text("annee") { $0.note.year.text },
      .text("titre") { $0.note.title },
      .address("lien") { $0.page.link(to: $0.note.address) },
      .optionalRecord("fenetre", FilingPeriod.form) { $0.note.period },
    ])

  /// For lists of several departments' drafts.
  static let draftForm = Form<NoteLink>(
    "une note en projet", form.entries + [.name("departement") { $0.note.departmentName }])
}
