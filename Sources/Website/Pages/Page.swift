import Facts

/// A page before its layout is applied.
struct Page {
  /// The layout that makes it, by the name of its file without extension.
  enum Layout: String, CaseIterable {
    case home = "accueil"
    case department = "departement"
    case note
    case simulator = "simulateur"
    case siteMap = "plan-du-site"
    case notFound = "404"
    case text = "texte"

    var schema: Schema {
      switch self {
      case .home: LayoutSchemas.home
      case .department: LayoutSchemas.department
      case .note: LayoutSchemas.note
      case .simulator: LayoutSchemas.simulator
      case .siteMap: LayoutSchemas.siteMap
      case .notFound: LayoutSchemas.notFound
      case .text: LayoutSchemas.text
      }
    }
  }

  /// A page above this one, for the breadcrumb.
  struct Step {
    var title: String
    var address: PageAddress
  }

  var layout: Layout
  var address: PageAddress
  /// Unique in the site, the most particular words first.
  var title: String
  var description: String
  var trail: [Step] = []
  /// What the layout receives besides the page and the site.
  var values: Record
  /// The style sheets that it loads besides the site's, from the site's root.
  var styles: [String] = []
  /// The scripts that it loads instead of the site's, by links from the page.
  var scripts: [String] = []
  /// Whether its scripts run WebAssembly, which the security policy must allow.
  var computes = false
  /// What its authors wrote in its text, for faults found in the finished page.
  var writtenLinks: [WrittenLink] = []
}
