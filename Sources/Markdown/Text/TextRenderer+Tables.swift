extension TextRenderer {
  /// A table with aligned columns, or one record a row when it is wider than the line.
  func lines(_ table: Table, width: Int) -> [String] {
    let caption =
      table.caption.isEmpty
      ? [] : Wrapping.lines("Tableau\u{A0}: " + text(table.caption), width: width) + [""]
    let header = table.header.map(cell)
    let rows = table.rows.map { $0.map(cell) }
    let widths = header.indices.map { column in
      ([header] + rows).map { $0.indices.contains(column) ? Wrapping.width(of: $0[column]) : 0 }
        .max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    let body =
      total <= width
      ? aligned([header] + rows, widths: widths, alignments: table.alignments)
      : rows.flatMap { record($0, header: header, width: width) }
    // A table without rows that is too wide still says its columns.
    return caption
      + (body.isEmpty ? Wrapping.lines(header.joined(separator: "\u{A0}; "), width: width) : body)
  }

  private func cell(_ inlines: [Inline]) -> String {
    let words = text(inlines).split { $0 == " " || $0 == "\n" }
    return words.joined(separator: " ")
  }

  private func aligned(
    _ rows: [[String]], widths: [Int], alignments: [Table.Alignment]
  ) -> [String] {
    var lines = rows.map { row in
      let cells = widths.indices.map { column in
        let text = row.indices.contains(column) ? row[column] : ""
        let alignment = alignments.indices.contains(column) ? alignments[column] : .none
        return padded(text, to: widths[column], alignment)
      }
      return Wrapping.trimmed(cells.joined(separator: "  "))
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    lines.insert(Wrapping.trimmed(rule), at: min(1, lines.count))
    return lines
  }

  private func padded(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
    let missing = max(0, width - Wrapping.width(of: text))
    let left =
      switch alignment {
      case .none, .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: left) + text
      + String(repeating: " ", count: missing - left)
  }

  /// « En-tête : valeur », one line or more for each cell that holds something.
  private func record(_ row: [String], header: [String], width: Int) -> [String] {
    var fields: [String] = []
    for (column, value) in row.enumerated() where !value.isEmpty {
      let name = header.indices.contains(column) ? header[column] : ""
      let field = name.isEmpty ? value : "\(name)\u{A0}: \(value)"
      fields += Wrapping.hang(Wrapping.lines(field, width: width - 4), under: "")
        .enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
    }
    return fields.isEmpty ? [] : Wrapping.hang(fields, under: "- ")
  }
}
