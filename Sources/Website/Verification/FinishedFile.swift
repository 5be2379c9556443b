extension Set<String> {
  /// Whether a path is among these, byte for byte: a server knows nothing of accents in two signs.
  func holds(_ path: String) -> Bool {
    firstIndex(of: path).map { self[$0].utf8.elementsEqual(path.utf8) } ?? false
  }
}

extension [String: FinishedFile] {
  /// The file at a path, byte for byte.
  func file(at path: String) -> FinishedFile? {
    index(forKey: path).flatMap {
      keys[$0].utf8.elementsEqual(path.utf8) ? values[$0] : nil
    }
  }
}

/// What stays of a file of the site once it is made: what its verification needs.
struct FinishedFile: Sendable {
  /// A link of a page, as it stands there.
  typealias Link = (text: String, target: RelativeLink)

  /// Whether it holds nothing but white space.
  let isBlank: Bool
  /// Nil for what is no HTML page.
  private(set) var ids: Set<String>?
  private(set) var duplicateIDs: [String] = []
  /// The links that the page alone does not settle: those to an anchor of another page, and those
  /// that lead nowhere.
  private(set) var openLinks: [Link] = []
  /// What authors wrote of the open links, and where.
  private(set) var writtenLinks: [WrittenLink] = []

  /// - Parameters:
  ///   - path: from the site's root.
  ///   - base: the path of the public address, for links that begin with `/`.
  ///   - paths: the files of the smallest site that has the page.
  init(_ bytes: [UInt8], at path: String, base: String, among paths: Set<String>) {
    isBlank = bytes.trimmingPrefix(NoteText.byteOrderMark)
      .allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard path.hasSuffix(".html") else { return }
    let anchors = PageAnchors(html: bytes)
    ids = anchors.ids
    duplicateIDs = anchors.duplicateIDs
    // Authors may write the same link thousands of times: it is looked up once.
    var seen: Set<String> = []
    openLinks = anchors.links.compactMap { text in
      guard seen.insert(text).inserted, let target = RelativeLink(text, from: path, base: base)
      else { return nil }
      let anchor = target.anchor ?? ""
      let isSettled =
        target.path == path
        ? anchor.isEmpty || anchors.ids.contains(anchor)
        : anchor.isEmpty && target.path.map(paths.holds) == true
      return isSettled ? nil : (text, target)
    }
  }

  /// Settles the links to anchors of pages that are known already; of the others, keeps where authors
  /// wrote them.
  ///
  /// - Parameter written: all that authors wrote in the page.
  func settled(
    at path: String, base: String, among pages: [String: FinishedFile],
    written: () -> [WrittenLink]
  ) -> FinishedFile {
    if openLinks.isEmpty { return self }
    var file = self
    file.openLinks.removeAll { link in
      guard let target = link.target.path, let anchor = link.target.anchor else { return false }
      return pages.file(at: target)?.ids?.contains(anchor) == true
    }
    if file.openLinks.isEmpty { return file }
    let targets = Set(file.openLinks.map(\.target))
    file.writtenLinks = written().filter { written in
      RelativeLink(written.destination, from: path, base: base).map(targets.contains) ?? false
    }
    return file
  }

  /// Whether nothing is left to verify but that others may link to it.
  var isSettled: Bool { !isBlank && duplicateIDs.isEmpty && openLinks.isEmpty }
}
