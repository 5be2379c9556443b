import Text

/// One line as a terminal shows it, and where a range of it falls.
///
/// **Units**: the range comes in scalars, and leaves in terminal cells: a wide sign (Chinese, most
/// emoji) takes two, a combining one none, a tab goes to the next multiple of four.
struct Excerpt {
  /// The line with tabs and control characters replaced, cut around the range when it is very long.
  private(set) var text = ""
  /// How many cells come before the range.
  private(set) var offset = 0
  /// How many cells the range takes, at least 1.
  private(set) var width = 0

  /// The longest line shown, in scalars.
  private static let limit = 200

  /// - Parameters:
  ///   - column: from 1, in scalars.
  ///   - length: in scalars.
  init(_ line: String, column: Int, length: Int) {
    let start = max(0, column - 1)
    let (first, scalars) = Excerpt.near(start, in: line.unicodeScalars)
    let count = first + scalars.count
    let shown = Excerpt.window(count, around: start)
    if shown.lowerBound > 0 { text += "…" }
    var cells = Excerpt.cells(text)
    offset = cells
    var isBefore = true
    for index in shown {
      if index == start {
        offset = cells
        isBefore = false
      }
      let piece = Excerpt.shown(scalars[index - first], at: cells)
      let size = Excerpt.cells(piece)
      text += piece
      cells += size
      if index >= start, index - start < length { width += size }
    }
    if shown.upperBound < count { text += "…" }
    // Past the end of the line, where something is missing.
    if isBefore { offset = cells + min(1, max(0, start - count)) }
    width = max(1, width)
  }

  /// The scalars among which the window is, and the rank of the first: of a line of a megabyte with
  /// many faults, no more is read each time.
  private static func near(
    _ start: Int, in line: String.UnicodeScalarView
  ) -> (first: Int, scalars: [Unicode.Scalar]) {
    let first = max(0, start - limit)
    if let index = line.index(line.startIndex, offsetBy: first, limitedBy: line.endIndex) {
      return (first, Array(line[index...].prefix(2 * limit + 1)))
    }
    let count = line.count
    return (max(0, count - limit), Array(line.suffix(limit)))
  }

  private static func window(_ count: Int, around start: Int) -> Range<Int> {
    guard count > limit else { return 0..<count }
    let from = max(0, min(start - limit / 4, count - limit))
    return from..<min(count, from + limit)
  }

  private static func shown(_ scalar: Unicode.Scalar, at cells: Int) -> String {
    if scalar == "\t" { return String(repeating: " ", count: 4 - cells % 4) }
    return TerminalText.isControl(scalar) ? "\u{FFFD}" : String(Character(scalar))
  }

  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells($1) }
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
