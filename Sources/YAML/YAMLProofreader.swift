import Text

/// Finds what people mistype in YAML before libyaml sees it, and mends it in memory, so that one
/// slip does not hide the faults of the rest of the file.
///
/// It knows just enough YAML to tell keys, values, quotes, flow collections, block texts and
/// comments apart, line by line. What it does not understand it leaves to libyaml.
struct YAMLProofreader {
  typealias Line = [Unicode.Scalar]

  /// The lines, mended.
  var lines: [Line] = []
  private(set) var slips: [YAMLSlip] = []
  /// Stands for a comma between two digits in a flow collection (`{valeur: 32,5 %}`): there it is a
  /// decimal comma, which YAML would take for a separator. `unmasked` puts the comma back.
  let commaMask: Unicode.Scalar
  /// Stands for a colon in a text over several lines, where quotes cannot be added.
  let colonMask: Unicode.Scalar
  let isKey: (String) -> Bool

  /// By how many columns mended lines are longer than they were from a column on, or shorter, one change
  /// after the other: a tabulation is two spaces.
  private var shifts: [Int: [(column: Int, count: Int)]] = [:]
  var state = State.entries
  /// The entry above, whose plain value the next lines may continue.
  var above: Entry?

  enum State {
    case entries
    /// A text after `|` or `>`; its lines are deeper than this column.
    case block(parent: Int)
    case quote(Unicode.Scalar, Opening)
    case flow([Unicode.Scalar], Opening)
  }

  /// Where a quote or a bracket opens, from 0, and the column of what its entry begins with.
  struct Opening {
    var line: Int
    var column: Int
    var indent: Int
  }

  struct Entry {
    /// The place of the key, with its spaces.
    var line = 0
    var key: Range<Int>?
    /// The column of the key or of the item, from 0.
    var column: Int
    var hasPlainValue = false
  }

  init(_ text: String, isKey: @escaping (String) -> Bool) {
    self.isKey = isKey
    var used: Set<Unicode.Scalar> = []
    var line: Line = []
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        // A copy of just its size.
        lines.append(Array(line[...]))
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(scalar)
        if (0xE000...0xF8FF).contains(scalar.value) { used.insert(scalar) }
      }
    }
    lines.append(line)
    // Nor one that an escape stands for.
    let escapes = text.utf8.contains(UInt8(ascii: "\\")) ? text.uppercased() : ""
    var free = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
      !used.contains(scalar) && !escapes.contains(String(scalar.value, radix: 16, uppercase: true))
    }.makeIterator()
    commaMask = free.next() ?? "\u{F0000}"
    colonMask = free.next() ?? "\u{F0001}"
  }

  /// The lines again as one text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      for scalar in line {
        if scalar.isASCII {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    // libyaml places what is missing at the end of a text by whether its last line has an end.
    bytes.removeLast()
    return bytes
  }

  /// A text of the mended lines with the signs that its author wrote.
  func unmasked(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xEE }) else { return text }
    return text.unicodeScalars.map { scalar in
      scalar == commaMask ? "," : scalar == colonMask ? ":" : scalar
    }.string
  }

  /// Says what was mistyped at a line and a column from 0.
  mutating func report(_ slip: YAMLSlip, _ line: Int, _ column: Int, length: Int = 1) {
    var slip = slip
    (slip.line, slip.column, slip.length) = (line + 1, written(column, in: line) + 1, length)
    slips.append(slip)
  }

  /// The column that the author knows for one of a mended line, both from 0.
  func written(_ column: Int, in line: Int) -> Int {
    (shifts[line] ?? []).reversed().reduce(column) { column, shift in
      if column < shift.column || column == shift.column && shift.count > 0 { return column }
      return max(shift.column, column - shift.count)
    }
  }

  /// Puts the space that is missing into a line.
  mutating func insertSpace(_ line: Int, at column: Int) {
    lines[line].insert(" ", at: column)
    shifts[line, default: []].append((column, 1))
  }

  /// Puts spaces in the place of the first signs of a line.
  mutating func indent(_ line: Int, by spaces: Int, insteadOf count: Int) {
    lines[line].replaceSubrange(..<count, with: Line(repeating: " ", count: spaces))
    shifts[line, default: []].append((0, spaces - count))
  }

  mutating func run() {
    for index in lines.indices { read(index) }
    closeForgotten(before: lines.count)
  }

  private mutating func read(_ index: Int) {
    switch state {
    case .entries: break
    case .block(let parent):
      let indent = lines[index].prefix { $0 == " " }.count
      if indent > parent || lines[index].allSatisfy(\.isAnyWhite) { return }
      state = .entries
    case .quote(let mark, let opening):
      guard isEntry(index, atMost: opening.indent) else {
        return continueQuote(mark, index, opening)
      }
      closeForgotten(before: index)
    case .flow(let open, let opening):
      guard isEntry(index, atMost: opening.indent) else {
        return readFlow(index, from: 0, open: open, opening)
      }
      closeForgotten(before: index)
    }
    readEntry(index)
  }

  /// Whether a line clearly begins a new entry, so that the quote or bracket above was forgotten.
  private func isEntry(_ index: Int, atMost indent: Int) -> Bool {
    var rest = lines[index][...]
    let column = rest.prefix { $0 == " " }.count
    rest = rest.dropFirst(column)
    guard column <= indent, let first = rest.first else { return false }
    if first == "-", rest.dropFirst().first == " " { return true }
    let key = rest.prefix { $0.isIdentifierPart }
    let after = rest.dropFirst(key.count)
    return !key.isEmpty && after.first == ":" && (after.dropFirst().first ?? " ") == " "
  }

  /// Reports the quote or the brackets that are open and closes them at the end of the lines above.
  private mutating func closeForgotten(before index: Int) {
    let marks: [Unicode.Scalar]
    switch state {
    case .entries, .block: return
    case .quote(let mark, let opening):
      reportUnclosed(mark, opening, before: index)
      marks = [mark]
    case .flow(let open, let opening):
      reportUnclosed(open.first ?? "[", opening, before: index)
      marks = open.reversed().map(YAMLProofreader.closing)
    }
    state = .entries
    let last = lastLine(before: index)
    lines[last] = Array(lines[last][...].trimmedEnd) + marks
  }

  /// On a line of its own the end is where the line ends, unless a comment may follow.
  private mutating func reportUnclosed(
    _ mark: Unicode.Scalar, _ opening: Opening, before index: Int
  ) {
    let isOneLine = lastLine(before: index) == opening.line
    let isSure = isOneLine && !lines[opening.line].contains("#")
    report(
      .unclosed(mark).mended(isSure ? .certain : isOneLine ? .proposed : .none), opening.line,
      opening.column)
  }

  /// The last line before another that holds anything.
  private func lastLine(before index: Int) -> Int {
    var last = index - 1
    while last > 0, lines[last].allSatisfy(\.isAnyWhite) { last -= 1 }
    return last
  }

  static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar {
    switch open {
    case "[": "]"
    case "{": "}"
    default: open
    }
  }

  private mutating func continueQuote(
    _ mark: Unicode.Scalar, _ index: Int, _ opening: Opening
  ) {
    guard let end = QuotedText.end(mark, in: lines[index], from: 0) else { return }
    state = .entries
    above = nil
    checkAfter(index, end: end, value: nil)
  }

  /// Reads a line inside brackets or braces, and hides its decimal commas.
  mutating func readFlow(
    _ index: Int, from start: Int, open: [Unicode.Scalar], _ opening: Opening
  ) {
    var open = open
    var at = start
    while at < lines[index].count {
      let scalar = lines[index][at]
      switch scalar {
      case "\"", "'":
        guard isValueStart(index, at) else { break }
        guard let end = QuotedText.end(scalar, in: lines[index], from: at + 1) else {
          // A quote over several lines inside brackets: left to libyaml.
          state = .entries
          above = nil
          return
        }
        at = end
      case "[", "{": open.append(scalar)
      case "]", "}":
        _ = open.popLast()
        if open.isEmpty {
          state = .entries
          above = nil
          checkAfter(index, end: at, value: opening.line == index ? opening.column : nil)
          return
        }
      case ",": if isDecimalComma(index, at) { lines[index][at] = commaMask }
      case ":": if open.last == "{" { mendFlowKey(index, at) }
      case "#": if at > 0, lines[index][at - 1].isYAMLWhite { at = lines[index].count }
      default: break
      }
      at += 1
    }
    state = .flow(open, opening)
  }

  /// `{code:msa}`, mended to `{code: msa}`.
  private mutating func mendFlowKey(_ index: Int, _ colon: Int) {
    let line = lines[index]
    guard colon + 1 < line.count, !line[colon + 1].isAnyWhite, line[colon + 1] != "/" else {
      return
    }
    let name = Array(line[..<colon].reversed().prefix { $0.isIdentifierPart }.reversed())
    let start = colon - name.count
    let before = line[..<start].last { !$0.isAnyWhite }
    guard !name.isEmpty, before == "{" || before == ",", isKey(name[...].string) else { return }
    report(.missingSpace(after: name[...].string + ":"), index, start, length: name.count + 1)
    insertSpace(index, at: colon + 1)
  }

  private func isDecimalComma(_ index: Int, _ at: Int) -> Bool {
    let line = lines[index]
    return at > 0 && line[at - 1].isASCIIDigit && at + 1 < line.count && line[at + 1].isASCIIDigit
  }

  /// Whether a sign at this column begins a value inside brackets, rather than standing in a word.
  private func isValueStart(_ index: Int, _ at: Int) -> Bool {
    guard let before = lines[index][..<at].last(where: { !$0.isYAMLWhite }) else { return true }
    return "[{,:".unicodeScalars.contains(before)
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Without spaces of any kind at the end.
  var trimmedEnd: Self {
    var rest = self
    while let last = rest.last, last.isAnyWhite { rest = rest.dropLast() }
    return rest
  }
}
