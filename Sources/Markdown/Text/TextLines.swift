import Text

/// Lines of plain text, written one after another.
struct TextLines {
  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  var bytes: [UInt8] = []
  /// How many characters a line may have inside the indentation.
  private(set) var width: Int
  /// What each line begins with.
  private var indent: [UInt8] = []
  /// What the next line begins with, when a mark stands before it.
  private var lead: [UInt8]?
  /// The empty lines due before the next line, and the length of their indentation.
  private var gap = (lines: 0, indent: 0)

  /// Whether a line ends where it is full; otherwise only where the text says so.
  private let breaksLines: Bool

  init(width: Int, breaksLines: Bool = true) {
    self.width = width
    self.breaksLines = breaksLines
  }

  /// The lines as a text; no empty one is last.
  consuming func finished() -> String {
    while bytes.last == TextLines.newline { bytes.removeLast() }
    if !bytes.isEmpty { bytes.append(TextLines.newline) }
    return bytes.text
  }

  // MARK: Lines

  mutating func beginLine() {
    for _ in 0..<gap.lines {
      bytes += indent[..<gap.indent]
      endLine()
    }
    gap.lines = 0
    bytes += lead ?? indent
    lead = nil
  }

  /// No line ends at a space.
  mutating func endLine() {
    while bytes.last == TextLines.space { bytes.removeLast() }
    bytes.append(TextLines.newline)
  }

  mutating func append(spaces count: Int) {
    for _ in 0..<count { bytes.append(TextLines.space) }
  }

  mutating func writeLine(_ piece: some Sequence<UInt8>) {
    beginLine()
    bytes += piece
    endLine()
  }

  /// Writes a text over as many lines as it takes, one at least, and returns the width of the widest.
  @discardableResult
  mutating func write(_ text: [UInt8]) -> Int {
    var length = 0
    var widest = 0
    var index = 0
    beginLine()
    while let piece = Wrapping.next(in: text, from: &index) {
      guard case .word(let range, let wordWidth) = piece else {
        beginNext(&length)
        continue
      }
      if breaksLines, length > 0, length + 1 + wordWidth > width { beginNext(&length) }
      if length > 0 {
        bytes.append(TextLines.space)
        length += 1
      }
      bytes += text[range]
      length += wordWidth
      widest = max(widest, length)
    }
    endLine()
    return widest
  }

  private mutating func beginNext(_ length: inout Int) {
    endLine()
    beginLine()
    length = 0
  }

  // MARK: Blocks

  /// What a piece of text may have to take back, when nothing is written inside it.
  struct Point {
    fileprivate let length: Int
    fileprivate let indent: Int
    fileprivate let lead: [UInt8]?
    fileprivate let gap: (lines: Int, indent: Int)
  }

  var point: Point { Point(length: bytes.count, indent: indent.count, lead: lead, gap: gap) }

  func isEmpty(since point: Point) -> Bool { bytes.count == point.length }

  /// Asks for empty lines before the next one.
  mutating func separate(by lines: Int) { gap = (lines, indent.count) }

  /// Indents what follows; the first line begins with a mark.
  mutating func enter(_ mark: String, then rest: String) {
    lead = (lead ?? indent) + mark.utf8
    indent += rest
    width -= rest.utf8.count
  }

  /// Goes back to the indentation of a point; where nothing was written since, all is as it was.
  mutating func leave(to point: Point) {
    width += indent.count - point.indent
    indent.removeLast(indent.count - point.indent)
    if isEmpty(since: point) { (lead, gap) = (point.lead, point.gap) }
  }
}
