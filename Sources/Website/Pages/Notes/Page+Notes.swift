import Facts
import Notes

extension Page {
  /// - Parameters:
  ///   - others: the department's other notes, the latest first.
  ///   - before: the note that readers compare it with; nil for the first.
  static func note(_ note: Note, others: [Note], latest: Note, before: Note?) -> Page {
    Page(
      content: NotePage(note: note, others: others, latest: latest, before: before),
      address: note.address,
      title: "\(note.title) \(note.departmentName.genitive), \(note.year.text)"
        + note.draftMark,
      description: "\(note.title) pour l’année scolaire \(note.year.text), "
        + "\(note.issuer.definite) : dates, démarches, documents, montants et contacts.",
      trail: [note.departmentStep], isDraft: note.isDraft)
  }

  /// - Parameters:
  ///   - published: the department's notes, the latest first.
  ///   - drafts: likewise; at least one when no note is published.
  static func department(_ slug: String, published: [Note], drafts: [Note]) -> Page {
    let address = PageAddress.department(slug)
    let content = DepartmentPage(address: address, published: published, drafts: drafts)
    let department = content.main.departmentName
    return Page(
      content: content, address: address,
      title: "\(department.noun) : notes de cadrage Clas",
      description: "Les notes de cadrage Clas \(department.genitive), publiées par "
        + "\(content.main.issuer.definite).",
      isDraft: published.isEmpty)
  }
}

extension Note {
  /// The page of its department, for breadcrumbs.
  var departmentStep: Page.Step {
    Page.Step(title: departmentName.noun, address: .department(department))
  }

  /// Its own page, for breadcrumbs.
  var step: Page.Step { Page.Step(title: year.text, address: address) }
}
