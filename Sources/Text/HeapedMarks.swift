/// Accents and other marks heaped on one letter, which no language writes. Swift compares texts by
/// their normal forms, for which it sorts the marks of a letter: of thousands, without end.
extension String {
  /// How many marks may follow each other. Ten on a letter are many.
  public static let markLimit = 30

  /// The UTF-8 offset of the first mark that is one too many, whether it stands as itself or as a code
  /// of YAML, JSON or HTML (`\u0301`, `&#769;`, `&#x301;`); nil where none is.
  public var firstHeapedMark: Int? {
    var text = self
    return text.withUTF8 { bytes in
      var (index, count) = (0, 0)
      while index < bytes.count {
        let sign = WrittenSign(at: index, in: bytes)
        count = sign.isMark ? count + 1 : sign.isNothing ? count : 0
        if count > String.markLimit { return index }
        index += sign.length
      }
      return nil
    }
  }

  /// How many marks stand on no letter: on other marks, or on signs that may be no part of what is read,
  /// such as those of Markdown.
  public var heapedMarkCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var (index, count) = (0, 0)
      var isOnLetter = false
      while index < bytes.count {
        let sign = WrittenSign(at: index, in: bytes)
        if sign.isMark, !isOnLetter { count += 1 }
        isOnLetter = !sign.isMark && bytes[index].isLetterPart
        index += sign.length
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// Whether the sign stands on the one before it, and is sorted with those beside it.
  var isHeapable: Bool {
    value >= 0x300 && !(0x2000...0x20CF).contains(value)
      && properties.canonicalCombiningClass != .notReordered
  }
}

/// What some bytes of a text stand for.
private struct WrittenSign {
  var length = 1
  var isMark = false
  /// What joins two lines of a YAML text.
  var isNothing = false

  init(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[index] {
    case UInt8(ascii: "\\"): readEscape(in: bytes[(index + 1)...])
    case UInt8(ascii: "&"): readEntity(in: bytes[(index + 1)...])
    // No mark begins with these bytes.
    case ..<0xCC: break
    default:
      let scalar = Unicode.Scalar(in: bytes, at: index)
      length = scalar.map(UTF8.width) ?? 1
      isMark = scalar?.isHeapable ?? false
    }
  }

  private mutating func readEscape(in bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    switch bytes.first {
    case UInt8(ascii: "u"): readNumber(bytes.dropFirst().prefix(4), radix: 16, around: 2)
    case UInt8(ascii: "U"): readNumber(bytes.dropFirst().prefix(8), radix: 16, around: 2)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      isNothing = true
      length = 1 + bytes.prefix { [0x0A, 0x0D, 0x20, 0x09].contains($0) }.count
    default: break
    }
  }

  private mutating func readEntity(in bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.first == UInt8(ascii: "#") else { return }
    let isHexadecimal = bytes.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = bytes.dropFirst(isHexadecimal ? 2 : 1).prefix(8).prefix { $0.isHexadecimalDigit }
    let hasSemicolon = bytes[digits.endIndex...].first == UInt8(ascii: ";")
    readNumber(
      digits, radix: isHexadecimal ? 16 : 10,
      around: (isHexadecimal ? 3 : 2) + (hasSemicolon ? 1 : 0))
  }

  /// - Parameter around: how many bytes of the code are none of the digits.
  private mutating func readNumber(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int, around: Int
  ) {
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: radix),
      let scalar = Unicode.Scalar(value), scalar.isHeapable
    else { return }
    isMark = true
    length = digits.count + around
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
  }

  /// Whether the byte is a letter or a figure of ASCII, or belongs to a sign beyond.
  fileprivate var isLetterPart: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) || self >= 0x80
  }
}
