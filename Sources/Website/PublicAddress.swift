/// The site's public address, `https://exemple.org/clas/`, always ended by `/`.
struct PublicAddress: Sendable, Hashable {
  let text: String

  init(_ address: String) { text = address.hasSuffix("/") ? address : address + "/" }

  func address(of page: PageAddress) -> String { text + page.folder }

  /// The part after the host, `/clas/`: the prefix of links that cannot be relative.
  var path: String {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : "/"
  }
}
