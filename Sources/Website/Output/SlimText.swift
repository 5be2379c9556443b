/// Style sheets and scripts without what serves their authors alone: indentation, blank lines,
/// comments on lines of their own, and the end of a line after a sign that ends it anyway.
enum SlimText {
  private enum Language {
    case style
    case script
  }

  /// The text of a style sheet or a script of the site, by its path; any other comes back unchanged.
  static func apply(to text: String, path: String) -> String {
    slim(text, path: path, lineCount: .max)
  }

  /// Its first line, for those who ask only whether readers get anything at all.
  static func beginning(of text: String, path: String) -> String {
    slim(text, path: path, lineCount: 1)
  }

  private static func slim(_ text: String, path: String, lineCount: Int) -> String {
    if path.hasSuffix(".css") { return slim(text, .style, lineCount: lineCount) }
    if path.hasSuffix(".js"), !hasLongTemplate(text) {
      return slim(text, .script, lineCount: lineCount)
    }
    return text
  }

  private static func slim(_ text: String, _ language: Language, lineCount: Int) -> String {
    var rest = lineCount
    var result = ""
    var isInComment = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if isInComment {
        isInComment = !line.hasSuffix("*/")
        continue
      }
      if line.isEmpty || language == .script && line.hasPrefix("//") { continue }
      // A comment that shares its line with code stays, and « /*! » says that it must.
      if line.hasPrefix("/*"), !line.hasPrefix("/*!") {
        if line.hasSuffix("*/") { continue }
        if !line.contains("*/") {
          isInComment = true
          continue
        }
      }
      append(line, language, to: &result)
      rest -= 1
      if rest == 0 { break }
    }
    return result
  }

  private static func append(_ line: Substring, _ language: Language, to result: inout String) {
    // What comes after « // » goes on to the end of the line, an address or not.
    guard let last = line.last, !line.contains("//") else {
      result += line + "\n"
      return
    }
    switch (language, last) {
    case (.style, "}") where line.count == 1:
      if result.hasSuffix(";") { result.removeLast() }
      result += "}"
    case (.style, ";"): result += declaration(line)
    case (.style, "{"), (.style, ","): result += selector(line)
    case (.script, ";"), (.script, "{"), (.script, ","), (.script, "("), (.script, "["):
      result += line
    default: result += line + "\n"
    }
  }

  /// `margin: 0 0.5rem;` as `margin:0 .5rem;`; what stands between quotes stays.
  private static func declaration(_ line: Substring) -> String {
    let name = line.prefix { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    let value = line.dropFirst(name.count)
    guard !name.isEmpty, value.hasPrefix(": ") else { return String(line) }
    if hasQuotes(value) { return name + ":" + value.dropFirst(2) }
    return name + ":" + value.replacing(" 0.", with: " .").dropFirst(2)
  }

  private static func hasQuotes(_ text: some StringProtocol) -> Bool {
    text.contains("\"") || text.contains("'")
  }

  /// `.a > .b {` without the spaces; what stands between quotes stays.
  private static func selector(_ line: Substring) -> String {
    var selector = String(line)
    if !hasQuotes(selector) { selector = selector.replacing(" > ", with: ">") }
    if selector.hasSuffix(" {") { selector = selector.dropLast(2) + "{" }
    return selector
  }

  /// Whether a template literal may go on over several lines, where spaces would count.
  private static func hasLongTemplate(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      !line.utf8.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
    }
  }
}
