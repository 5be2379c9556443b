import Diagnostics

/// Reads the finished pages as a browser would, before anything is written.
///
/// Faults in the texts of notes are found earlier, at the author's line; this is what makes sure of
/// the rest: layouts, data and their meeting.
struct SiteVerification {
  /// What was made, by its path: all pages, and all that could be empty.
  let finished: [String: FinishedFile]
  /// All files of the site, in an order that depends on nothing but the paths.
  private let paths: [String]

  init(finished: [String: FinishedFile], paths: [String]) {
    self.finished = finished
    self.paths = paths.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  func run(diagnostics: inout DiagnosticList) {
    let known = Set(paths)
    var faults = PageFaults()
    for path in paths {
      guard let file = finished[path] else { continue }
      if file.isBlank { diagnostics.add(.emptyPage(path)) }
      guard let page = file.page else { continue }
      for anchor in page.duplicateIDs { faults.add(.duplicateAnchor(anchor), on: path) }
      for link in page.links {
        guard let fault = fault(of: link, among: known) else { continue }
        if link.written.isEmpty { faults.add(fault, on: path) }
        for written in link.written { faults.add(fault, on: path, writtenAs: written) }
      }
    }
    for diagnostic in faults.diagnostics(among: paths) { diagnostics.add(diagnostic) }
  }

  private func fault(of link: FinishedPage.Link, among known: Set<String>) -> PageFault? {
    guard let target = link.target else { return nil }
    guard let path = target.path, known.contains(path) else {
      return .deadLink(link.text, file: target.path)
    }
    guard let anchor = target.anchor, !anchor.isEmpty, let page = finished[path]?.page,
      !page.ids.contains(anchor)
    else { return nil }
    return .deadAnchor(
      link.text, anchor: anchor, nearest: Suggestion.nearest(to: anchor, among: page.ids.sorted()))
  }
}

extension Diagnostic {
  fileprivate static func emptyPage(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.emptyPage, "Le fichier « \(path) » du site est vide.", at: nil,
      expected: "un contenu")
  }
}
