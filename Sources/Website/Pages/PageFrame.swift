import Configuration
import Facts
import Text

/// What every page receives: the page, the site and the files that both need.
struct PageFrame {
  let page: any PageContent
  /// Whether it is a page of a draft: marked, never indexed.
  let isDraft: Bool
  let settings: Settings
  /// The site's; nil while it has none.
  let address: PublicAddress?
  let features: SiteFeatures
  /// Whether the site has a glossary.
  let hasGlossary: Bool
  /// Whether the site has a picture for those who share a page.
  let hasPicture: Bool
  /// The program's.
  let version: String

  static let entries: [Form<PageFrame>.Entry] = [
    .record("page", pageForm) { $0 },
    .record("site", siteForm) { $0.settings },
    .text("style") { _ in "styles/cadrage.css" },
    .text("script") { _ in script },
    .text("version") { $0.version },
  ]

  /// The site's script, from its root.
  static let script = "scripts/cadrage.js"

  /// What social sites show with a page, from the site's root: they take no SVG.
  static let picture = "images/partage.png"

  private static let pageForm = Form<PageFrame>(
    "la page",
    [
      .text("titre") { $0.title },
      .text("description") { $0.page.description },
      .address("racine") { $0.root },
      .optionalAddress("adresse") {
        $0.isNotFound ? nil : $0.address?.address(of: $0.page.redirect ?? $0.page.address)
      },
      .optionalAddress("courriel") { $0.mail },
      .optionalAddress("image") { frame in
        frame.hasPicture ? frame.address.map { $0.text + PageFrame.picture } : nil
      },
      .optionalAddress("renvoi") { frame in
        frame.page.redirect.map { frame.page.address.link(to: $0) }
      },
      .flag("indexable") {
        !$0.settings.isDemonstration && !$0.isNotFound && !$0.isDraft && !($0.page is MovedPage)
      },
      .flag("projet") { $0.isDraft },
      .optionalAddress("flux") { $0.features.hasFeed ? $0.root + Feed.path : nil },
      .flag("glossaire") { $0.hasGlossary },
      .flag("recherche") { $0.features.hasSearch },
      .records("fil", PageLink.form) { $0.page.trail },
      .texts("styles") { $0.page.styles },
      .addresses("scripts") { $0.page.scripts },
      .flag("calcule") { $0.page.computes },
    ])

  private static let siteForm = Form<Settings>(
    "le site",
    [
      .text("titre") { $0.title },
      .flag("demonstration") { $0.isDemonstration },
      .text("mention_accessibilite") { $0.accessibilityMention },
    ])

  /// What opens a message that names the page and gives its address.
  private var mail: String? {
    guard !isNotFound, let address = address?.address(of: page.address) else { return nil }
    let body = "\(title)\r\n\(address)\r\n"
    return "mailto:?subject=\(PercentEncoding.encoded(title))&body=\(PercentEncoding.encoded(body))"
  }

  private var isNotFound: Bool { page is NotFoundPage }

  private var title: String {
    page is HomePage ? page.title : "\(page.title) – \(settings.title)"
  }

  /// Any address may show the page 404: its links cannot be relative.
  private var root: String { isNotFound ? address?.path ?? "/" : page.address.root }
}
