import Markdown

extension Block {
  /// The words of the block, one line for each paragraph, item, or table row.
  ///
  /// **Shape**: a row's cells are separated by « ; »; a heading has its number before it.
  var plainText: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    switch kind {
    case .heading(let heading):
      [(heading.number.map { $0 + " " } ?? "") + heading.content.plainText]
    case .paragraph(let content): [content.plainText]
    case .code(_, let text): [text.hasSuffix("\n") ? String(text.dropLast()) : text]
    case .html, .rule: []
    case .table(let table):
      (table.caption.isEmpty ? [] : [table.caption.plainText])
        + ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: " ; ") }
    case .callout(let callout): [callout.kind.title] + callout.blocks.flatMap(\.lines)
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.lines)
    case .quote(let blocks): blocks.flatMap(\.lines)
    }
  }
}

extension Document {
  /// The words of the whole document, footnotes last.
  var plainText: String {
    (blocks + notes.flatMap(\.blocks)).map(\.plainText).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
