import Text

/// The cutting of text into lines, at ordinary spaces: a no-break space never begins a line.
public enum Wrapping {
  /// A word, or the end of a line that the author wants.
  public enum Piece {
    /// **Units**: the width counts characters.
    case word(Range<Int>, width: Int)
    case lineBreak
  }

  /// Stands in the bytes of a text where a new line is wanted; no UTF-8 holds it.
  static let lineBreak: UInt8 = 0xFF

  /// The lines of a text, one at least; only a word longer than the width exceeds it, alone.
  public static func lines(_ text: String, width: Int) -> [String] {
    var output = TextLines(width: width)
    output.write(Array(text.utf8))
    return output.bytes.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a text has anything but spaces.
  static func hasPieces(_ text: [UInt8]) -> Bool {
    var index = 0
    return next(in: text, from: &index) != nil
  }

  /// What begins at an index or after the spaces there; the index moves behind it.
  ///
  /// Control characters, which an entity can bring, would break the lines: they count as spaces.
  public static func next(in text: [UInt8], from index: inout Int) -> Piece? {
    while index < text.count, let length = spaceLength(in: text, at: index) { index += length }
    guard index < text.count else { return nil }
    if text[index] == lineBreak {
      index += 1
      return .lineBreak
    }
    let start = index
    var width = 0
    var isSimple = true
    while index < text.count, text[index] != lineBreak, spaceLength(in: text, at: index) == nil {
      let byte = text[index]
      if !UTF8.isContinuation(byte) { width += 1 }
      if byte >= 0xCC, !isCharacter(text, at: index) { isSimple = false }
      index += 1
    }
    if !isSimple { width = String(decoding: text[start..<index], as: UTF8.self).count }
    return .word(start..<index, width: width)
  }

  /// How many bytes a space or a control has; nil for anything else.
  @inline(__always)
  static func spaceLength(in text: [UInt8], at index: Int) -> Int? {
    let byte = text[index]
    if byte < 0x7F { return byte <= 0x20 ? 1 : nil }
    return switch byte {
    case 0x7F: 1
    case 0xC2 where text[index + 1] == 0x85: 2
    // U+2028 and U+2029.
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: 3
    default: nil
    }
  }

  /// Whether a scalar from U+0300 on is surely a character of its own, as those of French texts are:
  /// dashes, quotation marks, dots, narrow spaces, signs of currencies.
  private static func isCharacter(_ text: [UInt8], at index: Int) -> Bool {
    guard text[index] == 0xE2 else { return false }
    return switch (text[index + 1], text[index + 2]) {
    case (0x80, 0x90...0xA7), (0x80, 0xAF...), (0x81, ...0x9E), (0x82, 0xA0...): true
    default: false
    }
  }
}
