import Configuration
import Facts

extension SiteAssembly {
  /// A page in its layout, with what every page receives.
  ///
  /// - Parameter hasFeed: whether the page may lead to the feed.
  func render(_ page: Page, hasFeed: Bool) -> String {
    let isNotFound = page.layout == .notFound
    let settings = content.settings
    let address = content.address
    // Any address may show the page 404: its links cannot be relative.
    let root = isNotFound ? address?.path ?? "/" : page.address.root
    let trail = page.trail.map { step in
      Record(values: [
        "titre": .text(step.title), "lien": .text(page.address.link(to: step.address)),
      ])
    }
    let common = Record(values: [
      "page": .record(
        Record(values: [
          "titre": .text(page.layout == .home ? page.title : "\(page.title) – \(settings.title)"),
          "description": .text(page.description),
          "racine": .text(root),
          "adresse": isNotFound ? nil : address.map { .address($0.address(of: page.address)) },
          "indexable": .boolean(!settings.isDemonstration && !isNotFound && !page.isDraft),
          "projet": .boolean(page.isDraft),
          "flux": hasFeed ? .text(root + Feed.path) : nil,
          "fil": .records(trail),
          "styles": .texts(page.styles),
          "scripts": .texts(page.scripts),
          "calcule": .boolean(page.computes),
        ])),
      "site": .record(
        Record(values: [
          "titre": .text(settings.title),
          "demonstration": .boolean(settings.isDemonstration),
          "mention_accessibilite": .text(settings.accessibilityMention),
        ])),
      "style": .text("styles/cadrage.css"),
      "script": .text("scripts/cadrage.js"),
      "version": .text(version),
    ])
    return content.layouts.page(page.layout, with: common.merging(page.values))
  }
}
