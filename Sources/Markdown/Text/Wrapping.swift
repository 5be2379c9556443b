import Text

/// Lines of plain text.
public enum Wrapping {
  /// Cuts a text into lines at ordinary spaces; a newline begins a line, a no-break space never
  /// does.
  ///
  /// **Units**: the width counts characters. Only a word longer than the line exceeds it, alone.
  public static func lines(_ text: String, width: Int) -> [String] {
    guard text.hasOneScalarACharacter else {
      return cut(text, space: " ", newline: "\n", width: width) { ($0, $0.count) }
    }
    return cut(
      text.utf8, space: UInt8(ascii: " "), newline: UInt8(ascii: "\n"), width: width
    ) { (Substring($0), scalarCount($0)) }
  }

  /// How many characters a text has.
  static func width(of text: String) -> Int {
    text.hasOneScalarACharacter ? scalarCount(text.utf8) : text.count
  }

  private static func scalarCount(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.count { !UTF8.isContinuation($0) }
  }

  /// - Parameters:
  ///   - text: characters, or bytes, which are read much faster.
  ///   - word: the text of a word and how many characters it has.
  private static func cut<Text: Collection>(
    _ text: Text, space: Text.Element, newline: Text.Element, width: Int,
    word: (Text.SubSequence) -> (text: Substring, width: Int)
  ) -> [String] where Text.Element: Equatable {
    var lines: [String] = []
    for part in text.split(separator: newline, omittingEmptySubsequences: false) {
      var line = ""
      var length = 0
      for piece in part.split(separator: space) {
        let word = word(piece)
        if length > 0, length + 1 + word.width > width {
          lines.append(line)
          line = ""
          length = 0
        }
        if length > 0 {
          line += " "
          length += 1
        }
        line += word.text
        length += word.width
      }
      lines.append(line)
    }
    return lines
  }

  /// Lines with a mark before the first and as many spaces before the others.
  static func hang(_ lines: [String], under mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    return lines.enumerated().map { index, line in
      if index == 0 { return line.isEmpty ? trimmed(mark) : mark + line }
      return line.isEmpty ? "" : indent + line
    }
  }

  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
