/// What any address without page shows: nothing but the words of its layout.
struct NotFoundPage: PageContent {
  static let layout = "404"
  static let form = PageForm<NotFoundPage>(page: "la page d’erreur", [])

  var address: PageAddress { .home }
  var title: String { "Page introuvable" }
  var description: String { "Cette adresse ne correspond à aucune page." }
}
