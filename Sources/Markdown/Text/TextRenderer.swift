import Text

/// Writes plain text from the tree, to read in a mail or by ear.
///
/// **Shape**: UTF-8 lines of 78 characters at most but for a word that is longer, alone on its
/// line, and for lines of code; headings underlined, with their numbers; one empty line between
/// blocks; addresses kept (`texte <adresse>`); no line ends at a no-break space.
public struct TextRenderer {
  /// What underlines the headings of each level; the last serves for deeper ones.
  private static let underlines = Array("==-~".utf8)
  /// The width under which nesting no longer indents.
  private static let narrowest = 30

  /// How wide tables and what underlines headings may be where lines are not broken: a phone's width.
  private static let phoneWidth = 38

  var output: TextLines
  /// The whole address of a relative one.
  let resolve: (String) -> String

  /// The whole document, its footnotes at the end; ends with a newline unless it is empty.
  ///
  /// - Parameters:
  ///   - breaksLines: otherwise each paragraph is one line, which the program that shows it breaks.
  ///   - resolve: the whole address of one that is relative to the page; itself where no other is
  ///     known.
  public static func render(
    _ document: Document, breaksLines: Bool = true,
    resolve: @escaping (String) -> String = { $0 }
  ) -> String {
    let lines = TextLines(width: breaksLines ? 78 : phoneWidth, breaksLines: breaksLines)
    var renderer = TextRenderer(output: lines, resolve: resolve)
    renderer.write(document.blocks)
    renderer.write(document.notes)
    return renderer.output.finished()
  }

  private mutating func write(_ notes: [Footnote]) {
    guard !notes.isEmpty else { return }
    if !output.bytes.isEmpty { output.separate(by: 2) }
    output.writeLine("Notes".utf8)
    output.writeLine("=====".utf8)
    for (index, note) in notes.enumerated() {
      output.separate(by: 1)
      writeItem("[\(index + 1)] ", note.blocks, isTight: false)
    }
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [Block], isTight: Bool = false) {
    var isFirst = true
    for block in blocks {
      let start = output.point
      // One more empty line before a part.
      if !isFirst { output.separate(by: (isTight ? 0 : 1) + (block.isPart ? 1 : 0)) }
      write(block)
      output.leave(to: start)
      if !output.isEmpty(since: start) { isFirst = false }
    }
  }

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      let text = text(content)
      if Wrapping.hasPieces(text) { output.write(text) }
    case .list(let list): write(list)
    case .quote(let blocks): indent("> ") { $0.write(blocks) }
    case .callout(let callout):
      output.write(Array("\(callout.kind.title)\u{A0}:".utf8))
      indent("  ") { $0.write(callout.blocks) }
    case .code(_, let text): indent("    ") { $0.writeCode(text) }
    case .html: break
    case .rule: output.writeLine("* * *".utf8)
    case .table(let table): write(table)
    }
  }

  private mutating func write(_ heading: Heading) {
    var text: [UInt8] = []
    if let number = heading.number { text += number + "\u{A0}" }
    append(heading.content, to: &text)
    guard Wrapping.hasPieces(text) else { return }
    let width = min(output.write(text), output.width)
    let mark = TextRenderer.underlines[min(heading.level, TextRenderer.underlines.count) - 1]
    output.writeLine(repeatElement(mark, count: width))
  }

  private mutating func write(_ list: List) {
    let last = String(list.start + list.items.count - 1).utf8.count
    for (index, item) in list.items.enumerated() {
      var mark = "- "
      if list.isOrdered {
        let number = String(list.start + index)
        mark = String(repeating: " ", count: max(0, last - number.utf8.count)) + number + ". "
      }
      if let isDone = item.isDone { mark += isDone ? "[x] " : "[ ] " }
      if index > 0, !list.isTight { output.separate(by: 1) }
      writeItem(mark, item.blocks, isTight: list.isTight)
    }
  }

  /// Blocks under a mark, which stands even before nothing.
  private mutating func writeItem(_ mark: String, _ blocks: [Block], isTight: Bool) {
    let rest = String(repeating: " ", count: mark.utf8.count)
    indent(mark, then: rest) { renderer in
      let start = renderer.output.point
      renderer.write(blocks, isTight: isTight)
      if renderer.output.isEmpty(since: start) { renderer.output.writeLine(EmptyCollection()) }
    }
  }

  /// Code keeps its lines, however long.
  private mutating func writeCode(_ text: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { output.writeLine(line) }
  }

  /// Beyond some depth there is no room for one more mark.
  private mutating func indent(
    _ mark: String, then rest: String? = nil, _ body: (inout TextRenderer) -> Void
  ) {
    let rest = rest ?? mark
    guard output.width - rest.utf8.count >= TextRenderer.narrowest else { return body(&self) }
    let start = output.point
    output.enter(mark, then: rest)
    body(&self)
    output.leave(to: start)
  }

  // MARK: Tables

  /// The words of a cell, single spaces between.
  private struct Cell {
    /// One at least.
    var lines = [(text: [UInt8](), width: 0)]
    var width: Int { lines.reduce(0) { max($0, $1.width) } }
    var isEmpty: Bool { lines.allSatisfy(\.text.isEmpty) }
    /// All lines, the ends of lines wanted between them.
    var text: [UInt8] { Array(lines.map(\.text).joined(separator: [Wrapping.lineBreak])) }
  }

  /// A table with aligned columns, or one record a row when it is wider than the line.
  private mutating func write(_ table: Table) {
    if !table.caption.isEmpty {
      output.write(Array("Tableau\u{A0}: ".utf8) + text(table.caption))
      output.separate(by: 1)
    }
    let header = table.header.map(cell)
    let rows = table.rows.map { $0.map(cell) }
    let widths = header.indices.map { column in
      rows.reduce(header[column].width) { max($0, TextRenderer.cell(column, of: $1).width) }
    }
    let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    if total <= output.width {
      writeAligned(header, widths, table)
      let rules = widths.map { String(repeating: "-", count: $0) }
      output.writeLine(rules.joined(separator: "  ").utf8)
      for row in rows { writeAligned(row, widths, table) }
    } else if rows.allSatisfy({ $0.allSatisfy(\.isEmpty) }) {
      // A table without rows that is too wide still says its columns.
      let names = header.flatMap(\.lines).map(\.text)
      output.write(Array(names.joined(separator: "\u{A0}; ".utf8)))
    } else {
      for row in rows { writeRecord(row, header) }
    }
  }

  private func cell(_ inlines: [Inline]) -> Cell {
    let text = text(inlines)
    var cell = Cell()
    var index = 0
    while let piece = Wrapping.next(in: text, from: &index) {
      guard case .word(let range, let width) = piece else {
        cell.lines.append(([], 0))
        continue
      }
      let last = cell.lines.count - 1
      if cell.lines[last].width > 0 {
        cell.lines[last].text += " "
        cell.lines[last].width += 1
      }
      cell.lines[last].text += text[range]
      cell.lines[last].width += width
    }
    return cell
  }

  /// A row may be short.
  private static func cell(_ column: Int, of row: [Cell]) -> Cell {
    row.indices.contains(column) ? row[column] : Cell()
  }

  private mutating func writeAligned(_ row: [Cell], _ widths: [Int], _ table: Table) {
    let cells = widths.indices.map { TextRenderer.cell($0, of: row).lines }
    for rank in 0..<(cells.map(\.count).max() ?? 1) {
      output.beginLine()
      for (column, lines) in cells.enumerated() {
        let line = rank < lines.count ? lines[rank] : (text: [], width: 0)
        let missing = widths[column] - line.width
        let left =
          switch table.alignment(column) {
          case .none, .left: 0
          case .center: missing / 2
          case .right: missing
          }
        output.append(spaces: column == 0 ? left : left + 2)
        output.bytes += line.text
        output.append(spaces: missing - left)
      }
      output.endLine()
    }
  }

  /// « En-tête : valeur », one line or more for each cell that holds something; a value of several
  /// lines stands below its heading.
  private mutating func writeRecord(_ row: [Cell], _ header: [Cell]) {
    let start = output.point
    output.enter("- ", then: "  ")
    for (column, value) in row.enumerated() where !value.isEmpty {
      let name = TextRenderer.cell(column, of: header).text.map {
        $0 == Wrapping.lineBreak ? UInt8(ascii: " ") : $0
      }
      let field = output.point
      output.enter("", then: "  ")
      if !name.isEmpty, value.lines.count > 1 {
        output.write(name + Array("\u{A0}:".utf8))
        for line in value.lines { output.write(line.text) }
      } else {
        output.write(name.isEmpty ? value.text : name + Array("\u{A0}: ".utf8) + value.text)
      }
      output.leave(to: field)
    }
    output.leave(to: start)
  }
}

extension Block {
  fileprivate var isPart: Bool {
    if case .heading(let heading) = kind { heading.level <= 2 } else { false }
  }
}
