import Facts

/// The home page: each department and its latest note, then what is in preparation.
struct HomePage: PageContent {
  static let layout = "accueil"

  /// The site's.
  let title: String
  /// One of each department.
  let latest: [NoteSummary]
  let drafts: [NoteSummary]

  static let form = PageForm<HomePage>(
    page: "la page d’accueil",
    [
      .records("departements", departmentForm) { $0.latest },
      .records("projets", NoteLink.draftForm) { $0.drafts.map { NoteLink(note: $0, page: .home) } },
    ])

  var address: PageAddress { .home }
  var styles: [String] { [NotePage.besideStyle] }
  var description: String {
    "Les notes de cadrage des contrats locaux d’accompagnement à la scolarité (Clas), par "
      + "département : dates, démarches, montants et contacts."
  }

  private static let departmentForm = Form<NoteSummary>(
    "un département",
    [
      .name("nom") { $0.departmentName },
      .text("code") { $0.departmentCode },
      .name("organisme") { $0.issuer },
      .text("lien") { PageAddress.home.link(to: .department($0.department)) },
      .record("note", NoteLink.form) { NoteLink(note: $0, page: .home) },
    ])
}
