import Facts

/// A page's permanent address, from the site's root.
struct PageAddress: Sendable, Hashable {
  /// The folder, ended by `/`; empty for the home page.
  let folder: String

  init(_ folder: String) {
    precondition(folder.isEmpty || folder.hasSuffix("/"))
    self.folder = folder
  }

  /// The file that holds the page.
  var file: String { folder + "index.html" }

  /// What leads from the page to the site's root: `../../`, or `./` at the root itself.
  var root: String {
    let depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// A link from this page to another. It ends in `index.html`, so that it works from disk too.
  func link(to other: PageAddress) -> String { link(toFile: other.file) }

  /// A link from this page to a file of the site, given by its path from the root.
  func link(toFile path: String) -> String {
    // Where the folders that both have end.
    var shared = 0
    for (offset, (here, there)) in zip(folder.utf8, path.utf8).enumerated() {
      guard here == there else { break }
      if here == UInt8(ascii: "/") { shared = offset + 1 }
    }
    let up = folder.utf8.dropFirst(shared).count { $0 == UInt8(ascii: "/") }
    let rest = path[path.utf8.index(path.startIndex, offsetBy: shared)...]
    return String(repeating: "../", count: up) + rest
  }

  /// The links from this page to the scripts that all pages load, and to one of its own.
  func scripts(with own: String) -> [String] {
    ["etat", "cadrage", own].map { link(toFile: "scripts/\($0).js") }
  }

  static let home = PageAddress("")
  static let siteMap = PageAddress("plan-du-site/")
  static let search = PageAddress("recherche/")
  static let glossary = PageAddress("glossaire/")
  /// Of a department: what leads to its latest note.
  var current: PageAddress { PageAddress(folder + "actuelle/") }
  /// Of a department: its years side by side.
  var years: PageAddress { PageAddress(folder + "annees/") }
  /// Departments side by side: the latest note of each.
  static let comparison = PageAddress("comparer/")
  static func comparison(_ year: SchoolYear) -> PageAddress {
    PageAddress(comparison.folder + "\(year.text)/")
  }
  static func department(_ slug: String) -> PageAddress { PageAddress(slug + "/") }
}
