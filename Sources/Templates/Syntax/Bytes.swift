/// The reading of UTF-8 bytes that the lexer, the parser and the escapers share.
enum Bytes {
  static let newline = UInt8(ascii: "\n")

  /// The length in bytes of the white space at an offset, or 0: ASCII, no-break and typographic
  /// spaces, but no line end.
  static func spaceLength(in bytes: [UInt8], at offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return 1
    case 0xC2:  // U+00A0
      return offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2:  // U+2000 to U+200B, U+202F
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
      let last = bytes[offset + 2]
      return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The first offset from `start` that is not white space (line ends are none), at most `end`.
  static func skipSpaces(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let length = spaceLength(in: bytes, at: offset)
      if length == 0 { break }
      offset += length
    }
    return min(offset, end)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a byte can be part of a word: ASCII letters and digits, `_`, and all that is not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  static func string(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
