/// What any address without page shows: nothing but the words of its layout.
struct NotFoundPage: PageContent {
  static let layout = Page.Layout.notFound
  static let form = PageForm<NotFoundPage>(page: "la page d’erreur", [])
}
