import Text

/// What mends a fault: a range of one file, and the text that takes its place.
///
/// It is made where the message is made, from what is known there.
public struct Correction: Sendable, Hashable, Codable {
  /// Between two signs of a file; both count from 1, columns in scalars.
  public struct Position: Sendable, Hashable, Comparable, Codable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }

  /// The path from the project's root, with `/` between folders.
  public var file: String
  /// Before the first sign that goes.
  public var start: Position
  /// After the last sign that goes; equal to `start` where something is only added.
  public var end: Position
  /// What takes its place; it may have several lines, each ended by a line feed.
  public var text: String
  /// Whether nothing else can be meant: then `cadrage check --fix` applies it. Otherwise it is
  /// shown, and a human decides.
  public var isCertain: Bool

  public init(file: String, from start: Position, to end: Position, text: String, isCertain: Bool) {
    self.file = file
    self.start = start
    self.end = end
    self.text = text
    self.isCertain = isCertain
  }

  /// Replaces what stands at a place.
  public init(_ place: Place, with text: String, isCertain: Bool) {
    let start = Position(line: place.line, column: place.column)
    self.init(
      file: place.file, from: start,
      to: Position(line: place.line, column: place.column + place.length), text: text,
      isCertain: isCertain)
  }
}

extension SourceText {
  /// A text in the place of a range of UTF-8 offsets, which may go over several lines.
  public func correction(
    ofUTF8 range: Range<Int>, with text: String, isCertain: Bool
  ) -> Correction {
    let (start, end) = (place(atUTF8: range.lowerBound), place(atUTF8: range.upperBound))
    return Correction(
      file: path, from: Correction.Position(line: start.line, column: start.column),
      to: Correction.Position(line: end.line, column: end.column), text: text,
      isCertain: isCertain)
  }

  /// The longest line, in bytes, that a suggestion gives whole.
  private static let longestSuggestion = 2_000
  /// How many scalars of a longer one it gives on each side of the correction.
  private static let suggestionMargin = 60

  /// The lines that a correction touches, as they will be, for a suggestion; the spaces around them
  /// left out, and what is far from the correction in a very long one.
  public func suggestion(of correction: Correction) -> String {
    let last = min(max(correction.end.line, 1), lineCount)
    let first = min(max(correction.start.line, 1), last)
    let lines = (first...last).compactMap(line)
    if lines.count == 1, lines[0].utf8.count > SourceText.longestSuggestion {
      return SourceText.excerpt(of: lines[0], around: correction)
    }
    var own = correction
    own.start.line -= first - 1
    own.end.line -= first - 1
    let touched = SourceText(path: path, text: lines.joined(separator: "\n"))
    let after = CorrectedText(touched, [own]).changes.flatMap { change in
      change.after.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return SourceText.outdented(after)
  }

  /// Lines without the spaces that all of them have before, and those that any has after.
  private static func outdented(_ lines: [Substring.UnicodeScalarView]) -> String {
    let indent =
      lines.compactMap { $0.firstIndex { $0 != " " } == nil ? nil : $0.prefix { $0 == " " }.count }
      .min() ?? 0
    return lines.map { line in
      let rest = Array(line.dropFirst(min(indent, line.count)))
      let words = rest.trimmedScalars
      let spaces = lines.count > 1 ? rest.prefix { $0 == " " }.count : 0
      return String(repeating: " ", count: words.isEmpty ? 0 : spaces) + words.string
    }.joined(separator: "\n")
  }

  private static func excerpt(of line: String, around correction: Correction) -> String {
    let scalars = line.unicodeScalars
    func index(_ offset: Int, from start: String.Index) -> String.Index {
      let limit = offset < 0 ? scalars.startIndex : scalars.endIndex
      return scalars.index(start, offsetBy: offset, limitedBy: limit) ?? limit
    }
    let start = index(correction.start.column - 1, from: scalars.startIndex)
    let length = max(0, correction.end.column - correction.start.column)
    let end = index(length, from: start)
    let (from, to) = (index(-suggestionMargin, from: start), index(suggestionMargin, from: end))
    return (from > scalars.startIndex ? "…" : "") + String(scalars[from..<start]) + correction.text
      + String(scalars[end..<to]) + (to < scalars.endIndex ? "…" : "")
  }
}
