/// Unicode scalars as YAML and French authors use them.
extension Unicode.Scalar {
  /// Spaces that look like the ordinary one and that YAML does not take for it.
  @inlinable
  public var isSpecialSpace: Bool {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  @inlinable
  public var isYAMLWhite: Bool { self == " " || self == "\t" }

  @inlinable
  public var isAnyWhite: Bool { isYAMLWhite || isSpecialSpace }

  @inlinable
  public var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  @inlinable
  public var isIdentifierPart: Bool {
    isASCIIDigit || (0x61...0x7A).contains(value) || self == "_" || self == "-"
  }

  /// « U+00A0 ».
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Collection<Unicode.Scalar> {
  @inlinable
  public var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }
}

extension BidirectionalCollection<Unicode.Scalar> where SubSequence: BidirectionalCollection {
  /// Without spaces of any kind at both ends.
  @inlinable
  public var trimmedScalars: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.isAnyWhite { rest = rest.dropFirst() }
    while let last = rest.last, last.isAnyWhite { rest = rest.dropLast() }
    return rest
  }
}

extension StringProtocol {
  /// At most so many scalars, with an ellipsis for what is left out: a letter may have a megabyte of
  /// accents.
  public func shortened(to limit: Int) -> String {
    let scalars = unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return String(self) }
    return String(String.UnicodeScalarView(scalars.prefix(limit - 1))) + "…"
  }
}
