/// Texts that others wrote, shown in a terminal.
public enum TerminalText {
  /// A text in which each sign that a terminal would obey is replaced by U+FFFD.
  ///
  /// - Parameter keepsLayout: whether tabs and line ends stay, where a text has several lines.
  public static func visible(_ text: String, keepsLayout: Bool = false) -> String {
    let isHidden: (Unicode.Scalar) -> Bool = { scalar in
      isControl(scalar) && !(keepsLayout && (scalar == "\n" || scalar == "\t"))
    }
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return text.unicodeScalars.map { isHidden($0) ? "\u{FFFD}" : $0 }.string
  }

  /// A text without the signs that a terminal would obey.
  public static func withoutControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.filter { !isControl($0) }.string
  }

  /// Whether a terminal would obey a sign, or show nothing of it: controls, ends of lines and pages,
  /// marks that turn the direction of what follows, so that another text is read than the one written.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\t" { return true }
    return switch scalar.invisible {
    case .control, .direction, .lineEnd, .zeroWidth, .softHyphen: true
    case .lost, .ligature, .privateUse, nil: false
    }
  }
}
