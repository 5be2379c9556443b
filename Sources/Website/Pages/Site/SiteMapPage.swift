import Facts

/// The list of all pages.
struct SiteMapPage: PageContent {
  static let layout = Page.Layout.siteMap

  /// A page with those that depend on it.
  struct Group {
    let head: PageLink
    let pages: [PageLink]
  }

  let groups: [Group]

  static let form = PageForm<SiteMapPage>(
    page: "le plan du site", [.records("rubriques", groupForm) { $0.groups }])

  private static let groupForm = Form<Group>(
    "une rubrique",
    PageLink.form.entries.map { $0.of(\.head) } + [.records("pages", PageLink.form) { $0.pages }])
}
