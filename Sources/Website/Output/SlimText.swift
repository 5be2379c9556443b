import Text

/// Style sheets and scripts without what serves their authors alone: indentation, blank lines,
/// comments on lines of their own, the end of a line after a sign that ends it anyway, and spaces
/// beside the signs of a script.
enum SlimText {
  private typealias Line = ArraySlice<UInt8>

  /// The text of a style sheet or a script of the site, by its path; any other comes back unchanged.
  static func apply(to text: String, path: String) -> String {
    let isStyle = path.hasSuffix(".css")
    guard isStyle || path.hasSuffix(".js") else { return text }
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
    guard isStyle || !hasLongTemplate(lines) else { return text }
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
        appendScript(line, to: &result)
      }
    }
    return result.text
  }

  // MARK: - Scripts

  private static let doubtful = Array("'`/\\".utf8)
  private static let signs = Array("=<>&|?:,;{}()[]".utf8)
  private static let operators = Array("+-!".utf8)
  private static let lineEnds = Array(";{,([".utf8)

  private static func appendScript(_ line: Line, to result: inout [UInt8]) {
    if line.contains(where: { doubtful.contains($0) }) {
      result += line
    } else {
      appendPlain(line, to: &result)
    }
    if contains(line, "//") || !lineEnds.contains(line.last ?? 0) {
      result.append(UInt8(ascii: "\n"))
    }
  }

  /// A line of a script in which `"` alone quotes, without the spaces beside the signs of the
  /// language. Those beside « + », « - » and « ! » stay: « a + +b » and « a++b » are not the same.
  private static func appendPlain(_ line: Line, to result: inout [UInt8]) {
    var isQuoted = false
    for index in line.indices {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: " "), let before = result.last,
        index + 1 < line.endIndex
      {
        let after = line[index + 1]
        if !operators.contains(before), !operators.contains(after),
          signs.contains(before) || signs.contains(after)
        {
          continue
        }
      }
      result.append(byte)
    }
  }

  /// Whether a template literal may go on over several lines, where spaces would count.
  private static func hasLongTemplate(_ lines: [Line]) -> Bool {
    lines.contains { line in !line.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2) }
  }

  // MARK: - Style sheets

  private static func appendStyle(_ line: Line, to result: inout [UInt8]) {
    // What comes after « // » goes on to the end of the line, an address or not.
    switch contains(line, "//") ? nil : line.last {
    case UInt8(ascii: "}") where line.count == 1:
      if result.last == UInt8(ascii: ";") { result.removeLast() }
      result.append(UInt8(ascii: "}"))
    case UInt8(ascii: ";"): appendDeclaration(line, to: &result)
    case UInt8(ascii: "{"), UInt8(ascii: ","): appendSelector(line, to: &result)
    default:
      result += line
      result.append(UInt8(ascii: "\n"))
    }
  }

  /// `margin: 0 -0.5rem, 0 1em;` as `margin:0 -.5rem,0 1em;`; what stands between quotes stays.
  private static func appendDeclaration(_ line: Line, to result: inout [UInt8]) {
    let name = line.prefix(while: isOfProperty)
    let value = line.dropFirst(name.count)
    guard !name.isEmpty, value.starts(with: ": ".utf8) else { return result += line }
    result += name
    result.append(UInt8(ascii: ":"))
    result += slim(value, [(" 0.", " ."), (" -0.", " -."), (", ", ",")]).dropFirst(2)
  }

  /// `.a > .b, .c {` as `.a>.b,.c{`; what stands between quotes stays.
  private static func appendSelector(_ line: Line, to result: inout [UInt8]) {
    let selector = slim(line, [(" > ", ">"), (", ", ","), ("-width: ", "-width:")])
    if selector.suffix(2).elementsEqual(" {".utf8) {
      result += selector.dropLast(2)
      result.append(UInt8(ascii: "{"))
    } else {
      result += selector
    }
  }

  // MARK: - Bytes

  private static func isOfProperty(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func slim(_ line: Line, _ pairs: [(long: String, short: String)]) -> Line {
    guard !hasQuotes(line) else { return line }
    return pairs.reduce(line) { replacing($1.long, in: $0, with: $1.short) }
  }

  private static func hasQuotes(_ line: Line) -> Bool {
    line.contains(UInt8(ascii: "\"")) || line.contains(UInt8(ascii: "'"))
  }

  private static func contains(_ line: Line, _ two: StaticString) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == two.utf8Start[0] && $1 == two.utf8Start[1] }
  }

  private static func replacing(_ part: String, in line: Line, with new: String) -> Line {
    var result: [UInt8] = []
    var rest = line
    while let byte = rest.first {
      if rest.starts(with: part.utf8) {
        result += new
        rest.removeFirst(part.utf8.count)
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return result[...]
  }
}
