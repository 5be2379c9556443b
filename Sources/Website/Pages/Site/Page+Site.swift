import Facts
import Notes

extension Page {
  static func home(title: String, latest: [Note], drafts: [Note]) -> Page {
    Page(
      content: HomePage(latest: latest, drafts: drafts), address: .home, title: title,
      description: "Les notes de cadrage des contrats locaux d’accompagnement à la scolarité "
        + "(Clas), par département : dates, démarches, montants et contacts.")
  }

  /// - Parameter departments: each department's page with the pages of its notes, in order.
  static func siteMap(departments: [(page: Page, notes: [Page])], texts: [Page]) -> Page {
    let address = PageAddress.siteMap
    func link(_ page: Page) -> PageLink {
      PageLink(title: page.title, link: address.link(to: page.address))
    }
    let home = PageLink(title: "Accueil", link: address.link(to: .home))
    let groups =
      [SiteMapPage.Group(head: home, pages: [])]
      + departments.map { SiteMapPage.Group(head: link($0.page), pages: $0.notes.map(link)) }
      + texts.map { SiteMapPage.Group(head: link($0), pages: []) }
    return Page(
      content: SiteMapPage(groups: groups), address: address, title: "Plan du site",
      description: "Toutes les pages du site, par département.")
  }

  static let notFound = Page(
    content: NotFoundPage(), address: .home, title: "Page introuvable",
    description: "Cette adresse ne correspond à aucune page.")
}
