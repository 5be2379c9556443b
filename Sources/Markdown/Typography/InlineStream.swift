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

  init(_ inlines: [Inline]) { collect(inlines, isInLink: false) }

  private mutating func collect(_ inlines: [Inline], isInLink: Bool) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        let start = units.count
        for scalar in text.unicodeScalars { units.append(scalar.value) }
        nodes.append(Node(units: start..<units.count, isInLink: isInLink))
      case .softBreak: units.append(InlineStream.softBreak)
      case .lineBreak: units.append(InlineStream.lineBreak)
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        collect(content, isInLink: isInLink)
      case .link(let link):
        if link.showsAddress {
          units.append(InlineStream.object)
        } else {
          collect(link.content, isInLink: true)
        }
      case .code, .html, .image, .noteReference, .abbreviation: units.append(InlineStream.object)
      }
    }
  }

  /// Rewrites the inlines that the stream was made from.
  ///
  /// - Parameters:
  ///   - text: what replaces the text node of these units.
  ///   - softBreak: what replaces the end of line at this unit.
  func rewrite(
    _ inlines: [Inline], text: (Node) -> [Inline],
    softBreak: (Int) -> [Inline] = { _ in [.softBreak] }
  ) -> [Inline] {
    var cursor = Cursor()
    return rewrite(inlines, &cursor, text, softBreak)
  }

  /// How far the rewriting has come, in the order of the collection.
  private struct Cursor {
    var node = 0
    var unit = 0
  }

  private func rewrite(
    _ inlines: [Inline], _ cursor: inout Cursor, _ text: (Node) -> [Inline],
    _ softBreak: (Int) -> [Inline]
  ) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text:
        result.append(merging: text(nodes[cursor.node]))
        cursor.unit = nodes[cursor.node].units.upperBound
        cursor.node += 1
      case .softBreak:
        result.append(merging: softBreak(cursor.unit))
        cursor.unit += 1
      case .emphasis(let content):
        result.append(.emphasis(rewrite(content, &cursor, text, softBreak)))
      case .strong(let content):
        result.append(.strong(rewrite(content, &cursor, text, softBreak)))
      case .strikethrough(let content):
        result.append(.strikethrough(rewrite(content, &cursor, text, softBreak)))
      case .link(var link) where !link.showsAddress:
        link.content = rewrite(link.content, &cursor, text, softBreak)
        result.append(.link(link))
      case .link, .lineBreak, .code, .html, .image, .noteReference, .abbreviation:
        result.append(inline)
        cursor.unit += 1
      }
    }
    return result
  }
}

extension [Inline] {
  /// Appends inlines; texts that come together become one.
  fileprivate mutating func append(merging inlines: [Inline]) {
    for inline in inlines {
      if case .text(let next) = inline, case .text(let text)? = last {
        self[count - 1] = .text(text + next)
      } else {
        append(inline)
      }
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
