/// Style sheets and scripts without what serves their authors alone: indentation, blank lines,
/// comments on lines of their own, the end of a line after a sign that ends it anyway, and spaces
/// beside the signs of a script.
enum SlimText {
  private typealias Line = Substring.UTF8View

  /// The text of a style sheet or a script of the site, by its path; any other comes back unchanged.
  static func apply(to text: String, path: String) -> String {
    let isStyle = path.hasSuffix(".css")
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    guard isStyle || path.hasSuffix(".js") && !hasLongTemplate(lines) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isInComment = false
    for line in lines {
      let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let ends = line.suffix(2).elementsEqual("*/".utf8)
      if isInComment {
        isInComment = !ends
      } else if line.isEmpty || !isStyle && line.starts(with: "//".utf8) {
        continue
      } else if line.starts(with: "/*".utf8), !line.starts(with: "/*!".utf8),
        ends || !contains(line, "*/")
      {
        // A comment that shares its line with code stays, and « /*! » says that it must.
        isInComment = !ends
      } else if isStyle {
        appendStyle(line, to: &result)
      } else {
        if line.contains(where: "\"'`/".utf8.contains) {
          result += line
        } else {
          appendScript(line, to: &result)
        }
        if contains(line, "//") || !";{,([".utf8.contains(line.last ?? 0) {
          result.append(UInt8(ascii: "\n"))
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A line of a script in which nothing is quoted, without the spaces beside the signs of the
  /// language. Those beside « + », « - » and « ! » stay: « a + +b » and « a++b » are not the same.
  private static func appendScript(_ line: Line, to result: inout [UInt8]) {
    let signs = "=<>&|?:,;{}()[]".utf8
    var rest = line
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: " "), let before = result.last, let after = rest.first,
        !"+-!".utf8.contains(before), !"+-!".utf8.contains(after),
        signs.contains(before) || signs.contains(after)
      {
        continue
      }
      result.append(byte)
    }
  }

  private static func appendStyle(_ line: Line, to result: inout [UInt8]) {
    // What comes after « // » goes on to the end of the line, an address or not.
    switch contains(line, "//") ? nil : line.last {
    case UInt8(ascii: "}") where line.count == 1:
      if result.last == UInt8(ascii: ";") { result.removeLast() }
      result.append(UInt8(ascii: "}"))
    case UInt8(ascii: ";"): result += declaration(Substring(line)).utf8
    case UInt8(ascii: "{"), UInt8(ascii: ","): result += selector(Substring(line)).utf8
    default:
      result += line
      result.append(UInt8(ascii: "\n"))
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

  /// `.a > .b {` without the spaces; what stands between quotes stays.
  private static func selector(_ line: Substring) -> String {
    let selector = hasQuotes(line) ? line : line.replacing(" > ", with: ">")
    return selector.hasSuffix(" {") ? selector.dropLast(2) + "{" : String(selector)
  }

  private static func hasQuotes(_ text: Substring) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
  }

  private static func contains(_ line: Line, _ two: StaticString) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == two.utf8Start[0] && $1 == two.utf8Start[1] }
  }

  /// Whether a template literal may go on over several lines, where spaces would count.
  private static func hasLongTemplate(_ lines: [Line]) -> Bool {
    lines.contains { line in !line.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2) }
  }
}
