import Facts
import Text

/// The years, months and editions that a line of text names, which go stale from one year to the next.
enum Citations {
  struct Citation: Equatable {
    /// From 0.
    var columns: Range<Int>
    var text: String
  }

  /// In the order of the line: « 2024-2025 », « C-2021-006 », « 31 juillet », « septembre 2025 ».
  static func all(in line: [Unicode.Scalar]) -> [Citation] {
    var found: [Citation] = []
    var column = 0
    while column < line.count {
      guard isPart(line[column]) else {
        column += 1
        continue
      }
      let end = wordEnd(line, from: column)
      if let word = citation(line, column..<end) { found.append(word) }
      column = max(end, found.last?.columns.upperBound ?? end)
    }
    return found
  }

  private static func citation(_ line: [Unicode.Scalar], _ word: Range<Int>) -> Citation? {
    let text = line[word].string
    if FrenchFormat.monthNames.contains(text.lowercased()) {
      let start = dayBefore(word.lowerBound, in: line) ?? word.lowerBound
      let end = yearAfter(word.upperBound, in: line) ?? word.upperBound
      return Citation(columns: start..<end, text: line[start..<end].string)
    }
    let numbers = line[word].split { !$0.isASCIIDigit }.map(\.string)
    let namesAYear = numbers.contains {
      $0.utf8.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20"))
    }
    guard namesAYear else { return nil }
    let inner = line[word].indices.filter { line[$0] != "-" }
    guard let first = inner.first, let last = inner.last else { return nil }
    return Citation(columns: first..<(last + 1), text: line[first...last].string)
  }

  /// Where the day of a month begins: « 31 » or « 1er » before its name.
  private static func dayBefore(_ column: Int, in line: [Unicode.Scalar]) -> Int? {
    var rest = line[..<column]
    guard let space = rest.popLast(), space.isAnyWhite else { return nil }
    if rest.suffix(3).string == "1er" { rest = rest.dropLast(2) }
    let digits = rest.reversed().prefix { $0.isASCIIDigit }.count
    guard (1...2).contains(digits) else { return nil }
    return rest.endIndex - digits
  }

  /// Where the year of a month ends: « juin 2025 ».
  private static func yearAfter(_ column: Int, in line: [Unicode.Scalar]) -> Int? {
    guard line.indices.contains(column), line[column].isAnyWhite else { return nil }
    let end = wordEnd(line, from: column + 1)
    let isYear = end == column + 5 && line[(column + 1)..<end].allSatisfy(\.isASCIIDigit)
    return isYear ? end : nil
  }

  /// The end of a word or of a date; the parts of an address are words of their own.
  private static func wordEnd(_ line: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < line.count {
      let joins =
        line[end] == "/" && end > start && line[end - 1].isASCIIDigit && end + 1 < line.count
        && line[end + 1].isASCIIDigit
      guard isPart(line[end]) || joins else { break }
      end += 1
    }
    return end
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.isASCIIDigit || scalar == "-"
  }

  /// What to ask of a line, at the column of its first citation, from 1; nil when there is none.
  static func question(_ citations: [Citation]) -> (text: String, column: Int)? {
    guard let first = citations.first else { return nil }
    var names: [String] = []
    for citation in citations where !names.contains(citation.text) { names.append(citation.text) }
    let list = FrenchFormat.list(names.map { "« \($0) »" })
    return ("à relire, le texte cite \(list).", first.columns.lowerBound + 1)
  }
}
