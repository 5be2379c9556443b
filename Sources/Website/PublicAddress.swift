import Text

/// The site's public address, `https://exemple.org/clas/`, always ended by `/`.
struct PublicAddress: Sendable, Hashable {
  let text: String

  init(_ address: String) { text = address.hasSuffix("/") ? address : address + "/" }

  func address(of page: PageAddress) -> String { text + page.folder }

  /// Where a relative link of a page leads; nil when it climbs out of the site.
  func address(of link: String, from page: PageAddress) -> String? {
    guard let target = RelativeLink(link, from: page.file, base: path), var path = target.path
    else { return nil }
    if path == "index.html" || path.hasSuffix("/index.html") { path.removeLast("index.html".count) }
    let anchor = target.anchor.map { "#" + PercentEncoding.encoded($0) } ?? ""
    return text + PercentEncoding.encoded(path: path) + anchor
  }

  /// The part after the host, `/clas/`: the prefix of links that cannot be relative.
  var path: String {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : "/"
  }
}
