import Text

/// A link as it is written in a page, and the file of the site that it reaches.
struct RelativeLink: Sendable, Hashable, Codable {
  /// The path of the file from the site's root; nil when the link climbs out of the site.
  let path: String?
  /// The part after `#`, percent-decoded; nil when there is none.
  let anchor: String?

  private static let slash = UInt8(ascii: "/")

  /// Returns nil when the link leaves the site (it has a scheme, or begins with `//`).
  ///
  /// - Parameters:
  ///   - link: the value of `href` or `src`.
  ///   - page: the path of the page that holds it, such as `vosges/index.html`.
  ///   - base: the path of the site's public address, such as `/notes/`, for links that begin with `/`.
  init?(_ link: String, from page: String, base: String) {
    let link = link.utf8
    if RelativeLink.leavesSite(link) { return nil }
    let end = link.firstIndex(of: UInt8(ascii: "#"))
    anchor = end.map { PercentEncoding.decoded(Substring(link[$0...].dropFirst())) }
    let written = link[..<(end ?? link.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    if written.isEmpty {
      path = page
      return
    }
    let target = PercentEncoding.decoded(Substring(written))
    var steps = target.utf8[...]
    let name = page.utf8.reversed().prefix { $0 != RelativeLink.slash }.count
    var folder = Array(page.utf8.dropLast(name))
    if steps.first == RelativeLink.slash {
      guard steps.starts(with: base.utf8) else {
        path = nil
        return
      }
      steps = steps.dropFirst(base.utf8.count)
      folder = []
    }
    path = RelativeLink.resolve(steps, in: folder)
  }

  /// - Parameter folder: ended by `/`, or empty.
  private static func resolve(_ target: Substring.UTF8View, in folder: [UInt8]) -> String? {
    var path = folder
    var rest = target
    while !rest.isEmpty {
      let part = rest.prefix { $0 != slash }
      rest = rest.dropFirst(part.count + 1)
      if part.isEmpty || part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard path.popLast() != nil else { return nil }
        while let last = path.last, last != slash { path.removeLast() }
      } else {
        path += part
        path.append(slash)
      }
    }
    // A link to a folder reaches its page.
    if target.isEmpty || target.last == slash || target.suffix(2).elementsEqual("..".utf8) {
      path += "index.html".utf8
    } else if path.last == slash {
      path.removeLast()
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// Whether a link has a scheme or names a host, whatever is escaped in what follows.
  static func leavesSite(_ link: some Collection<UInt8>) -> Bool {
    hasScheme(link) || link.starts(with: "//".utf8)
  }

  private static func hasScheme(_ link: some Collection<UInt8>) -> Bool {
    guard let colon = link.firstIndex(of: UInt8(ascii: ":")), colon != link.startIndex else {
      return false
    }
    return link[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "+-.".utf8.contains(byte)
      }
    }
  }
}
