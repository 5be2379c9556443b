import Facts

/// The list of all pages.
struct SiteMapPage: PageContent {
  static let layout = "plan-du-site"

  /// A page with those that depend on it.
  struct Group {
    let head: PageLink
    let pages: [PageLink]
  }

  /// The home page first.
  private(set) var groups: [Group] = []

  /// - Parameter parts: pages that belong together, the one on which the others depend first.
  init(_ parts: [[any PageContent]]) {
    let home = PageLink(title: "Accueil", link: address.link(to: .home))
    groups =
      [Group(head: home, pages: [])]
      + parts.map { Group(head: link(to: $0[0]), pages: $0.dropFirst().map(link(to:))) }
  }

  static let form = PageForm<SiteMapPage>(
    page: "le plan du site", [.records("rubriques", groupForm) { $0.groups }])

  private static let groupForm = Form<Group>(
    "une rubrique",
    PageLink.form.entries.map { $0.of { $0.head } }
      + [.records("pages", PageLink.form) { $0.pages }])

  var address: PageAddress { .siteMap }
  var title: String { "Plan du site" }
  var description: String { "Toutes les pages du site, par département." }
}

/// What any address without page shows: nothing but the words of its layout.
struct NotFoundPage: PageContent {
  static let layout = "404"
  static let form = PageForm<NotFoundPage>(page: "la page d’erreur", [])

  var address: PageAddress { .home }
  var title: String { "Page introuvable" }
  var description: String { "Cette adresse ne correspond à aucune page." }
}
