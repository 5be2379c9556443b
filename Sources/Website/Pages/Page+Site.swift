import Facts
import Notes

extension Page {
  /// The home page: each department and its latest note, then what is in preparation.
  static func home(title: String, latest: [Note], drafts: [Note]) -> Page {
    Page(
      layout: .home, address: .home, title: title,
      description: "Les notes de cadrage des contrats locaux d’accompagnement à la scolarité "
        + "(Clas), par département : dates, démarches, montants et contacts.",
      values: Record(values: [
        "departements": .records(
          latest.map { note in
            let records = NoteRecords(note: note)
            return Record(values: [
              "nom": .name(records.department),
              "code": .text(records.code),
              "organisme": .name(records.issuer),
              "lien": .text(PageAddress.home.link(to: .department(note.department))),
              "note": .record(records.link(from: .home)),
            ])
          }),
        "projets": .records(
          drafts.map { note in
            let records = NoteRecords(note: note)
            return records.link(from: .home)
              .merging(Record(values: ["departement": .name(records.department)]))
          }),
      ]))
  }

  /// The list of all pages.
  ///
  /// - Parameter departments: each department's page with the pages of its notes, in order.
  static func siteMap(departments: [(page: Page, notes: [Page])], texts: [Page]) -> Page {
    let address = PageAddress.siteMap
    func link(_ page: Page) -> Record {
      Record(values: ["titre": .text(page.title), "lien": .text(address.link(to: page.address))])
    }
    func group(_ title: String, _ target: PageAddress, _ pages: [Page]) -> Record {
      Record(values: [
        "titre": .text(title), "lien": .text(address.link(to: target)),
        "pages": .records(pages.map(link)),
      ])
    }
    let groups =
      [group("Accueil", .home, [])]
      + departments.map { group($0.page.title, $0.page.address, $0.notes) }
      + texts.map { group($0.title, $0.address, []) }
    return Page(
      layout: .siteMap, address: address, title: "Plan du site",
      description: "Toutes les pages du site, par département.",
      values: Record(values: ["rubriques": .records(groups)]))
  }

  static let notFound = Page(
    layout: .notFound, address: .home, title: "Page introuvable",
    description: "Cette adresse ne correspond à aucune page.", values: Record([:]))
}
