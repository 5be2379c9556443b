import Facts

/// The list of all pages.
struct SiteMapPage: PageContent {
  static let layout = "plan-du-site"

  /// Pages that belong together, each with its title, the one on which the others depend first; all
  /// but the home page.
  let parts: [[(title: String, address: PageAddress)]]

  private var groups: [[PageLink]] {
    ([[("Accueil", .home)]] + parts).map { part in
      part.map { PageLink(title: $0.title, link: address.link(to: $0.address)) }
    }
  }

  static let form = PageForm<SiteMapPage>(
    page: "le plan du site", [.records("rubriques", groupForm) { $0.groups }])

  private static let groupForm = Form<[PageLink]>(
    "une rubrique",
    PageLink.form.entries.map { $0.of { $0[0] } }
      + [.records("pages", PageLink.form) { Array($0.dropFirst()) }])

  var address: PageAddress { .siteMap }
  var title: String { "Plan du site" }
  var description: String { "Toutes les pages du site, par département." }
}
