import Configuration
import Facts
import Notes
import Publication

extension SiteAssembly {
  /// A page before its layout is applied.
  ///
  /// The site map names the other pages: they must have been made.
  func made(_ page: PlannedPage) -> Page {
    switch page {
    case .home(let latest, let drafts):
      return .home(
        title: content.settings.title, latest: latest.map(note), drafts: drafts.map(note))
    case .department(let slug, let published, let drafts):
      return .department(slug, published: published.map(note), drafts: drafts.map(note))
    case .note(let note, let others, let latest, let before):
      let note = self.note(note)
      var page = Page.note(
        note, others: others.map(self.note), latest: self.note(latest),
        before: before.map(self.note))
      page.writtenLinks = note.writtenLinks
      return page
    case .simulator(let note, let latest):
      return .simulator(
        self.note(note), latest: self.note(latest), sentences: content.sentences)
    case .changes(let note, let before):
      return .changes(
        self.note(note), since: before.map(self.note),
        editions: content.project.configuration.editions)
    case .text(let address):
      guard let page = content.texts.first(where: { $0.address == address }) else {
        preconditionFailure("the plan is another project's")
      }
      return page
    case .siteMap(let departments, let texts):
      return .siteMap(
        departments: departments.map { pages in
          (self.page(pages[0]), pages.dropFirst().map(self.page))
        }, texts: texts.map(self.page))
    case .notFound: return .notFound
    }
  }
}
