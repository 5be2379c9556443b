extension Inline {
  /// The words that a reader sees, without marks or addresses; nothing for a footnote's number.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .html, .noteReference: ""
    case .abbreviation(let sigle, _): sigle
    case .emphasis, .strong, .strikethrough, .link, .image: children.plainText
    }
  }
}

extension [Inline] {
  /// The words that a reader sees, on one line, without marks or addresses.
  public var plainText: String {
    var text = ""
    for inline in self { text += inline.plainText }
    return text
  }
}

extension Block {
  /// The words of the block, one line for each paragraph, item, or table row.
  ///
  /// **Shape**: a row's cells are separated by « ; »; a heading has its number before it.
  public var plainText: String { lines.joined(separator: "\n") }

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
    case .list, .quote: children.flatMap(\.lines)
    }
  }
}

extension Document {
  /// The words of the whole document, footnotes last.
  public var plainText: String {
    (blocks + notes.flatMap(\.blocks)).map(\.plainText).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
