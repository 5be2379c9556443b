import Diagnostics
import Markdown
import Notes
import Templates

/// Reads the finished pages as a browser would, before anything is written.
///
/// Faults in the texts of notes are found earlier, at the author's line; this is what makes sure of
/// the rest: layouts, data and their meeting.
struct SiteVerification {
  let site: SiteFiles
  let project: Project
  /// The path of the public address, for links that begin with `/`.
  let base: String

  func run(diagnostics: inout DiagnosticList) {
    let notes = Dictionary(uniqueKeysWithValues: project.notes.map { ($0.address.file, $0) })
    var anchors: [String: PageAnchors] = [:]
    for path in site.paths where path.hasSuffix(".html") {
      anchors[path] = PageAnchors(html: site.contents[path] ?? [])
    }
    for path in site.paths {
      let bytes = site.contents[path] ?? []
      if SiteVerification.isBlank(bytes) { diagnostics.add(.emptyPage(path)) }
      guard let page = anchors[path] else { continue }
      for anchor in page.duplicateIDs { diagnostics.add(.duplicateAnchor(anchor, on: path)) }
      for link in page.links {
        guard let fault = fault(of: link, on: path, anchors: anchors) else { continue }
        for diagnostic in placed(fault, link, in: notes[path]) { diagnostics.add(diagnostic) }
      }
    }
  }

  /// What is wrong with a link, without a place.
  private func fault(
    of link: String, on path: String, anchors: [String: PageAnchors]
  ) -> Diagnostic? {
    guard let target = RelativeLink(link, from: path, base: base) else { return nil }
    guard let file = target.path, site.contents[file] != nil else {
      return .deadLink(link, on: path, among: site.paths)
    }
    guard let anchor = target.anchor, !anchor.isEmpty, let page = anchors[file],
      !page.ids.contains(anchor)
    else { return nil }
    return .deadAnchor(link, anchor: anchor, on: path, among: page.ids.sorted())
  }

  /// The fault at each place where an author of the note wrote the link; without a place when the
  /// layout made it.
  private func placed(_ fault: Diagnostic, _ link: String, in note: Note?) -> [Diagnostic] {
    guard let note else { return [fault] }
    let path = note.address.file
    let target = RelativeLink(link, from: path, base: base)
    let written = note.document.links.filter {
      RelativeLink($0.destination, from: path, base: base) == target
    }
    guard !written.isEmpty else { return [fault] }
    return written.map { link in
      var placed = fault
      let origin = note.origin(of: link.position)
      placed.place = origin?.valuePlace ?? origin?.place
      placed.includedFrom = origin?.includedFrom ?? []
      return placed
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

  fileprivate static func duplicateAnchor(_ anchor: String, on path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.duplicateAnchor, "La page « \(path) » porte deux fois l’ancre « \(anchor) ».",
      at: nil, expected: "une ancre différente pour chaque titre et chaque élément de mise en page")
  }

  fileprivate static func deadLink(_ link: String, on path: String, among paths: [String])
    -> Diagnostic
  {
    Diagnostic(
      WebsiteCode.deadLink, "La page « \(path) » a un lien vers « \(link) », qui n’existe pas.",
      at: nil, expected: "une page ou un fichier du site",
      suggestion: Suggestion.nearest(to: link, among: paths))
  }

  fileprivate static func deadAnchor(
    _ link: String, anchor: String, on path: String, among anchors: [String]
  ) -> Diagnostic {
    Diagnostic(
      WebsiteCode.deadAnchor,
      "La page « \(path) » a un lien vers « \(link) », mais aucune ancre de ce nom n’y est.",
      at: nil, expected: "l’ancre d’un titre de la page visée",
      suggestion: Suggestion.nearest(to: anchor, among: anchors).map { "#" + $0 })
  }
}
