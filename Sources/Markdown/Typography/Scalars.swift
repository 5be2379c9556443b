/// The classes of units that the rules of typography speak of.
enum Unit {
  static let noBreakSpace: UInt32 = 0xA0
  static let narrowNoBreakSpace: UInt32 = 0x202F
  /// Before the first unit and after the last one.
  static let edge: UInt32 = 0x11_0003
  /// A unit that vanishes, or was never there.
  static let none: UInt32 = 0x11_0004

  /// A space that a line may hold: ordinary, no-break, thin, or the end of a line in the source.
  static func isSpace(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x20, 0x09, noBreakSpace, narrowNoBreakSpace, 0x2009, InlineStream.softBreak: true
    default: false
    }
  }

  static func isEdge(_ unit: UInt32) -> Bool {
    unit == edge || unit == InlineStream.lineBreak
  }

  /// Whether a sign may want a space beside it, or be an apostrophe: « » ; ! ? : % € ‰ ° º '.
  static func isSign(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x21, 0x25, 0x27, 0x3A, 0x3B, 0x3F, 0xAB, 0xB0, 0xBA, 0xBB, 0x2030, 0x20AC: true
    default: false
    }
  }

  static func isDigit(_ unit: some UnsignedInteger) -> Bool { (0x30...0x39).contains(unit) }

  static func isLetter(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0xC0: return unit == 0xAA || unit == 0xB5
    case 0xD7, 0xF7: return false
    case 0xC0..<0x250, 0x300...0x36F: return true
    default:
      guard let scalar = Unicode.Scalar(unit) else { return false }
      return scalar.properties.isAlphabetic
    }
  }

  static func isWord(_ unit: UInt32) -> Bool { isDigit(unit) || isLetter(unit) }

  static func isOpening(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x28, 0x5B, 0x7B, 0x201C, 0x2018, 0xAB: true  // ( [ { “ ‘ «
    default: false
    }
  }

  static func isClosing(_ unit: UInt32) -> Bool {
    [0x29, 0x5D, 0x7D, 0x201D, 0x2019, 0x22, 0xBB].contains(unit)  // ) ] } ” ’ " »
  }
}

extension [UInt8] {
  /// Adds a unit in UTF-8, which is much faster than one scalar after another in a string; nothing
  /// for a mark.
  mutating func append(unit: UInt32) {
    func next(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (unit >> shift & 0x3F)) }
    switch unit {
    case 0..<0x80: append(UInt8(unit))
    case 0..<0x800:
      append(UInt8(0xC0 | unit >> 6))
      append(next(0))
    case 0..<0x1_0000:
      append(UInt8(0xE0 | unit >> 12))
      append(next(6))
      append(next(0))
    case 0..<0x11_0000:
      append(UInt8(0xF0 | unit >> 18))
      append(next(12))
      append(next(6))
      append(next(0))
    default: break
    }
  }
}
