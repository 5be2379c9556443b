import Facts

/// Departments side by side: the latest note of each, or those of a year.
struct SideBySidePage: PageContent {
  static let layout = "comparer"

  let notes: [NoteSummary]
  /// Nil for the latest of each department.
  let year: SchoolYear?
  /// Those that several departments have, each with a page of its own, the latest first.
  let years: [SchoolYear]
  /// Those whose years stand side by side: their folders and their names.
  let departments: [(slug: String, name: String)]

  /// A list that is longer than this is filtered as one types.
  private static let many = 6

  static let form = PageForm<SideBySidePage>(
    page: "la page qui compare les départements",
    [
      .optionalText("annee") { $0.year?.text },
      .records("lignes", NoteLine.form) { page in
        page.notes.map {
          NoteLine(note: $0, title: $0.departmentName.noun, page: page.address)
        }
      },
      .flag("par_departement") { $0.year == nil },
      .flag("filtre") { $0.hasFilter },
      .records("annees", PageLink.form) { page in
        page.years.filter { $0 != page.year }.map {
          PageLink(title: $0.text, link: page.address.link(to: .comparison($0)))
        }
      },
      .optionalAddress("dernieres_lien") { page in
        page.year.map { _ in page.address.link(to: .comparison) }
      },
      .records("departements", PageLink.form) { page in
        page.departments.map {
          PageLink(
            title: $0.name, link: page.address.link(to: PageAddress.department($0.slug).years))
        }
      },
    ])

  private var hasFilter: Bool { notes.count > SideBySidePage.many }

  var address: PageAddress { year.map(PageAddress.comparison) ?? .comparison }
  var title: String {
    "Comparer les départements" + (year.map { ", \($0.text)" } ?? "")
  }
  var description: String {
    "Dates de dépôt, montants et autres financeurs du Clas, département par département"
      + (year.map { ", en \($0.text)." } ?? ".")
  }
  var trail: [PageLink] {
    year.map { _ in [PageLink(title: "Comparer", link: address.link(to: .comparison))] } ?? []
  }
  var styles: [String] { [NotePage.style, NotePage.besideStyle] }
  var scripts: [String] {
    guard hasFilter else { return [] }
    return address.scripts(with: "comparer")
  }
}
