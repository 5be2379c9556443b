import Diagnostics
import Text

/// Changes to a text by lines and columns; whatever is not changed stays, line ends included.
struct TextEdits {
  private struct Edit {
    var columns: Range<Int>
    var text: [Unicode.Scalar]
  }

  private var lines: [[Unicode.Scalar]] = []
  /// The end of each line as the file has it; empty for the last one.
  private var ends: [String] = []
  private let source: SourceText
  /// By the number of the line, from 1.
  private var edits: [Int: [Edit]] = [:]
  private var dropped: Set<Int> = []
  private var appended = ""

  init(_ source: SourceText) {
    let written = source.writtenLines
    lines = written.map(\.text)
    ends = written.map(\.end)
    self.source = source
  }

  var lineCount: Int { lines.count }

  /// A line of the old text, without its end.
  subscript(line number: Int) -> [Unicode.Scalar] {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  func isDropped(_ line: Int) -> Bool { dropped.contains(line) }

  /// The columns of a line that are replaced, from 0, in no order.
  func editedColumns(of line: Int) -> [Range<Int>] { edits[line, default: []].map(\.columns) }

  /// What the old text says at a place, cut at the end of the line.
  func text(at place: Place) -> String {
    let line = self[line: place.line]
    let start = min(place.column - 1, line.count)
    return line[start..<min(line.count, start + place.length)].string
  }

  /// Replaces what the old text says at a place of one line. Places may not overlap.
  mutating func replace(_ place: Place, with text: String) {
    edits[place.line, default: []].append(
      Edit(
        columns: (place.column - 1)..<(place.column - 1 + place.length),
        text: Array(text.unicodeScalars)))
  }

  mutating func drop(_ lines: some Sequence<Int>) { dropped.formUnion(lines) }

  mutating func append(_ line: String) {
    let end = ends.first { !$0.isEmpty } ?? "\n"
    let last = lines.indices.last { !dropped.contains($0 + 1) }
    let endsLine = last.map { lines[$0].isEmpty || !ends[$0].isEmpty } ?? true
    appended += (endsLine ? "" : end) + line + end
  }

  var result: String {
    let replacements = edits.filter { !dropped.contains($0.key) }.flatMap { line, edits in
      edits.map { edit in
        let columns = edit.columns.clamped(to: 0..<self[line: line].count)
        return Correction(
          file: source.path, from: Correction.Position(line: line, column: columns.lowerBound + 1),
          to: Correction.Position(line: line, column: columns.upperBound + 1),
          text: edit.text.string, isCertain: true)
      }
    }
    return CorrectedText(source, replacements + removals).text + appended
  }

  /// What takes the dropped lines away, those that follow each other at once.
  private var removals: [Correction] {
    let starts = dropped.filter { !dropped.contains($0 - 1) && $0 <= lineCount }
    return starts.map { first in
      let next = (first...).first { !dropped.contains($0) } ?? first
      let end =
        next <= lineCount
        ? Correction.Position(line: next, column: 1)
        : Correction.Position(line: lineCount, column: self[line: lineCount].count + 1)
      return Correction(
        file: source.path, from: Correction.Position(line: first, column: 1), to: end, text: "",
        isCertain: true)
    }
  }

  /// Where a place of the old text stands in the new one; inside what was replaced, its beginning.
  func moved(_ place: Place, to file: String) -> Place {
    var column = place.column
    for edit in edits[place.line, default: []] where edit.columns.lowerBound < place.column - 1 {
      column += edit.text.count - edit.columns.count
    }
    let line = place.line - dropped.count { $0 < place.line }
    return Place(file: file, line: line, column: column)
  }
}
