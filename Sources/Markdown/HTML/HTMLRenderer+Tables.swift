import Text

extension HTMLRenderer {
  mutating func write(_ table: Table) {
    if options.isPlain { return writeBare(table, captionID: nil) }
    tableCount += 1
    let id = "tableau-\(tableCount)"
    // A frame that scrolls must be reachable by keyboard, hence have a role and a name.
    html += "<div class=\"table\" role=\"region\" tabindex=\"0\" "
    html += table.caption.isEmpty ? "aria-label=\"Tableau\"" : "aria-labelledby=\"\(id)\""
    html += ">\n"
    writeBare(table, captionID: id)
    html += "</div>\n"
  }

  private mutating func writeBare(_ table: Table, captionID: String?) {
    html += "<table>\n"
    if !table.caption.isEmpty {
      html += captionID.map { "<caption id=\"\($0)\">" } ?? "<caption>"
      write(table.caption)
      html += "</caption>\n"
    }
    html += "<thead>\n"
    writeRow(table.header, of: table, isHeader: true)
    html += "</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows { writeRow(row, of: table, isHeader: false) }
      html += "</tbody>\n"
    }
    html += "</table>\n"
  }

  private mutating func writeRow(_ row: [[Inline]], of table: Table, isHeader: Bool) {
    html += "<tr>\n"
    for (column, cell) in row.enumerated() {
      // An empty cell heads nothing.
      let isHead = isHeader && !cell.isEmpty
      html += isHead ? "<th scope=\"col\"" : "<td"
      html += HTMLRenderer.alignment(table.alignment(column))
      html += ">"
      write(cell)
      html += isHead ? "</th>\n" : "</td>\n"
    }
    html += "</tr>\n"
  }

  /// The attribute of a cell; HTML 5 has no `align`.
  private static func alignment(_ alignment: Table.Alignment) -> String {
    switch alignment {
    case .none: ""
    case .left: " class=\"gauche\""
    case .center: " class=\"centre\""
    case .right: " class=\"droite\""
    }
  }
}
