/// How much of an address the static parts of a layout say, sign by sign.
extension HTMLPosition.Address {
  private static let attributes: Set<String> = [
    "action", "background", "by", "cite", "data", "formaction", "from", "href", "imagesrcset",
    "longdesc", "manifest", "ping", "poster", "src", "srcset", "to", "values", "xlink:href",
  ]

  /// Attributes that hold several addresses, one after the other.
  static func areSeveral(in attribute: String) -> Bool {
    ["imagesrcset", "ping", "srcset", "values"].contains(attribute)
  }

  /// Whether nothing but a delay stands before: « 0; » in the content of a refresh. Of longer content the
  /// last four signs are known, « 2025; ».
  var followsDelay: Bool {
    guard case .sought(let last) = self, last.count < 4, let sign = last.last else { return false }
    return [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(sign)
      && last.dropLast().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  private static let schemes = Set(["http", "https", "mailto", "tel"].map { Array($0.utf8) })

  init(of attribute: String, in element: String) {
    self =
      if Self.attributes.contains(attribute) {
        .begun([])
      } else if element == "meta", attribute == "content" {
        .sought([])
      } else {
        .none
      }
  }

  mutating func read(_ byte: UInt8) {
    // Browsers pass over spaces and line ends in the beginning of an address.
    guard byte > 0x20 else { return }
    let small = Bytes.isLetter(byte) ? byte | 0x20 : byte
    switch self {
    case .sought(let last):
      let last = last.suffix(3) + [small]
      self = last.elementsEqual("url=".utf8) ? .begun([]) : .sought(Array(last))
    case .begun(let start):
      switch byte {
      case UInt8(ascii: ":"): self = Self.following(start)
      case _ where Self.isSlash(byte): self = start.isEmpty ? .rooted : .open
      case UInt8(ascii: "?"), UInt8(ascii: "#"): self = .open
      // No scheme is as long.
      default: if start.count < 16 { self = .begun(start + [small]) }
      }
    case .rooted: self = Self.isSlash(byte) ? .site(isNamed: false) : .open
    case .site(let isNamed):
      switch byte {
      case _ where Self.isSlash(byte): if isNamed { self = .open }
      case UInt8(ascii: "?"), UInt8(ascii: "#"): self = .open
      default: self = .site(isNamed: true)
      }
    case .none, .open, .unsafe: break
    }
  }

  /// What follows the colon of a scheme.
  private static func following(_ scheme: [UInt8]) -> Self {
    guard schemes.contains(scheme) else { return .unsafe(scheme) }
    return scheme.starts(with: "http".utf8) ? .site(isNamed: false) : .open
  }

  /// Browsers take one for the other.
  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// What is known where two branches meet.
  func merged(with other: Self) -> Self {
    switch (self, other) {
    case (.unsafe, _), (_, .none): self
    case (_, .unsafe), (.none, _): other
    case (_, .open): self
    default: other
    }
  }
}
