public import Markdown

extension TextBlock {
  /// The block as the comparison sees it; nil for raw HTML, which no renderer prints.
  public init?(_ block: Block) {
    switch block.kind {
    case .heading(let heading):
      self.init(
        .heading(level: heading.level, identifier: heading.identifier), RichText(heading.content))
    case .paragraph(let content): self.init(.paragraph, RichText(content))
    case .list(let list):
      self.init(
        .list(isOrdered: list.isOrdered, start: list.start, isTight: list.isTight), RichText(),
        list.items.map {
          TextBlock(.item(isDone: $0.isDone), RichText(), TextBlock.blocks($0.blocks))
        }
      )
    case .quote(let blocks): self.init(.quote, RichText(), TextBlock.blocks(blocks))
    case .callout(let callout):
      self.init(.callout(callout.kind.rawValue), RichText(), TextBlock.blocks(callout.blocks))
    case .code(let info, let text): self.init(.code(info: info), RichText(text))
    case .html: return nil
    case .rule: self.init(.rule)
    case .table(let table): self.init(.table, RichText(), TextBlock.children(table))
    }
  }

  public static func blocks(_ blocks: [Block]) -> [TextBlock] {
    blocks.compactMap { TextBlock($0) }
  }

  private static func children(_ table: Table) -> [TextBlock] {
    var children: [TextBlock] = []
    if !table.caption.isEmpty { children.append(TextBlock(.caption, RichText(table.caption))) }
    children.append(row(table.header, isHeader: true))
    for cells in table.rows { children.append(row(cells, isHeader: false)) }
    return children
  }

  private static func row(_ cells: [[Inline]], isHeader: Bool) -> TextBlock {
    TextBlock(
      .row(isHeader: isHeader), RichText(), cells.map { TextBlock(.cell, RichText($0)) })
  }
}

extension TextSection {
  /// The sections of a document whose positions carry the rank of their section.
  ///
  /// - Parameter names: the name of each section, by rank. Blocks of another rank go with the last
  ///   section before them; without any name, the document is one section without a name.
  public static func sections(of document: Document, names: [String]) -> [TextSection] {
    let names = names.isEmpty ? [""] : names
    var sections = names.map { TextSection(name: $0, title: $0, blocks: []) }
    var isTitled = [Bool](repeating: false, count: names.count)
    for block in document.blocks {
      let rank = min(max(0, block.position.text), names.count - 1)
      if case .heading(let heading) = block.kind, !isTitled[rank] {
        sections[rank].title = heading.content.plainText
        isTitled[rank] = true
      }
      if let block = TextBlock(block) { sections[rank].blocks.append(block) }
    }
    for note in document.notes {
      let rank = min(max(0, note.position.text), names.count - 1)
      let block = TextBlock(.footnote, RichText(), TextBlock.blocks(note.blocks))
      sections[rank].blocks.append(block)
    }
    return sections
  }
}
