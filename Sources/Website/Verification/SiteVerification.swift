import Diagnostics

/// Reads the finished pages as a browser would, before anything is written.
///
/// Faults in the texts of notes are found earlier, at the author's line; this is what makes sure of
/// the rest: layouts, data and their meeting.
struct SiteVerification {
  let site: SiteFiles
  /// What authors wrote, by the path of the page.
  let writtenLinks: [String: [WrittenLink]]
  /// The path of the public address, for links that begin with `/`.
  let base: String

  func run(diagnostics: inout DiagnosticList) {
    var anchors: [String: PageAnchors] = [:]
    for path in site.paths where path.hasSuffix(".html") {
      anchors[path] = PageAnchors(html: site.contents[path] ?? [])
    }
    var faults = PageFaults()
    for path in site.paths {
      let bytes = site.contents[path] ?? []
      if SiteVerification.isBlank(bytes) { diagnostics.add(.emptyPage(path)) }
      guard let page = anchors[path] else { continue }
      for anchor in page.duplicateIDs { faults.add(.duplicateAnchor(anchor), on: path) }
      for link in page.links {
        guard let fault = fault(of: link, on: path, anchors: anchors) else { continue }
        let written = written(link, on: path)
        if written.isEmpty { faults.add(fault, on: path) }
        for link in written { faults.add(fault, on: path, writtenAs: link) }
      }
    }
    for diagnostic in faults.diagnostics(among: site.paths) { diagnostics.add(diagnostic) }
  }

  private func fault(
    of link: String, on path: String, anchors: [String: PageAnchors]
  ) -> PageFault? {
    guard let target = RelativeLink(link, from: path, base: base) else { return nil }
    guard let file = target.path, site.contents[file] != nil else {
      return .deadLink(link, file: target.path)
    }
    guard let anchor = target.anchor, !anchor.isEmpty, let page = anchors[file],
      !page.ids.contains(anchor)
    else { return nil }
    return .deadAnchor(
      link, anchor: anchor, nearest: Suggestion.nearest(to: anchor, among: page.ids.sorted()))
  }

  /// The places where an author of the page wrote the link; none when the layout made it.
  private func written(_ link: String, on path: String) -> [WrittenLink] {
    let target = RelativeLink(link, from: path, base: base)
    return (writtenLinks[path] ?? []).filter {
      RelativeLink($0.destination, from: path, base: base) == target
    }
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }
}

extension Diagnostic {
  fileprivate static func emptyPage(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.emptyPage, "Le fichier « \(path) » du site est vide.", at: nil,
      expected: "un contenu")
  }
}
