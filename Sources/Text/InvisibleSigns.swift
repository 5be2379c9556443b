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
    case control
  }

  /// Nil for what is seen, and for the ordinary tab; line feeds count as controls here.
  public var invisible: Invisible? {
    switch value {
    case 0x09, 0x20...0x7E, 0xA0...0xAC, 0xAE...0x200A, 0x2010...0x2027, 0x202F...0x205F,
      0x2070...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFC, 0x10000...0x10FFFF:
      nil
    case 0x85, 0x2028, 0x2029: .lineEnd
    case 0xAD: .softHyphen
    case 0xFEFF, 0x200B...0x200D, 0x2060...0x2064: .zeroWidth
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2065...0x206F: .direction
    case 0xFFFD: .lost
    default: .control
    }
  }
}
