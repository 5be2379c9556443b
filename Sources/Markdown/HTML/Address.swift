import Text

/// What an address leads to.
public enum Address: Sendable, Hashable {
  case web
  case mail
  case telephone
  /// `#depot`: the identifier, percent-encoding resolved by nobody.
  case anchor(String)
  /// A path relative to the page, or from the site's root.
  case relative
  /// Any other scheme, and `//host`: never rendered.
  case unsafe

  public init(_ destination: String) {
    // Browsers drop tabs and ends of lines inside an address, and spaces before it.
    let scalars = destination.unicodeScalars.drop { $0.value <= 0x20 }
      .filter { $0.value != 9 && $0.value != 10 && $0.value != 13 }
    let clean = scalars.string
    if clean.hasPrefix("#") {
      self = .anchor(String(clean.dropFirst()))
    } else if Address.isProtocolRelative(clean) {
      self = .unsafe
    } else {
      self = Address.scheme(of: clean).map(Address.init(scheme:)) ?? .relative
    }
  }

  private init(scheme: String) {
    switch scheme {
    case "https", "http": self = .web
    case "mailto": self = .mail
    case "tel": self = .telephone
    default: self = .unsafe
    }
  }

  /// `//host` and what browsers read as such.
  private static func isProtocolRelative(_ address: String) -> Bool {
    let isSlash: (Character) -> Bool = { $0 == "/" || $0 == "\\" }
    return address.prefix(2).count == 2 && address.prefix(2).allSatisfy(isSlash)
  }

  /// What stands before the first colon, in lower case; nil when a path, a query or an anchor begins
  /// before it.
  private static func scheme(of address: String) -> String? {
    var scheme = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case ":": return scheme.lowercased()
      case "/", "?", "#": return nil
      default: scheme.unicodeScalars.append(scalar)
      }
      // No allowed scheme is longer; the rest of a long text need not be read.
      if scheme.unicodeScalars.count > 40 { return address.contains(":") ? "" : nil }
    }
    return nil
  }
}

extension Address {
  var isSafe: Bool { self != .unsafe }
}

extension Link {
  public var address: Address { Address(destination) }
}
