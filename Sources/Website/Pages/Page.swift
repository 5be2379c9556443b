import Facts

/// A page before its layout is applied.
struct Page: Sendable {
  /// The layout that makes it, by the name of its file without extension.
  enum Layout: String, CaseIterable {
    case home = "accueil"
    case department = "departement"
    case note
    case simulator = "simulateur"
    case changes = "changements"
    case changesAlone = "comparaison"
    case siteMap = "plan-du-site"
    case notFound = "404"
    case text = "texte"

    /// What the layout receives.
    var schema: Schema {
      switch self {
      case .home: HomePage.form.schema
      case .department: DepartmentPage.form.schema
      case .note: NotePage.form.schema
      case .simulator: SimulatorPage.form.schema
      case .changes: ChangesPage.form.schema
      case .changesAlone: ChangesDocument.form.schema
      case .siteMap: SiteMapPage.form.schema
      case .notFound: NotFoundPage.form.schema
      case .text: TextPage.form.schema
      }
    }
  }

  /// A page above this one, for the breadcrumb.
  struct Step: Sendable {
    var title: String
    var address: PageAddress
  }

  /// What the page shows, which says what lays it out.
  let content: any PageContent
  var address: PageAddress
  /// Unique in the site, the most particular words first.
  var title: String
  var description: String
  var trail: [Step] = []
  /// The style sheets that it loads besides the site's, from the site's root.
  var styles: [String] = []
  /// The scripts that it loads instead of the site's, by links from the page.
  var scripts: [String] = []
  /// Whether its scripts run WebAssembly, which the security policy must allow.
  var computes = false
  /// Whether it is a page of a draft: marked, never indexed.
  var isDraft = false
  /// What its authors wrote in its text, for faults found in the finished page.
  var writtenLinks: [WrittenLink] = []

  var layout: Layout { type(of: content).layout }
}
