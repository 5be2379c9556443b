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
    html += "<thead>\n<tr>\n"
    for (column, cell) in table.header.enumerated() {
      // An empty cell heads nothing.
      let name = cell.isEmpty ? "td" : "th"
      html += "<\(name)\(cell.isEmpty ? "" : " scope=\"col\"")\(alignment(column, of: table))>"
      write(cell)
      html += "</\(name)>\n"
    }
    html += "</tr>\n</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows {
        html += "<tr>\n"
        for (column, cell) in row.enumerated() {
          html += "<td\(alignment(column, of: table))>"
          write(cell)
          html += "</td>\n"
        }
        html += "</tr>\n"
      }
      html += "</tbody>\n"
    }
    html += "</table>\n"
  }

  /// The attribute of a cell; HTML 5 has no `align`.
  private func alignment(_ column: Int, of table: Table) -> String {
    guard table.alignments.indices.contains(column) else { return "" }
    return switch table.alignments[column] {
    case .none: ""
    case .left: " class=\"gauche\""
    case .center: " class=\"centre\""
    case .right: " class=\"droite\""
    }
  }
}
