import Diagnostics
import Facts

/// What is wrong with a link or an anchor of a finished page.
enum PageFault: Hashable {
  /// - Parameter file: the path that the link means, from the site's root; nil outside the site.
  case deadLink(String, file: String?)
  case deadAnchor(String, anchor: String, nearest: String?)
  case duplicateAnchor(String)

  /// - Parameters:
  ///   - pages: the pages that have the fault, at least one.
  ///   - paths: all files of the site, for suggestions.
  func diagnostic(on pages: [String], among paths: [String]) -> Diagnostic {
    let first = "la page « \(pages[0]) »"
    let others = pages.count - 1
    let place =
      others == 0
      ? "sur \(first)" : "sur \(first) et \(FrenchFormat.count(others, "autre"))"
    switch self {
    case .deadLink(let link, let file):
      return Diagnostic(
        WebsiteCode.deadLink, "Le lien vers « \(link) », \(place), ne mène à rien.", at: nil,
        expected: "une page ou un fichier du site",
        suggestion: nearestLink(to: file ?? link, on: pages[0], among: paths))
    case .deadAnchor(let link, _, let nearest):
      return Diagnostic(
        WebsiteCode.deadAnchor,
        "Le lien vers « \(link) », \(place), mène à une ancre qui n’existe pas.", at: nil,
        expected: "l’ancre d’un titre de la page visée", suggestion: nearest.map { "#" + $0 })
    case .duplicateAnchor(let anchor):
      return Diagnostic(
        WebsiteCode.duplicateAnchor, "L’ancre « \(anchor) » est deux fois \(place).", at: nil,
        expected: "une ancre différente pour chaque titre et chaque élément de mise en page")
    }
  }

  /// The link that was probably meant, as it is to be written on the page.
  private func nearestLink(to file: String, on page: String, among paths: [String]) -> String? {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return Suggestion.nearest(to: file, among: paths.filter { $0 != page }).map {
      PageAddress(folder).link(toFile: $0)
    }
  }

  /// What the fault is, whatever the page: links to one file differ from page to page.
  fileprivate var kind: PageFault {
    if case .deadLink(_, let file?) = self { .deadLink("", file: file) } else { self }
  }
}

/// Faults that layouts make, and that many pages share: each is told once.
struct UnplacedFaults {
  private var kinds: [PageFault] = []
  private var found: [PageFault: (fault: PageFault, pages: [String])] = [:]

  mutating func add(_ fault: PageFault, on page: String) {
    guard var known = found[fault.kind] else {
      kinds.append(fault.kind)
      found[fault.kind] = (fault, [page])
      return
    }
    if !known.pages.contains(page) { known.pages.append(page) }
    found[fault.kind] = known
  }

  /// One diagnostic a fault, in the order of the pages.
  func diagnostics(among paths: [String]) -> [Diagnostic] {
    kinds.compactMap { kind in
      found[kind].map { $0.fault.diagnostic(on: $0.pages, among: paths) }
    }
  }
}
