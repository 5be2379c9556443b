/// What a style sheet, or the style of an element, asks for.
enum SVGStyle {
  /// Whether a style asks for a file.
  static func loads(_ style: some Collection<UInt8>) -> Bool {
    guard style.contains(UInt8(ascii: "(")) || style.contains(UInt8(ascii: "@")) else {
      return false
    }
    let signs = plain(style)
    return signs.indices.contains { index in
      switch signs[index] {
      case UInt8(ascii: "@"): signs[index...].starts(with: "@import".utf8)
      case UInt8(ascii: "("):
        ends(signs[..<index], with: "image-set") || ends(signs[..<index], with: "src")
          || ends(signs[..<index], with: "url") && !isAllowed(signs[(index + 1)...])
      default: false
      }
    }
  }

  private static func ends(_ signs: ArraySlice<UInt8>, with name: StaticString) -> Bool {
    let name = "\(name)".utf8
    return signs.suffix(name.count).elementsEqual(name)
  }

  /// A place of the picture, or what stands in the address itself.
  private static func isAllowed(_ address: ArraySlice<UInt8>) -> Bool {
    ["#", "data:image/png;", "data:font/"].contains { address.starts(with: $0.utf8) }
  }

  /// A style in small letters, without spaces and quotes, its escapes (`u\72 l`) read.
  private static func plain(_ style: some Collection<UInt8>) -> [UInt8] {
    let written = Array(style)
    var signs: [UInt8] = []
    var index = 0
    while index < written.count {
      let byte = written[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        let digits = written[index...].prefix(6).prefix(while: isHexadecimal)
        index += digits.count
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        let sign = value.flatMap(Unicode.Scalar.init)
        signs += (sign.map { String($0) } ?? "").utf8.compactMap(kept)
      } else if let sign = kept(byte) {
        signs.append(sign)
      }
    }
    return signs
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }

  /// In small letters; nil for what no name holds: spaces and quotes.
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"): nil
    case 0x41...0x5A: byte | 0x20
    default: byte
    }
  }
}
