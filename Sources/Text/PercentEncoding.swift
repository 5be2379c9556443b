/// Names in addresses.
public enum PercentEncoding {
  /// A name as one part of a path, all that is no letter, digit, `-`, `.`, `_` or `~` of ASCII as `%`
  /// and two digits.
  ///
  /// **Example**: `Lettre d'engagement.pdf` → `Lettre%20d%27engagement.pdf`
  public static func encoded(_ name: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      case _ where "-._~".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return bytes.text
  }

  /// A path, each of its parts encoded.
  public static func encoded(path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { encoded($0) }
      .joined(separator: "/")
  }

  /// What an address names, its `%` and two digits as bytes; those that are none stay.
  public static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count > 1,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result.text
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
