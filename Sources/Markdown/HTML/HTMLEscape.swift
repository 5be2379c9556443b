/// Escapes for HTML text and for addresses in attributes.
public enum HTMLEscape {
  /// Text safe between tags and in double-quoted attributes.
  public static func text(_ text: String) -> String {
    var result = ""
    append(text, to: &result)
    return result
  }

  static func append(_ text: String, to result: inout String) {
    let special: (UInt8) -> Bool = {
      $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
        || $0 == UInt8(ascii: "\"")
    }
    guard text.utf8.contains(where: special) else { return result += text }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
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
