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
    return bytes.text
  }

  /// The same, in bytes after others.
  public static func append(
    _ text: String, to output: inout [UInt8], quotes: Quotes = .double
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let entity = entity(bytes[index], quotes) else { continue }
        output += bytes[start..<index]
        output += entity
        start = index + 1
      }
      output += bytes[start...]
    }
  }

  private static func entity(_ byte: UInt8, _ quotes: Quotes) -> String? {
    // No letter comes before these signs.
    guard byte <= UInt8(ascii: ">") else { return nil }
    return switch byte {
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
    var bytes: [UInt8] = []
    append(address: address, to: &bytes)
    return bytes.text
  }

  /// The same, in bytes after others.
  public static func append(address: String, to output: inout [UInt8]) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;"
      case UInt8(ascii: "'"): output += "&#x27;"
      case _ where isAddressByte(byte): output.append(byte)
      default: output += "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
      }
    }
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
