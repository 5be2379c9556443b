import Facts
import Text

/// Addresses, and what stands between the parentheses of a link.
extension MarkdownEscaper {
  /// A value as the destination of a link, or as a part of one.
  static func destination(of value: InsertedValue, isPart: Bool) -> [UInt8] {
    switch value {
    case .text(let text) where isPart: Array(PercentEncoding.encoded(text).utf8)
    case .phone(let text):
      Array(PhoneNumber.link(text).dropFirst("tel:".count).utf8)
    default: percentEncoded(value.text)
    }
  }

  /// A text with what would end or change an address written as `%` and two digits.
  static func percentEncoded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte <= 0x20 || byte == 0x7F || "\"<>\\^`{|}()[]*~".utf8.contains(byte) {
        result += encoded(byte)
      } else if byte == UInt8(ascii: "&"), isEntity(bytes, at: index) {
        result += Array("&amp;".utf8)
      } else if byte == UInt8(ascii: "%"), !isEncoded(bytes, at: index) {
        result += Array("%25".utf8)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isEncoded(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count
      && bytes[(index + 1)...(index + 2)].allSatisfy {
        Bytes.isDigit($0) || (0x61...0x66).contains($0 | 0x20)
      }
  }

  private static func isEntity(_ bytes: [UInt8], at index: Int) -> Bool {
    let name = bytes[(index + 1)...].prefix(40).prefix {
      Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == UInt8(ascii: "#")
    }
    return !name.isEmpty && name.endIndex < bytes.count
      && bytes[name.endIndex] == UInt8(ascii: ";")
  }

  static func isWebAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// Whether CommonMark reads `<text>` as an address of mail.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let signs = ".!#$%&'*+/=?^_`{|}~-".utf8
    guard
      parts[0].utf8.allSatisfy({
        Bytes.isLetter($0) || Bytes.isDigit($0) || signs.contains($0)
      })
    else { return false }
    return parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.utf8.count < 62 && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy {
          Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == UInt8(ascii: "-")
        }
    }
  }
}
