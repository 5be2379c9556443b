/// A link to a page under its title.
struct PageLink {
  let title: String
  let link: String

  static let form = Form<PageLink>(
    "une page", [.text("titre") { $0.title }, .text("lien") { $0.link }])
}
