/// The text of a list of inlines as one row of units, so that a rule sees across emphasis and ends
/// of lines, and can be rewritten in place.
///
/// **Units**: a unit is a Unicode scalar's value, or one of the marks below, which are above every
/// scalar.
struct InlineStream {
  /// An end of line in the source.
  static let softBreak: UInt32 = 0x11_0000
  static let lineBreak: UInt32 = 0x11_0001
  /// Something that is not to be touched: code, an address, a footnote's number, an image.
  static let object: UInt32 = 0x11_0002

  /// One text node: its units, and whether it is inside a link.
  struct Node {
    var units: Range<Int>
    var isInLink: Bool
  }

  private(set) var units: [UInt32] = []
  private(set) var nodes: [Node] = []
  /// Whether an image, whose text is read apart, stands among the inlines.
  private(set) var hasImage = false

  init(_ inlines: [Inline] = []) { collect(inlines, isInLink: false) }

  /// Reads other inlines, where there is room already.
  mutating func read(_ inlines: [Inline]) {
    units.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    hasImage = false
    collect(inlines, isInLink: false)
  }

  private mutating func collect(_ inlines: [Inline], isInLink: Bool) {
    for inline in inlines {
      switch inline {
      case .text(let text), .explanation(let text, _):
        let start = units.count
        for scalar in text.unicodeScalars { units.append(scalar.value) }
        nodes.append(Node(units: start..<units.count, isInLink: isInLink))
      case .softBreak: units.append(InlineStream.softBreak)
      case .lineBreak: units.append(InlineStream.lineBreak)
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        collect(content, isInLink: isInLink)
      case .link(let link) where !link.showsAddress: collect(link.content, isInLink: true)
      case .link, .code, .html, .image, .noteReference, .abbreviation:
        if case .image = inline { hasImage = true }
        units.append(InlineStream.object)
      }
    }
  }

  /// The inlines that the stream was made from, rewritten.
  ///
  /// - Parameters:
  ///   - text: what replaces the text node of these units; nil when it stays.
  ///   - softBreak: what replaces the end of line at this unit.
  func rewrite(
    _ inlines: [Inline], text: (Node) -> [Inline]?,
    softBreak: (Int) -> Inline? = { _ in .softBreak }, image: (Link) -> Link = { $0 }
  ) -> [Inline] {
    var (node, unit) = (0, 0)
    func rewritten(_ inlines: [Inline]) -> [Inline] {
      var result: [Inline] = []
      result.reserveCapacity(inlines.count)
      for inline in inlines {
        switch inline {
        case .text:
          if let replacement = text(nodes[node]) {
            for inline in replacement { result.append(merging: inline) }
          } else {
            result.append(merging: inline)
          }
          unit = nodes[node].units.upperBound
          node += 1
        case .explanation(let words, let form):
          let words = text(nodes[node])?.plainText ?? words
          result.append(.explanation(words, form: form))
          unit = nodes[node].units.upperBound
          node += 1
        case .emphasis(let content): result.append(.emphasis(rewritten(content)))
        case .strong(let content): result.append(.strong(rewritten(content)))
        case .strikethrough(let content): result.append(.strikethrough(rewritten(content)))
        case .link(var link) where !link.showsAddress:
          link.content = rewritten(link.content)
          result.append(.link(link))
        case .softBreak:
          if let replacement = softBreak(unit) { result.append(merging: replacement) }
          unit += 1
        case .image(let link):
          result.append(.image(image(link)))
          unit += 1
        case .link, .lineBreak, .code, .html, .noteReference, .abbreviation:
          result.append(inline)
          unit += 1
        }
      }
      return result
    }
    return rewritten(inlines)
  }
}

extension [Inline] {
  /// Appends an inline; texts that come together become one.
  fileprivate mutating func append(merging inline: Inline) {
    if case .text(let next) = inline, case .text(let text)? = last {
      self[count - 1] = .text(text + next)
    } else {
      append(inline)
    }
  }
}

extension Link {
  /// Whether the text of the link is its address, or another one.
  var showsAddress: Bool {
    let text = content.plainText
    guard !text.isEmpty, !text.utf8.contains(UInt8(ascii: " ")) else { return false }
    return text.contains("://") || text.contains("@") || text.hasPrefix("www.")
      || text == destination || destination.hasSuffix("//" + text)
      || destination.hasSuffix(":" + text)
  }
}
