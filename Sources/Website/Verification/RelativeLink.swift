/// A link as it is written in a page, and the file of the site that it reaches.
struct RelativeLink: Sendable, Equatable {
  /// The path of the file from the site's root; nil when the link climbs out of the site.
  let path: String?
  /// The part after `#`, percent-decoded; nil when there is none.
  let anchor: String?

  /// Returns nil when the link leaves the site (it has a scheme, or begins with `//`).
  ///
  /// - Parameters:
  ///   - link: the value of `href` or `src`.
  ///   - page: the path of the page that holds it, such as `vosges/index.html`.
  ///   - base: the path of the site's public address, such as `/notes/`, for links that begin with `/`.
  init?(_ link: String, from page: String, base: String) {
    guard !RelativeLink.hasScheme(link), !link.hasPrefix("//") else { return nil }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    anchor = parts.count > 1 ? RelativeLink.decoded(parts[1]) : nil
    var target = RelativeLink.decoded(parts[0].prefix { $0 != "?" })
    if target.isEmpty {
      path = page
      return
    }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    if target.hasPrefix("/") {
      guard target.hasPrefix(base) else {
        path = nil
        return
      }
      target.removeFirst(base.count)
      folders = []
    }
    path = RelativeLink.resolve(target, in: folders)
  }

  private static func resolve(_ target: String, in folders: [String]) -> String? {
    var folders = folders
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if folders.popLast() == nil { return nil }
      default: folders.append(String(part))
      }
    }
    let path = folders.joined(separator: "/")
    // A link to a folder reaches its page.
    let isFolder = target.isEmpty || target.hasSuffix("/") || target.hasSuffix("..")
    return isFolder ? (path.isEmpty ? "index.html" : path + "/index.html") : path
  }

  static func hasScheme(_ link: String) -> Bool {
    guard let colon = link.firstIndex(of: ":"), colon != link.startIndex else { return false }
    return link[..<colon].unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || $0 == "+" || $0 == "-" || $0 == "."
    }
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
