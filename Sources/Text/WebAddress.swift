/// Addresses of the web, as authors type them.
public enum WebAddress {
  private static let longestHost = 253
  private static let longestLabel = 63

  /// Whether an address names a site after its scheme: `https://www.caf.fr/aide`.
  ///
  /// The site has letters, digits and hyphens, of any script, between single dots; a port is a number
  /// of at most 65,535. What stands before `@` is refused: it hides which site is meant.
  public static func namesSite(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return false }
    let authority = bytes[scheme.upperBound...].prefix { !"/?#\\".utf8.contains($0) }
    let parts = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let host = parts.first, host.count <= longestHost, parts.count <= 2,
      parts.count == 1 || isPort(parts[1])
    else { return false }
    return host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy(isLabel)
  }

  /// Whether an address of mail names somebody after its scheme: `mailto:clas@caf88.caf.fr?subject=Clas`,
  /// or several people with commas between them.
  public static func namesPerson(_ address: String) -> Bool {
    address.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix { $0 != UInt8(ascii: "?") }
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .allSatisfy { person in
        let parts = person.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && !parts.contains(where: \.isEmpty)
      }
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    UInt16(String(decoding: bytes, as: UTF8.self)) != nil && bytes.first != UInt8(ascii: "+")
  }

  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, bytes.count <= longestLabel,
      first != UInt8(ascii: "-"), last != UInt8(ascii: "-")
    else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
      default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    }
  }
}
