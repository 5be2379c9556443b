import Diagnostics
import Text

/// Verifies the finished pages as a browser would, before the site takes its place.
///
/// Faults in the texts of notes are found earlier, at the author's line; this is what makes sure of
/// the rest: layouts, data and their meeting.
struct SiteVerification {
  /// What was made: all pages, and all that could be empty.
  let finished: [FinishedFile]
  /// All files of the site.
  let paths: Set<String>
  /// Where the attachments would stand that no note cites, for suggestions.
  let uncited: Set<String>
  /// The path of the public address, for links that begin with `/`.
  let base: String

  func run(diagnostics: inout DiagnosticList) {
    var faults = PageFaults()
    let open = finished.filter { !$0.isSettled }.sorted { scalarOrder($0.path, $1.path) }
    let pages = PageIDs(finished, for: open)
    for file in open {
      let path = file.path
      if file.isBlank { diagnostics.add(.emptyPage(path)) }
      for anchor in file.duplicateIDs { faults.add(.duplicateAnchor(anchor), on: path) }
      let writtenLinks = Dictionary(
        grouping: file.writtenLinks, by: { RelativeLink($0.destination, from: path, base: base) })
      for (rank, link) in file.openLinks.enumerated() {
        guard let fault = fault(of: link, rank: rank, among: pages) else { continue }
        // Links that climb out of the site all have one target: the words tell them apart.
        let sameTarget = writtenLinks[link.target] ?? []
        let sameWords = sameTarget.filter { $0.destination == link.text }
        let written = sameWords.isEmpty ? sameTarget : sameWords
        if written.isEmpty { faults.add(fault, on: path) }
        for written in written {
          faults.add(written.faultOfRemoval ?? fault, on: path, writtenAs: written)
        }
      }
    }
    for diagnostic in faults.diagnostics(among: paths.union(uncited)) {
      diagnostics.add(diagnostic)
    }
  }

  /// - Parameter rank: among the links of its page; nobody reads a suggestion for the thousandth.
  private func fault(
    of link: FinishedFile.Link, rank: Int, among pages: PageIDs
  ) -> PageFault? {
    guard let path = link.target.path, paths.holds(path) else {
      return .deadLink(link.text, file: link.target.path)
    }
    guard let anchor = link.target.anchor, !anchor.isEmpty, let ids = pages[path],
      !ids.contains(anchor)
    else { return nil }
    let nearest =
      rank < DiagnosticList.limit ? Suggestion.nearest(to: anchor, among: ids.sorted()) : nil
    return .deadAnchor(link.text, anchor: anchor, nearest: nearest)
  }
}

extension WrittenLink {
  fileprivate var faultOfRemoval: PageFault? {
    guard let place, let removal else { return nil }
    return .removedSection(destination, at: place, removal: removal)
  }
}

extension Diagnostic {
  fileprivate static func emptyPage(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.emptyPage, "Le fichier « \(path) » du site est vide.", at: nil,
      expected: "un contenu")
  }
}
