/// What one HTML page offers to links (its `id`s) and asks for (its `href`s and `src`s).
struct PageAnchors: Sendable {
  var ids: Set<String> = []
  /// The `id`s that stand twice: a link to them would be ambiguous, and the page invalid.
  var duplicateIDs: [String] = []
  var links: [String] = []

  /// Reads the attributes of each tag; text, comments and the content of scripts are passed over.
  ///
  /// Our own layouts and renderer write the pages, with every attribute between double quotes, so
  /// that a scan by bytes is enough.
  init(html: [UInt8]) {
    var index = 0
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      if html[open...].starts(with: "<!--".utf8) {
        index = PageAnchors.end(of: Array("-->".utf8), in: html, from: open)
        continue
      }
      index = scanTag(html, from: open + 1)
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
    let isIdentifier = name.elementsEqual("id=".utf8)
    let isLink = name.elementsEqual("href=".utf8) || name.elementsEqual("src=".utf8)
    guard isIdentifier || isLink else { return }
    let text = String(decoding: value, as: UTF8.self)
    if isLink { return links.append(PageAnchors.unescaped(text)) }
    if !ids.insert(text).inserted { duplicateIDs.append(text) }
  }

  private static func end(of mark: [UInt8], in html: [UInt8], from start: Int) -> Int {
    var index = start
    while index + mark.count <= html.count {
      if html[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return html.count
  }

  private static func unescaped(_ value: String) -> String {
    guard value.contains("&") else { return value }
    var result = value
    for (entity, character) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] {
      result = result.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }
}
