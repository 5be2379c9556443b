/// Texts as JSON writes them.
public enum JSONText {
  /// The signs that are escaped besides those that JSON asks for, and how.
  public struct Escapes: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `\r` and `\t` have their short names.
    public static let shortNames = Escapes(rawValue: 1)
    /// U+007F, which a terminal may obey.
    public static let delete = Escapes(rawValue: 2)
    /// U+2028 and U+2029, the line ends of JavaScript and of YAML.
    public static let lineSeparators = Escapes(rawValue: 4)
    /// `<`, so that no text can close a script.
    public static let lessThan = Escapes(rawValue: 8)

    /// What the commands print, and the texts of frozen notes, which are YAML too.
    public static let printed: Escapes = [.shortNames, .delete, .lineSeparators]
    /// The result of a calculation: bytes above ASCII are copied as they are, for speed.
    public static let result: Escapes = [.delete]
    /// A literal in a script of a page.
    public static let script: Escapes = [.lineSeparators, .lessThan]
  }

  /// The text between quotes, or `null`.
  public static func string(_ text: String?, escaping escapes: Escapes = .printed) -> String {
    guard let text else { return "null" }
    return "\"" + String(decoding: escaped(Array(text.utf8), escapes), as: UTF8.self) + "\""
  }

  /// The bytes of a text as they stand between the quotes of a string.
  public static func escaped(_ text: [UInt8], _ escapes: Escapes) -> [UInt8] {
    let hasSeparators = escapes.contains(.lineSeparators)
    let isPlain = text.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0x3C
        && !(hasSeparators && byte == 0xE2)
    }
    if isPlain { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0xE2, hasSeparators, let last = separator(in: text, at: index) {
        result += "\\u202".utf8
        result.append(last)
        index += 2
      } else {
        append(byte, to: &result, escapes)
      }
    }
    return result
  }

  /// The last digit of U+2028 or U+2029, when the two bytes here end one of them.
  private static func separator(in text: [UInt8], at index: Int) -> UInt8? {
    guard index + 1 < text.count, text[index] == 0x80 else { return nil }
    switch text[index + 1] {
    case 0xA8: return UInt8(ascii: "8")
    case 0xA9: return UInt8(ascii: "9")
    default: return nil
    }
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8], _ escapes: Escapes) {
    switch byte {
    case UInt8(ascii: "\""): result += "\\\"".utf8
    case UInt8(ascii: "\\"): result += "\\\\".utf8
    case UInt8(ascii: "\n"): result += "\\n".utf8
    case UInt8(ascii: "\r") where escapes.contains(.shortNames): result += "\\r".utf8
    case UInt8(ascii: "\t") where escapes.contains(.shortNames): result += "\\t".utf8
    case 0..<0x20,
      0x7F where escapes.contains(.delete),
      UInt8(ascii: "<") where escapes.contains(.lessThan):
      let digits = String(byte, radix: 16)
      result += (digits.utf8.count == 1 ? "\\u000" : "\\u00").utf8
      result += digits.utf8
    default: result.append(byte)
    }
  }
}
