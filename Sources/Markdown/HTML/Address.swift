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

  var isSafe: Bool { self != .unsafe }

  public init(_ destination: String) {
    var address = destination
    // Browsers drop tabs and ends of lines inside an address, and spaces before it.
    if destination.utf8.contains(where: { $0 <= 0x20 }) {
      address = destination.utf8.drop { $0 <= 0x20 }.filter { ![9, 10, 13].contains($0) }.text
    }
    let bytes = address.utf8
    let isSlash: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    if bytes.first == UInt8(ascii: "#") {
      self = .anchor(String(address.unicodeScalars.dropFirst()))
    } else if bytes.count >= 2, bytes.prefix(2).allSatisfy(isSlash) {
      // `//host` and what browsers read as such.
      self = .unsafe
    } else {
      self = Address(schemeOf: address)
    }
  }

  /// A scheme stands before the first colon, when no path, query or anchor begins before it.
  private init(schemeOf address: String) {
    let end = address.utf8.firstIndex { byte in ":/?#".utf8.contains(byte) }
    guard let end, address.utf8[end] == UInt8(ascii: ":") else {
      self = .relative
      return
    }
    switch address[..<end].lowercased() {
    case "https", "http": self = .web
    case "mailto": self = .mail
    case "tel": self = .telephone
    default: self = .unsafe
    }
  }

  /// `http:/www.caf.fr`, `https//www.caf.fr` or `htp://www.caf.fr` with the scheme that was meant; nil
  /// for what begins otherwise.
  static func withWholeScheme(_ address: String) -> String? {
    guard
      let scheme = address.prefixMatch(of: /(?i)(h{1,2}t{1,3}p{1,2}|ttp|hptt)(s{0,2})[:;]?[\/\\]*/)
    else { return nil }
    let host = address[scheme.range.upperBound...]
    // « https.pdf » may be a file.
    guard host.count + 3 < address.count, missingScheme(of: String(host)) == "https://" else {
      return nil
    }
    let mended = (scheme.output.2.isEmpty ? "http://" : "https://") + host
    return mended == address ? nil : mended
  }

  /// What was left out before `www.caf.fr`, `caf.fr/guide` or `clas@caf.fr`: `https://` or `mailto:`;
  /// nil for what may be a page or a file of the site.
  static func missingScheme(of address: String) -> String? {
    if address.utf8.first == UInt8(ascii: "0"), telephone(address) == "tel:" + address {
      return "tel:"
    }
    let host = address.prefix { !"/?#".contains($0) }.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    if labels[0] == "www" { return "https://" }
    guard domains.contains(String(labels[labels.count - 1])), !host.contains(" ") else {
      return nil
    }
    if !host.contains("@") { return "https://" }
    return host.utf8.count == address.utf8.count && !host.hasPrefix("@") ? "mailto:" : nil
  }

  /// « mailto:aide@caf,fr » with the dot that was meant; nil for anything else.
  static func withDots(_ address: String) -> String? {
    let mended = address.replacing(",", with: ".")
    return Address(address) == .mail && mended != address && WebAddress.namesPerson(mended)
      ? mended : nil
  }

  /// « 04 99 00 00 01 », with or without `tel:`, as the address that calls it; nil for anything else.
  static func telephone(_ text: String) -> String? {
    let number = text.hasPrefix("tel:") ? text.dropFirst(4) : text[...]
    let digits = number.filter { !" .-\u{A0}\u{202F}".contains($0) }
    let isNumber =
      digits.hasPrefix("+33")
      ? digits.utf8.count == 12 : digits.hasPrefix("0") && digits.utf8.count == 10
    guard isNumber, digits.dropFirst().utf8.allSatisfy(Unit.isDigit) else { return nil }
    return "tel:" + digits
  }

  /// The ends of the hosts that notes name; no file has one for its suffix.
  private static let domains: Set<String> = ["fr", "com", "org", "net", "eu", "info", "re", "nc"]
}
