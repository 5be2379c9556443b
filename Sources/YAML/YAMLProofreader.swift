import Text

/// Finds what people mistype in YAML before libyaml sees it, and mends it in memory, so that one
/// slip does not hide the faults of the rest of the file.
///
/// It knows just enough YAML to tell keys, values, quotes, flow collections, block texts and
/// comments apart, line by line. What it does not understand it leaves to libyaml.
struct YAMLProofreader {
  /// The lines, mended.
  var lines: [[Unicode.Scalar]]
  var slips: [YAMLSlip] = []
  /// Stands for a comma between two digits in a flow collection (`{valeur: 32,5 %}`): there it is a
  /// decimal comma, which YAML would take for a separator. The reader puts the comma back.
  let commaMask: Unicode.Scalar
  /// Stands for a colon in a text over several lines, where quotes cannot be added.
  let colonMask: Unicode.Scalar
  let isKey: (String) -> Bool

  var state = State.entries
  /// The entry above, whose plain value the next lines may continue.
  var above: Entry?

  enum State {
    case entries
    /// A text after `|` or `>`; its lines are deeper than this column.
    case block(parent: Int)
    case quote(Unicode.Scalar, line: Int, column: Int, indent: Int)
    case flow([Unicode.Scalar], line: Int, column: Int, indent: Int)
  }

  struct Entry {
    var key: String?
    /// The column of the key or of the item, from 0.
    var column: Int
    var hasPlainValue: Bool
  }

  init(_ text: String, isKey: @escaping (String) -> Bool) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
    self.isKey = isKey
    let used = Set(text.unicodeScalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
    var free = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
      .makeIterator()
    commaMask = free.next() ?? "\u{F0000}"
    colonMask = free.next() ?? "\u{F0001}"
  }

  /// The lines again as one text, in bytes: a view of scalars is copied by each addition to it.
  var text: String {
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      for scalar in line {
        if scalar.isASCII {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          bytes.append(contentsOf: Array(String(scalar).utf8))
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func run() {
    for index in lines.indices { read(index) }
    switch state {
    case .quote(let mark, let line, let column, _):
      slips.append(.unclosed(mark, line: line + 1, column: column + 1))
      close(with: [mark], before: lines.count)
    case .flow(let open, let line, let column, _):
      slips.append(.unclosed(open.first ?? "[", line: line + 1, column: column + 1))
      close(with: open.reversed().map(closing), before: lines.count)
    default: break
    }
  }

  private mutating func read(_ index: Int) {
    switch state {
    case .entries: break
    case .block(let parent):
      let indent = lines[index].prefix { $0 == " " }.count
      if indent > parent || lines[index].allSatisfy(\.isAnyWhite) { return }
      state = .entries
    case .quote(let mark, let line, let column, let indent):
      if isEntry(index, atMost: indent) {
        slips.append(.unclosed(mark, line: line + 1, column: column + 1))
        close(with: [mark], before: index)
        state = .entries
      } else {
        continueQuote(mark, index, line: line, column: column, indent: indent)
        return
      }
    case .flow(let open, let line, let column, let indent):
      if isEntry(index, atMost: indent) {
        slips.append(.unclosed(open.first ?? "[", line: line + 1, column: column + 1))
        close(with: open.reversed().map(closing), before: index)
        state = .entries
      } else {
        readFlow(index, from: 0, open: open, line: line, column: column, indent: indent)
        return
      }
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

  private mutating func close(with marks: [Unicode.Scalar], before index: Int) {
    var last = index - 1
    while last > 0, lines[last].allSatisfy(\.isAnyWhite) { last -= 1 }
    lines[last] = Array(lines[last].trimmedEnd) + marks
  }

  private func closing(_ open: Unicode.Scalar) -> Unicode.Scalar { open == "[" ? "]" : "}" }

  private mutating func continueQuote(
    _ mark: Unicode.Scalar, _ index: Int, line: Int, column: Int, indent: Int
  ) {
    state = .entries
    guard let end = endOfQuote(mark, index, from: 0) else {
      state = .quote(mark, line: line, column: column, indent: indent)
      return
    }
    above = nil
    checkAfter(index, end: end, value: nil)
  }

  /// The column of the quote that closes, from a column inside the quotes.
  func endOfQuote(_ mark: Unicode.Scalar, _ index: Int, from start: Int) -> Int? {
    let line = lines[index]
    var column = start
    while column < line.count {
      if mark == "\"", line[column] == "\\" {
        column += 2
        continue
      }
      if line[column] == mark {
        guard mark == "'", column + 1 < line.count, line[column + 1] == "'" else { return column }
        column += 1
      }
      column += 1
    }
    return nil
  }

  /// Reads a line inside brackets or braces, and hides its decimal commas.
  mutating func readFlow(
    _ index: Int, from start: Int, open: [Unicode.Scalar], line: Int, column: Int, indent: Int
  ) {
    var open = open
    var at = start
    while at < lines[index].count {
      let scalar = lines[index][at]
      switch scalar {
      case "\"", "'":
        guard isValueStart(index, at) else { break }
        guard let end = endOfQuote(scalar, index, from: at + 1) else {
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
          checkAfter(index, end: at, value: line == index ? column : nil)
          return
        }
      case ",": if isDecimalComma(index, at) { lines[index][at] = commaMask }
      case "#": if at > 0, lines[index][at - 1].isYAMLWhite { at = lines[index].count }
      default: break
      }
      at += 1
    }
    state = .flow(open, line: line, column: column, indent: indent)
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

extension Array<Unicode.Scalar> {
  /// Without spaces of any kind at the end.
  var trimmedEnd: ArraySlice<Unicode.Scalar> {
    var rest = self[...]
    while let last = rest.last, last.isAnyWhite { rest = rest.dropLast() }
    return rest
  }
}
