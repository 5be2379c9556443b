/// Style sheets and scripts without what serves their authors alone: indentation, blank lines,
/// comments on lines of their own. Readers get fewer bytes, and the lines stay readable.
enum SlimText {
  /// The text of a style sheet or a script of the site, by its path; any other comes back unchanged.
  static func apply(to text: String, path: String) -> String {
    slim(text, path: path, lineCount: .max)
  }

  /// Its first line, for those who ask only whether readers get anything at all.
  static func beginning(of text: String, path: String) -> String {
    slim(text, path: path, lineCount: 1)
  }

  private static func slim(_ text: String, path: String, lineCount: Int) -> String {
    if path.hasSuffix(".css") {
      return slim(text, lineCount: lineCount, isLineComment: { _ in false })
    }
    if path.hasSuffix(".js"), !hasLongTemplate(text) {
      return slim(text, lineCount: lineCount, isLineComment: { $0.hasPrefix("//") })
    }
    return text
  }

  private static func slim(
    _ text: String, lineCount: Int, isLineComment: (Substring) -> Bool
  ) -> String {
    var rest = lineCount
    var result = ""
    var isInComment = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if isInComment {
        isInComment = !line.hasSuffix("*/")
        continue
      }
      if line.isEmpty || isLineComment(line) { continue }
      // A comment that shares its line with code stays, and « /*! » says that it must.
      if line.hasPrefix("/*"), !line.hasPrefix("/*!") {
        if line.hasSuffix("*/") { continue }
        if !line.contains("*/") {
          isInComment = true
          continue
        }
      }
      result += line
      result += "\n"
      rest -= 1
      if rest == 0 { break }
    }
    return result
  }

  /// Whether a template literal may go on over several lines, where spaces would count.
  private static func hasLongTemplate(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      !line.utf8.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
    }
  }
}
