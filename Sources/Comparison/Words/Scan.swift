/// What stands at a byte of a UTF-8 text.
enum Scan {
  enum Kind {
    case digit, letter, space, apostrophe, other
  }

  /// The bytes of the scalar that begins with a byte.
  static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  static func kind(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Kind {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case 0x30...0x39: return .digit
      case 0x41...0x5A, 0x61...0x7A: return .letter
      case 0x20, 0x09, 0x0A, 0x0D: return .space
      case 0x27: return .apostrophe
      default: return .other
      }
    }
    let second = index + 1 < end ? bytes[index + 1] : 0
    switch byte {
    case 0xC2: return second == 0xA0 ? .space : second == 0xAA || second == 0xBA ? .letter : .other
    case 0xC3: return second == 0x97 || second == 0xB7 ? .other : .letter
    case 0xE2: return punctuation(second, index + 2 < end ? bytes[index + 2] : 0)
    default: return .letter
    }
  }

  /// U+2000 to U+2FFF, by its last two bytes.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x80...0x8B), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x80, 0x99): .apostrophe
    default: .other
    }
  }

  /// How many letters and digits a range has.
  static func letterCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = kind(bytes, index, range.upperBound)
      if kind == .letter || kind == .digit { count += 1 }
      index += length(bytes[index])
    }
    return count
  }
}
