extension Set<String> {
  /// Whether a path is among these, byte for byte: a server knows nothing of accents in two signs.
  func holds(_ path: String) -> Bool {
    firstIndex(of: path).map { self[$0].utf8.elementsEqual(path.utf8) } ?? false
  }
}

/// What stays of a file of the site once it is made: what its verification needs.
struct FinishedFile: Sendable, Equatable, Codable {
  struct Link: Sendable, Equatable, Codable {
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
  /// The `id`s of an HTML page with a space after each: they stay for all pages of the site, and take a
  /// third of what a set would.
  private var spacedIDs: String?
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
    spacedIDs = anchors.orderedIDs.reduce(into: "") { $0 += $1 + " " }
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

  /// What a link to the page can name; nil for what is no HTML page.
  var ids: Set<String>? {
    spacedIDs.map { Set($0.split(separator: " ").map(String.init)) }
  }

  /// Settles the links to anchors of pages that are known already; of the others, keeps where authors
  /// wrote them.
  ///
  /// - Parameters:
  ///   - pages: the anchors of these pages, among others.
  ///   - written: all that authors wrote in the page.
  func settled(
    base: String, among pages: PageIDs, written: () -> [WrittenLink]
  ) -> FinishedFile {
    if openLinks.isEmpty { return self }
    var file = self
    file.openLinks.removeAll { link in
      guard let target = link.target.path, let anchor = link.target.anchor else { return false }
      return pages[target]?.contains(anchor) == true
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

/// The `id`s of the pages to which links of some files are still open.
struct PageIDs: Sendable {
  private let ids: [String: Set<String>]

  init(_ files: some Sequence<FinishedFile>, for open: some Sequence<FinishedFile>) {
    let targets = Set(open.lazy.flatMap(\.openLinks).compactMap(\.target.path))
    ids = files.reduce(into: [:]) { ids, file in
      if targets.contains(file.path) { ids[file.path] = file.ids }
    }
  }

  /// Nil for what is no page, and for a path whose bytes are others.
  subscript(path: String) -> Set<String>? {
    ids.index(forKey: path).flatMap {
      ids.keys[$0].utf8.elementsEqual(path.utf8) ? ids.values[$0] : nil
    }
  }
}
