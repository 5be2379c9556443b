/// Lines of plain text.
public enum Wrapping {
  /// Cuts a text into lines at ordinary spaces; a newline begins a line, a no-break space never
  /// does.
  ///
  /// **Units**: the width counts characters. Only a word longer than the line exceeds it, alone.
  public static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var length = 0
      for word in part.split(separator: " ") {
        let count = word.count
        if length > 0, length + 1 + count > width {
          lines.append(line)
          line = ""
          length = 0
        }
        if length > 0 {
          line += " "
          length += 1
        }
        line += word
        length += count
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
