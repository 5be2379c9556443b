/// Escapes for HTML and XML texts and for addresses in attributes.
public enum HTMLEscape {
  /// How quotes and apostrophes are written; `&`, `<` and `>` are always escaped.
  public enum Quotes: Sendable {
    /// As they are: text between tags.
    case kept
    /// Quotes alone: text between tags and in double-quoted attributes, as cmark writes it.
    case double
    /// Both: an author's attribute may stand between apostrophes. `&apos;` is unknown to old HTML.
    case both
    /// Both, as the format of sitemaps asks for them.
    case xml
  }

  /// Text safe between tags and in double-quoted attributes, unless other quotes are asked for.
  public static func text(_ text: String, quotes: Quotes = .double) -> String {
    guard text.utf8.contains(where: { entity($0, quotes) != nil }) else { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes, quotes: quotes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, in bytes after others.
  public static func append(_ text: String, to output: inout [UInt8], quotes: Quotes) {
    for byte in text.utf8 {
      if let entity = entity(byte, quotes) {
        output += entity.utf8
      } else {
        output.append(byte)
      }
    }
  }

  private static func entity(_ byte: UInt8, _ quotes: Quotes) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where quotes != .kept: "&quot;"
    case UInt8(ascii: "'") where quotes == .both: "&#39;"
    case UInt8(ascii: "'") where quotes == .xml: "&apos;"
    default: nil
    }
  }

  /// An address as an attribute's value: bytes that no address may hold are percent-encoded, those
  /// already encoded are kept.
  public static func address(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      case _ where isAddressByte(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
      }
    }
    return result
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ value: UInt8) -> String {
    String(value, radix: 16, uppercase: true)
  }
}
