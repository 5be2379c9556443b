/// A word or a sign within a tag.
struct TagToken {
  enum Kind: Hashable {
    /// A keyword, or a dotted path.
    case word(String)
    case string(String)
    case pipe
    case colon
    case comma
    case equals
    case openParenthesis
    case closeParenthesis
    case unknown(String)
  }

  var kind: Kind
  var range: Range<Int>

  var word: String? { if case .word(let word) = kind { word } else { nil } }
}

/// The tokens of one tag, and what was wrong with its quotation marks.
struct TagTokens {
  var tokens: [TagToken] = []
  /// Texts between quotation marks that are not `"`, with the text as it should be.
  var misquoted: [(range: Range<Int>, replacement: String)] = []
  /// Where a text begins that never ends.
  var unclosedText: Int?

  /// Reads a tag's content. A no-break space is a space.
  init(_ bytes: [UInt8], _ content: Range<Int>) {
    var offset = content.lowerBound
    let end = content.upperBound
    while offset < end {
      let space = Bytes.spaceLength(in: bytes, at: offset)
      if space > 0 || bytes[offset] == Bytes.newline {
        offset += max(space, 1)
      } else if let quote = Quote(bytes, at: offset, end: end) {
        offset = readText(bytes, from: offset, to: end, quote)
      } else {
        let token = TagTokens.token(bytes, from: offset, to: end)
        tokens.append(token)
        offset = token.range.upperBound
      }
    }
  }

  private static func token(_ bytes: [UInt8], from start: Int, to end: Int) -> TagToken {
    let sign: TagToken.Kind? =
      switch bytes[start] {
      case UInt8(ascii: "|"): .pipe
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: "="): .equals
      case UInt8(ascii: "("): .openParenthesis
      case UInt8(ascii: ")"): .closeParenthesis
      default: nil
      }
    if let sign { return TagToken(kind: sign, range: start..<(start + 1)) }
    var offset = start
    while offset < end, isPathByte(bytes, offset, end) { offset += 1 }
    if offset > start {
      return TagToken(kind: .word(Bytes.string(bytes[start..<offset])), range: start..<offset)
    }
    while offset < end, !isBoundary(bytes, offset, end) { offset += 1 }
    let range = start..<max(offset, start + 1)
    return TagToken(kind: .unknown(Bytes.string(bytes[range])), range: range)
  }

  private static func isPathByte(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    let byte = bytes[offset]
    guard Bytes.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else {
      return false
    }
    return byte < 0x80
      || (Bytes.spaceLength(in: bytes, at: offset) == 0
        && Quote(bytes, at: offset, end: end) == nil)
  }

  private static func isBoundary(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    let signs = "|:,=()\n\"".utf8
    return signs.contains(bytes[offset]) || isPathByte(bytes, offset, end)
      || Bytes.spaceLength(in: bytes, at: offset) > 0 || Quote(bytes, at: offset, end: end) != nil
  }

  private mutating func readText(
    _ bytes: [UInt8], from start: Int, to end: Int, _ quote: Quote
  ) -> Int {
    let contentStart = start + quote.length
    var offset = contentStart
    var closing: Quote?
    while offset < end {
      if let found = Quote(bytes, at: offset, end: end), found.closes(quote) {
        closing = found
        break
      }
      offset += 1
    }
    if closing == nil, unclosedText == nil { unclosedText = start }
    let next = offset + (closing?.length ?? 0)
    var content = contentStart..<offset
    if quote.kind == .guillemet { content = TagTokens.trimmed(bytes, content) }
    let text = Bytes.string(bytes[content])
    tokens.append(TagToken(kind: .string(text), range: start..<next))
    if quote.kind != .straight || closing.map({ $0.kind != .straight }) ?? false {
      misquoted.append((start..<next, "\"\(text)\""))
    }
    return next
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = Bytes.skipSpaces(in: bytes, from: range.lowerBound, to: range.upperBound)
    var end = start
    var offset = start
    while offset < range.upperBound {
      let length = Bytes.spaceLength(in: bytes, at: offset)
      offset += max(length, 1)
      if length == 0 { end = offset }
    }
    return start..<end
  }
}

/// A quotation mark: straight, or one that a word processor puts in its place.
private struct Quote: Hashable {
  enum Kind {
    case straight
    /// “ ” „
    case curly
    /// « »
    case guillemet
    /// ' ‘ ’
    case apostrophe
  }

  var kind: Kind
  var length: Int

  init?(_ bytes: [UInt8], at offset: Int, end: Int) {
    switch bytes[offset] {
    case UInt8(ascii: "\""): (kind, length) = (.straight, 1)
    case UInt8(ascii: "'"): (kind, length) = (.apostrophe, 1)
    case 0xC2 where offset + 1 < end && [0xAB, 0xBB].contains(bytes[offset + 1]):
      (kind, length) = (.guillemet, 2)
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
      switch bytes[offset + 2] {
      case 0x9C, 0x9D, 0x9E, 0x9F: (kind, length) = (.curly, 3)
      case 0x98, 0x99: (kind, length) = (.apostrophe, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// An apostrophe within a text is no end of it, unless an apostrophe began it.
  func closes(_ opening: Quote) -> Bool {
    switch opening.kind {
    case .straight: kind == .straight
    case .apostrophe: kind == .apostrophe
    case .curly, .guillemet: kind != .apostrophe
    }
  }
}
