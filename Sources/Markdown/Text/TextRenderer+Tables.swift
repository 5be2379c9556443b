import Text

extension TextRenderer {
  /// The words of a cell, single spaces between.
  private struct Cell {
    var text: [UInt8] = []
    var width = 0
  }

  /// A table with aligned columns, or one record a row when it is wider than the line.
  mutating func write(_ table: Table) {
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
    } else if rows.allSatisfy({ $0.allSatisfy(\.text.isEmpty) }) {
      // A table without rows that is too wide still says its columns.
      output.write(Array(header.map(\.text).joined(separator: "\u{A0}; ".utf8)))
    } else {
      for row in rows { writeRecord(row, header) }
    }
  }

  private func cell(_ inlines: [Inline]) -> Cell {
    let text = text(inlines)
    var cell = Cell()
    var index = 0
    while let piece = Wrapping.next(in: text, from: &index) {
      guard case .word(let range, let width) = piece else { continue }
      if cell.width > 0 {
        cell.text += " "
        cell.width += 1
      }
      cell.text += text[range]
      cell.width += width
    }
    return cell
  }

  /// A row may be short.
  private static func cell(_ column: Int, of row: [Cell]) -> Cell {
    row.indices.contains(column) ? row[column] : Cell()
  }

  private mutating func writeAligned(_ row: [Cell], _ widths: [Int], _ table: Table) {
    output.beginLine()
    for column in widths.indices {
      let cell = TextRenderer.cell(column, of: row)
      let missing = widths[column] - cell.width
      let left =
        switch table.alignment(column) {
        case .none, .left: 0
        case .center: missing / 2
        case .right: missing
        }
      output.append(spaces: column == 0 ? left : left + 2)
      output.append(cell.text)
      output.append(spaces: missing - left)
    }
    output.endLine()
  }

  /// « En-tête : valeur », one line or more for each cell that holds something.
  private mutating func writeRecord(_ row: [Cell], _ header: [Cell]) {
    let start = output.point
    output.enter("- ", then: "  ")
    for (column, value) in row.enumerated() where !value.text.isEmpty {
      let name = TextRenderer.cell(column, of: header).text
      let field = output.point
      output.enter("", then: "  ")
      output.write(name.isEmpty ? value.text : name + Array("\u{A0}: ".utf8) + value.text)
      output.leave(to: field)
    }
    output.leave(to: start)
  }
}
