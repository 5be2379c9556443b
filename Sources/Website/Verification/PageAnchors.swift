/// What one HTML page offers to links (its `id`s) and asks for (its `href`s and `src`s).
struct PageAnchors: Sendable {
  private(set) var ids: Set<String> = []
  /// The same in the order of the page.
  private(set) var orderedIDs: [String] = []
  /// The `id`s that stand twice: a link to them would be ambiguous, and the page invalid.
  private(set) var duplicateIDs: [String] = []
  /// Those that may lead to the site, each once: authors may write the same one thousands of times.
  private(set) var links: [String] = []
  private var seen: Set<String> = []

  /// Reads the attributes of each tag; text, comments and the content of scripts are passed over.
  ///
  /// Our own layouts and renderer write the pages, with every attribute between double quotes, so
  /// that a scan by bytes is enough.
  init(html: [UInt8]) {
    var index = 0
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      if open + 1 < html.count, html[open + 1] == UInt8(ascii: "!"),
        html[open...].starts(with: "<!--".utf8)
      {
        index = html[open...].firstRange(of: "-->".utf8)?.upperBound ?? html.count
      } else {
        index = scanTag(html, from: open + 1)
      }
    }
  }

  private mutating func scanTag(_ html: [UInt8], from start: Int) -> Int {
    var index = start
    var name = start
    while index < html.count, html[index] != UInt8(ascii: ">") {
      let byte = html[index]
      if byte == UInt8(ascii: "\"") {
        let close = html[(index + 1)...].firstIndex(of: byte) ?? html.count
        record(html[name..<index], html[min(index + 1, close)..<close])
        index = close + 1
        name = index
      } else {
        index += 1
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { name = index }
      }
    }
    return min(index + 1, html.count)
  }

  /// - Parameter name: of the attribute, with the sign after it.
  private mutating func record(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    if name.elementsEqual("id=".utf8) {
      let id = String(decoding: value, as: UTF8.self)
      if ids.insert(id).inserted { orderedIDs.append(id) } else { duplicateIDs.append(id) }
    } else if name.elementsEqual("href=".utf8) || name.elementsEqual("src=".utf8),
      !RelativeLink.leavesSite(value)
    {
      let link = PageAnchors.unescaped(String(decoding: value, as: UTF8.self))
      if seen.insert(link).inserted { links.append(link) }
    }
  }

  private static func unescaped(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    return [
      ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"),
      ("&amp;", "&"),
    ].reduce(value) { $0.replacing($1.0, with: $1.1) }
  }
}
