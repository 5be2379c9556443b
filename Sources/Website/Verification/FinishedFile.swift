/// A file of the site once it is made, and what the verification reads in it, read once.
struct FinishedFile: Sendable {
  let bytes: [UInt8]
  /// Whether it holds nothing but white space.
  let isBlank: Bool
  /// Nil for what is no HTML page.
  let page: FinishedPage?

  /// - Parameters:
  ///   - path: from the site's root.
  ///   - base: the path of the public address, for links that begin with `/`.
  ///   - writtenLinks: what authors wrote in the page.
  init(_ bytes: [UInt8], at path: String, base: String, writtenLinks: [WrittenLink] = []) {
    self.bytes = bytes
    isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    page =
      path.hasSuffix(".html")
      ? FinishedPage(PageAnchors(html: bytes), at: path, base: base, writtenLinks: writtenLinks)
      : nil
  }
}

/// The links and anchors of a finished page.
struct FinishedPage: Sendable {
  /// A link as it stands in the page.
  struct Link: Sendable {
    let text: String
    /// Nil when it leaves the site.
    let target: RelativeLink?
    /// Where authors of the page wrote it; none when the layout made it.
    let written: [WrittenLink]
  }

  let ids: Set<String>
  let duplicateIDs: [String]
  let links: [Link]

  init(_ anchors: PageAnchors, at path: String, base: String, writtenLinks: [WrittenLink]) {
    ids = anchors.ids
    duplicateIDs = anchors.duplicateIDs
    let written = writtenLinks.map { ($0, RelativeLink($0.destination, from: path, base: base)) }
    links = anchors.links.map { text in
      let target = RelativeLink(text, from: path, base: base)
      return Link(
        text: text, target: target,
        written: written.filter { $0.1 == target }.map { $0.0 })
    }
  }
}
