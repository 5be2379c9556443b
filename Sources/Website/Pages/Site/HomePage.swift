import Configuration
import Facts

/// The home page: each department and its latest note, what is in preparation, then all departments,
/// with those that have a note here.
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
      .optionalAddress("comparer_lien") {
        $0.latest.count > 1 ? PageAddress.home.link(to: .comparison) : nil
      },
      .records("projets", NoteLink.draftForm) { $0.drafts.map { NoteLink(note: $0, page: .home) } },
      .records("tous", cellForm) { page in
        let here = Dictionary(page.latest.map { ($0.departmentCode, $0) }) { first, _ in first }
        return OfficialDepartment.all.map { ($0, here[$0.code]) }
      },
    ])

  var address: PageAddress { .home }
  var styles: [String] { [NotePage.besideStyle] }
  var scripts: [String] { address.scripts(with: "accueil") }
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
      .address("lien") { PageAddress.home.link(to: .department($0.department)) },
      .record("note", NoteLink.form) { NoteLink(note: $0, page: .home) },
    ])

  /// A department of the official list, and its latest note where it has one here.
  private static let cellForm = Form<(OfficialDepartment, NoteSummary?)>(
    "un département de la liste officielle",
    [
      .text("code") { $0.0.code },
      .text("nom") { $0.0.name.noun },
      .optionalAddress("lien") { _, note in note.map { PageAddress.home.link(to: $0.address) } },
    ])
}
