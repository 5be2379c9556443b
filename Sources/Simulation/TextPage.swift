import Facts
import Markdown
import Text

/// Lines of text for a terminal, cut at spaces; no-break spaces stay whole.
///
/// **Units**: columns, one for each character.
struct TextPage {
  static let width = 78

  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func title(_ title: String) {
    paragraph(title)
    line(String(repeating: "=", count: min(TextPage.width, title.count)))
    line("")
  }

  mutating func heading(_ heading: String) {
    if lines.last != "" { line("") }
    paragraph(FrenchFormat.capitalized(heading))
    line(String(repeating: "-", count: min(TextPage.width, heading.count)))
  }

  /// The name of something, above what is said of it.
  mutating func item(_ name: String) { paragraph(name, indent: 2) }

  /// A text over as many lines as it takes.
  ///
  /// - Parameter prefix: what stands before the first line; the others are as far to the right.
  mutating func paragraph(_ text: String, indent: Int = 0, prefix: String = "") {
    let margin = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: prefix.count)
    let width = TextPage.width - indent - hanging.count
    for (index, part) in TextPage.wrapped(text, width: width).enumerated() {
      line(margin + (index == 0 ? prefix : hanging) + part)
    }
  }

  mutating func list(_ items: [String], title: String) {
    guard !items.isEmpty else { return }
    heading(title)
    for item in items { paragraph(FrenchFormat.capitalized(item), indent: 2, prefix: "- ") }
  }

  /// A label and, at the end of its last line, an amount.
  mutating func row(_ label: String, _ amount: String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    let room = TextPage.width - indent - amount.count - 2
    let parts = TextPage.wrapped(FrenchFormat.capitalized(label), width: room)
    for part in parts.dropLast() { line(margin + part) }
    let last = parts.last ?? ""
    let gap = room - last.count
    let dots =
      gap > 2
      ? " " + String(repeating: ".", count: gap) + " "
      : String(repeating: " ", count: max(0, gap) + 2)
    line(margin + last + dots + amount)
  }

  /// A sign that a terminal would obey, which a scenario may hold, is not shown.
  private mutating func line(_ line: String) { lines.append(TerminalText.withoutControls(line)) }

  /// Signs of control go before the lines are counted.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    Wrapping.lines(TerminalText.withoutControls(text), width: width)
  }
}
