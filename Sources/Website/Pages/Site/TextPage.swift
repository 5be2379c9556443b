/// A text of the site itself.
struct TextPage: PageContent {
  static let layout = Page.Layout.text

  let title: String
  let html: String

  static let form = PageForm<TextPage>(
    page: "une page de texte", [.text("titre") { $0.title }, .html("contenu") { $0.html }])
}
