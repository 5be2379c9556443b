import Text

/// Lines of a file that follow each other, before and after their correction.
public struct CorrectedLines: Sendable, Equatable {
  public var file: String
  /// The number of the first, from 1, in the old text.
  public var line: Int
  /// Line feeds between lines, none at the end.
  public var before: String
  public var after: String

  public init(file: String, line: Int, before: String, after: String) {
    self.file = file
    self.line = line
    self.before = before
    self.after = after
  }
}

/// A file with corrections applied: all else stays as its author wrote it, line ends and byte order
/// mark included.
public struct CorrectedText {
  /// The whole text, as the file will hold it.
  public private(set) var text = ""
  /// In the order of the file.
  public private(set) var changes: [CorrectedLines] = []

  /// - Parameter corrections: those of this file, in any order, none over another.
  public init(_ source: SourceText, _ corrections: [Correction]) {
    let lines = source.writtenLines
    let lineEnd = lines.first.flatMap { $0.end.isEmpty ? nil : $0.end } ?? "\n"
    text = source.hasByteOrderMark ? "\u{FEFF}" : ""
    var next = 0
    for group in CorrectedText.groups(corrections, lineCount: lines.count) {
      let touched = group.lines
      for line in lines[next..<touched.lowerBound] { text += line.text.string + line.end }
      let before = lines[touched].map(\.text)
      let after = CorrectedText.applied(group.corrections, to: before, from: touched.lowerBound)
      text += after.map(\.string).joined(separator: lineEnd) + lines[touched.upperBound - 1].end
      next = touched.upperBound
      changes.append(
        CorrectedLines(
          file: source.path, line: touched.lowerBound + 1,
          before: before.map(\.string).joined(separator: "\n"),
          after: after.map(\.string).joined(separator: "\n")))
    }
    for line in lines[next...] { text += line.text.string + line.end }
  }

  private typealias Group = (lines: Range<Int>, corrections: [Correction])

  /// The corrections by the lines that they touch, from 0; those that share a line come together.
  private static func groups(_ corrections: [Correction], lineCount: Int) -> [Group] {
    var groups: [Group] = []
    for correction in corrections.sorted(by: { $0.start < $1.start }) {
      let first = min(max(0, correction.start.line - 1), lineCount - 1)
      let end = min(max(first + 1, correction.end.line), lineCount)
      if let lines = groups.last?.lines, first < lines.upperBound {
        groups[groups.count - 1].lines = lines.lowerBound..<max(end, lines.upperBound)
        groups[groups.count - 1].corrections.append(correction)
      } else {
        groups.append((first..<end, [correction]))
      }
    }
    return groups
  }

  /// - Parameter first: the rank of the first line in its file, from 0.
  private static func applied(
    _ corrections: [Correction], to lines: [[Unicode.Scalar]], from first: Int
  ) -> [[Unicode.Scalar]] {
    let text = Array(lines.joined(separator: ["\n"]))
    var result: [Unicode.Scalar] = []
    func offset(_ position: Correction.Position) -> Int {
      let rank = min(max(0, position.line - 1 - first), lines.count - 1)
      let before = lines[..<rank].reduce(0) { $0 + $1.count + 1 }
      return before + min(max(0, position.column - 1), lines[rank].count)
    }
    var next = 0
    for correction in corrections {
      let start = max(next, offset(correction.start))
      result += text[next..<start] + correction.text.unicodeScalars
      next = max(start, offset(correction.end))
    }
    result += text[next...]
    return result.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }
}

extension [Correction] {
  /// The corrections of one file without those that touch what an earlier one replaces, and each
  /// once: what is left out is found again in the result.
  public var compatible: [Correction] {
    var kept: [Correction] = []
    for correction in sorted(by: { ($0.start, $0.end, $0.text) < ($1.start, $1.end, $1.text) }) {
      if let last = kept.last, correction.start < last.end || correction.start == last.start {
        continue
      }
      kept.append(correction)
    }
    return kept
  }
}
