extension Unicode.Scalar {
  /// What a sign is that nobody sees, or that no text that people write should hold.
  public enum Invisible: Sendable {
    case lineEnd
    case softHyphen
    case zeroWidth
    /// A mark that turns the direction of writing.
    case direction
    /// U+FFFD, which stands for a character that was lost.
    case lost
    /// Two letters in one sign, as PDF files hold them: nobody finds the word any more.
    case ligature
    /// A sign of one font alone, such as the bullets of Word: others show a box.
    case privateUse
    case control

    /// What it is, in French: « un caractère de largeur nulle ».
    public var name: String {
      switch self {
      case .lineEnd: "une fin de ligne invisible"
      case .softHyphen: "un trait d'union invisible"
      case .zeroWidth: "un caractère de largeur nulle"
      case .direction: "une marque de sens d'écriture"
      case .lost: "le signe d'un caractère perdu"
      case .ligature: "deux lettres soudées en un seul signe"
      case .privateUse: "un signe qui n'existe que dans une police"
      case .control: "un caractère de commande"
      }
    }
  }

  /// Nil for what is seen, and for the ordinary tab; line feeds count as controls here.
  public var invisible: Invisible? {
    switch value {
    case 0x09, 0x20...0x7E, 0xA0...0xAC, 0x2010...0x2027, 0x202F...0x205F, 0x20A0...0x20BF: nil
    // Seen or not by what stands before: `isInvisible(after:before:)`.
    case 0xFE0E, 0xFE0F: nil
    case 0x85, 0x2028, 0x2029: .lineEnd
    case 0xAD: .softHyphen
    case 0xFEFF, 0x200B...0x200D, 0x2060...0x2064, 0x34F, 0x180E, 0x115F, 0x1160, 0x2800, 0x3164,
      0xFFA0:
      .zeroWidth
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2065...0x206F: .direction
    case 0xFFFD: .lost
    case 0xFB00...0xFB06: .ligature
    case 0...0x9F, 0xFDD0...0xFDEF, 0xFFF0...0xFFFC, 0xE0000...0xE0FFF: .control
    // The last two of each plane are no characters.
    default: value & 0xFFFE == 0xFFFE ? .control : invisibleByItsProperties
    }
  }

  /// Whether it makes an emoji of the sign before it, or a sign of an emoji.
  public var isEmojiSelector: Bool { value == 0xFE0E || value == 0xFE0F }

  /// Whether nobody sees it between two others. Of a digit there is an emoji under U+20E3 alone.
  public func isInvisible(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    guard isEmojiSelector else { return invisible != nil }
    guard let previous, previous.properties.isEmoji else { return true }
    return previous.isASCII && next != "\u{20E3}"
  }

  /// What it is where nobody sees it.
  public var hiddenKind: Invisible { invisible ?? (isEmojiSelector ? .zeroWidth : .control) }

  /// What the tables of Unicode say of the others.
  private var invisibleByItsProperties: Invisible? {
    switch properties.generalCategory {
    case .privateUse: .privateUse
    case .unassigned, .format, .control: .control
    default: properties.isDefaultIgnorableCodePoint ? .zeroWidth : nil
    }
  }

  /// What should be written instead, such as nothing, or the letters of a ligature; nil where nobody
  /// knows which sign was lost.
  public var visibleForm: String? {
    if isEmojiSelector { return "" }
    return switch invisible {
    case .softHyphen, .zeroWidth, .direction: ""
    case .ligature: ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(value - 0xFB00)]
    case .control, .lineEnd: Unicode.Scalar.windowsForms[value] ?? (isLineEnd ? " " : nil)
    case .lost, .privateUse, nil: nil
    }
  }

  /// Whether nothing else can be meant than `visibleForm`.
  public var hasCertainForm: Bool { visibleForm != nil && !isLineEnd }

  /// A line end of any kind, where an author may have wanted a space or a new line.
  private var isLineEnd: Bool { [0x0B, 0x0C, 0x2028, 0x2029].contains(value) }

  /// What control characters are when a text in Windows-1252 was read as another.
  public static let windowsForms: [UInt32: String] = [
    0x80: "€", 0x85: "…", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–",
    0x97: "—", 0x9C: "œ",
  ]
}

extension String {
  /// The first sign that nobody sees, line feeds and tabs left aside.
  public var firstInvisible: Unicode.Scalar? {
    var text = self
    let offset = text.withUTF8 { bytes in
      bytes.indices.first { index in
        switch bytes[index] {
        case 0x0A: false
        case 0x20...0x7E, 0xC3...0xCC, 0x80...0xC1: false
        default: Unicode.Scalar.isInvisible(in: bytes, at: index)
        }
      }
    }
    return offset.flatMap { text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: $0)] }
  }
}

extension [Unicode.Scalar] {
  /// Whether nobody sees the sign at an index.
  public func hidesSign(at index: Int) -> Bool {
    self[index].isInvisible(
      after: index > 0 ? self[index - 1] : nil, before: index + 1 < count ? self[index + 1] : nil)
  }
}

extension Unicode.Scalar {
  fileprivate static func isInvisible(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    guard let scalar = Unicode.Scalar(in: bytes, at: index) else { return false }
    guard scalar.isEmojiSelector else { return scalar.invisible != nil }
    let start = bytes[..<index].lastIndex { $0 & 0xC0 != 0x80 }
    let next = index + UTF8.width(scalar)
    return scalar.isInvisible(
      after: start.flatMap { Unicode.Scalar(in: bytes, at: $0) },
      before: next < bytes.count ? Unicode.Scalar(in: bytes, at: next) : nil)
  }

  /// The scalar whose UTF-8 begins at an index.
  public init?(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let first = bytes[index]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = count == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(count))
    for next in bytes[(index + 1)...].prefix(count - 1) { value = value << 6 | UInt32(next & 0x3F) }
    self.init(value)
  }
}
