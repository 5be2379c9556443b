import Comparison
import Facts
import Markdown

/// Tables: one caption, header rows first, rows of one width, whatever was added or removed.
extension ChangesRenderer {
  mutating func writeTable(_ table: BlockChange, _ context: Context, id: String) {
    let captions = table.children.filter { $0.kind == .caption }
    let rows = table.children.filter { $0.kind != .caption }
    let width = rows.map(\.children.count).max() ?? 0
    html += "<div class=\"table\" role=\"region\" tabindex=\"0\" "
    html += captions.isEmpty ? "aria-label=\"Tableau\">\n" : "aria-labelledby=\"\(id)\">\n"
    html += "<table>\n"
    if !captions.isEmpty {
      html += "<caption>"
      let words: [BlockChange.Nature: String] = [.added: "Ajouté", .removed: "Supprimé"]
      for caption in captions where context == .mixed && caption.number != nil {
        writeStep(
          ChangesRenderer.words(words[caption.nature] ?? "Modifié", caption.remarks))
      }
      html += "<span id=\"\(id)\">"
      for (rank, caption) in captions.enumerated() {
        if rank > 0 { html += " " }
        write(caption.runs, context)
      }
      html += "</span></caption>\n"
    }
    for isHeader in [true, false] {
      let part = rows.filter { ($0.kind == .row(isHeader: true)) == isHeader }
      if part.isEmpty { continue }
      html += isHeader ? "<thead>\n" : "<tbody>\n"
      writeRows(part, context, width: width, isHeader: isHeader)
      html += isHeader ? "</thead>\n" : "</tbody>\n"
    }
    html += "</table>\n</div>\n"
  }

  private mutating func writeRows(
    _ rows: [BlockChange], _ context: Context, width: Int, isHeader: Bool
  ) {
    var last: BlockChange.Nature?
    for row in rows {
      let mark = mark(row, context)
      let isFirst = last != row.nature || !ChangesRenderer.joins(row.nature)
      last = row.nature
      guard let departure = mark.departure else {
        writeRow(row, mark, width: width, isHeader: isHeader, isFirst: isFirst)
        continue
      }
      html += "<tr\(mark.attributes)><td colspan=\"\(max(1, width))\">\(departure)</td></tr>\n"
      if let block = row.earlierBlock {
        writeRow(
          .removed(block), Mark(attributes: " class=\"vue-a\"", context: .removed), width: width,
          isHeader: isHeader, isFirst: true)
      }
    }
  }

  /// - Parameter isFirst: whether the row is no continuation of the change before.
  private mutating func writeRow(
    _ row: BlockChange, _ mark: Mark, width: Int, isHeader: Bool, isFirst: Bool
  ) {
    html += "<tr\(mark.attributes)>\n"
    for column in 0..<max(1, width) {
      let cell = row.children.indices.contains(column) ? row.children[column] : nil
      var content = ""
      swap(&content, &html)
      if column == 0, let step = mark.step { writeStep(step, isFirst: isFirst) }
      write(cell?.runs ?? [], mark.context)
      swap(&content, &html)
      let kind =
        switch (mark.context, cell?.nature) {
        case (.mixed, .added): " class=\"ajoute-case\""
        case (.mixed, .removed): " class=\"supprime-case\""
        default: ""
        }
      // An empty cell heads nothing.
      let isHead = isHeader && !content.isEmpty
      html += isHead ? "<th scope=\"col\"\(kind)>" : "<td\(kind)>"
      html += content + (isHead ? "</th>\n" : "</td>\n")
    }
    html += "</tr>\n"
  }
}
