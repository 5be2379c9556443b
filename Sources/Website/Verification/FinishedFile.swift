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
struct FinishedFile: Sendable, Codable {
  struct Link: Sendable, Codable {
    /// As it stands in the page.
    let text: String
    let target: RelativeLink
  }

  /// From the site's root.
  let path: String
  /// That of a page.
  let title: String?
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
  ///   - base: the path of the public address, for links that begin with `/`.
  ///   - paths: the files of the smallest site that has the page.
  init(
    _ bytes: [UInt8], at path: String, title: String?, base: String, among paths: [Set<String>]
  ) {
    self.path = path
    self.title = title
    isBlank = bytes.trimmingPrefix(NoteText.byteOrderMark)
      .allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard path.hasSuffix(".html") else { return }
    let anchors = PageAnchors(html: bytes)
    ids = anchors.ids
    duplicateIDs = anchors.duplicateIDs
    openLinks = anchors.links.compactMap { text in
      guard let target = RelativeLink(text, from: path, base: base) else { return nil }
      let anchor = target.anchor ?? ""
      let isSettled =
        target.path == path
        ? anchor.isEmpty || anchors.ids.contains(anchor)
        : anchor.isEmpty && target.path.map { path in paths.contains { $0.holds(path) } } == true
      return isSettled ? nil : Link(text: text, target: target)
    }
  }

  /// Settles the links to anchors of pages that are known already; of the others, keeps where authors
  /// wrote them.
  ///
  /// - Parameter written: all that authors wrote in the page.
  func settled(
    base: String, among pages: [String: FinishedFile], written: () -> [WrittenLink]
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
