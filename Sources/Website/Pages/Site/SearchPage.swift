import Configuration
import Facts

/// The search in all published notes: what its script looks through, and what to do without it.
struct SearchPage: PageContent {
  static let layout = "recherche"

  /// The published ones, the departments in their order, the latest year of each first.
  let notes: [NoteSummary]

  static let form = PageForm<SearchPage>(
    page: "la page de recherche",
    [
      .records("notes", noteForm) { $0.notes },
      .records("departements", departmentForm) { page in
        page.notes.indices.filter {
          $0 == 0 || page.notes[$0 - 1].department != page.notes[$0].department
        }.map { page.notes[$0] }
      },
      .texts("annees") { page in Set(page.notes.map(\.year)).sorted(by: >).map(\.text) },
    ])

  private static let departmentForm = Form<NoteSummary>(
    "un département", [.text("code") { $0.department }, .name("nom") { $0.departmentName }])

  private static let noteForm = Form<NoteSummary>(
    "une note",
    departmentForm.entries + [
      .text("annee") { $0.year.text },
      .address("lien") { PageAddress.search.link(to: $0.address) },
    ])

  var address: PageAddress { .search }
  var title: String { "Rechercher" }
  var description: String { "Chercher un mot dans toutes les notes de cadrage Clas." }
  var styles: [String] { [NotePage.besideStyle] }
  var scripts: [String] { address.scripts(with: "recherche") }
}
