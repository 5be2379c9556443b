import Facts
import Markdown
import Text

/// Lines of text for a terminal, cut at spaces; no-break spaces stay whole.
///
/// **Units**: columns, one for each character.
struct TextPage {
  static let width = 78

  private(set) var bytes: [UInt8] = []

  mutating func title(_ title: String) {
    paragraph(title)
    rule("=", under: title)
    endLine()
  }

  mutating func heading(_ heading: String) {
    if !bytes.suffix(2).elementsEqual("\n\n".utf8) { endLine() }
    paragraph(FrenchFormat.capitalized(heading))
    rule("-", under: heading)
  }

  /// A text over as many lines as it takes.
  ///
  /// - Parameter prefix: what stands before the first line; the others are as far to the right.
  mutating func paragraph(_ text: String, indent: Int = 0, prefix: String = "") {
    spaces(indent)
    bytes += prefix.utf8
    wrap(text, margin: indent + prefix.count, end: TextPage.width)
    endLine()
  }

  mutating func add(_ page: TextPage) { bytes += page.bytes }

  mutating func list(_ items: [String], title: String) {
    guard !items.isEmpty else { return }
    heading(title)
    for item in items { paragraph(FrenchFormat.capitalized(item), indent: 2, prefix: "- ") }
  }

  /// A label and, at the end of its last line, an amount.
  mutating func row(_ label: String, _ amount: String, indent: Int) {
    let end = TextPage.width - amount.unicodeScalars.count - 2
    spaces(indent)
    let gap = end - wrap(label, margin: indent, end: end)
    if gap > 2 {
      bytes.append(UInt8(ascii: " "))
      repeated(".", gap)
      bytes.append(UInt8(ascii: " "))
    } else {
      spaces(max(0, gap) + 2)
    }
    bytes += amount.utf8
    endLine()
  }

  /// Adds words, in new lines at a margin when they would go beyond a column. Returns the column
  /// where they end.
  ///
  /// Signs that a terminal would obey, which a scenario may hold, are left out.
  @discardableResult
  private mutating func wrap(_ text: String, margin: Int, end: Int) -> Int {
    let text = Array(TerminalText.withoutControls(text).utf8)
    var column = margin
    var index = 0
    while case .word(let word, let width)? = Wrapping.next(in: text, from: &index) {
      if column > margin, column + 1 + width > end {
        endLine()
        spaces(margin)
        column = margin
      } else if column > margin {
        bytes.append(UInt8(ascii: " "))
        column += 1
      }
      bytes += text[word]
      column += width
    }
    return column
  }

  private mutating func rule(_ sign: Unicode.Scalar, under title: String) {
    repeated(sign, min(TextPage.width, title.count))
    endLine()
  }

  private mutating func spaces(_ count: Int) { repeated(" ", count) }

  private mutating func repeated(_ sign: Unicode.Scalar, _ count: Int) {
    for _ in 0..<count { bytes.append(UInt8(ascii: sign)) }
  }

  private mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }
}
