/// Where a list of inlines stands, for the passes that treat them differently.
public enum InlineContext: Sendable, Hashable {
  case heading
  case paragraph
  /// A cell or the caption of a table.
  case table
}

extension Document {
  /// Rewrites every list of inlines, in reading order, footnotes last.
  mutating func visitInlines(_ body: (inout [Inline], InlineContext) -> Void) {
    for index in blocks.indices { blocks[index].visitInlines(body) }
    for note in notes.indices {
      for index in notes[note].blocks.indices { notes[note].blocks[index].visitInlines(body) }
    }
  }

  /// Rewrites every list of sibling blocks, outermost last, footnotes included.
  ///
  /// - Parameter isWanted: whether a block holds what is looked for; the others stay shared with the
  ///   documents that they were copied from.
  mutating func visitBlocks(
    inside isWanted: (Block) -> Bool = { _ in true }, _ body: (inout [Block]) -> Void
  ) {
    Block.visit(&blocks, inside: isWanted, body)
    for note in notes.indices { Block.visit(&notes[note].blocks, inside: isWanted, body) }
  }

  /// Calls `body` for each block, outermost first, footnotes last.
  func forEachBlock(_ body: (Block) -> Void) {
    for block in blocks { block.forEach(body) }
    for note in notes { for block in note.blocks { block.forEach(body) } }
  }

  /// Calls `body` for each inline, outermost first, in reading order, footnotes last.
  public func forEachInline(_ body: (Inline) -> Void) {
    forEachBlock { block in
      switch block.kind {
      case .heading(let heading): heading.content.visit(body)
      case .paragraph(let content): content.visit(body)
      case .table(let table):
        for cell in [table.caption] + table.header + table.rows.joined() { cell.visit(body) }
      case .list, .quote, .callout, .code, .html, .rule: break
      }
    }
  }
}

extension Block {
  /// What is taken out of the block is in it no more while it changes, so that nothing is copied.
  fileprivate mutating func visitInlines(_ body: (inout [Inline], InlineContext) -> Void) {
    switch kind {
    case .heading(var heading):
      kind = .rule
      body(&heading.content, .heading)
      kind = .heading(heading)
    case .paragraph(var content):
      kind = .rule
      body(&content, .paragraph)
      kind = .paragraph(content)
    case .table(var table):
      kind = .rule
      body(&table.caption, .table)
      for index in table.header.indices { body(&table.header[index], .table) }
      for row in table.rows.indices {
        for index in table.rows[row].indices { body(&table.rows[row][index], .table) }
      }
      kind = .table(table)
    case .list, .quote, .callout:
      visitChildren { blocks in
        for index in blocks.indices { blocks[index].visitInlines(body) }
      }
    case .code, .html, .rule: break
    }
  }

  fileprivate static func visit(
    _ blocks: inout [Block], inside isWanted: (Block) -> Bool, _ body: (inout [Block]) -> Void
  ) {
    for index in blocks.indices where isWanted(blocks[index]) {
      blocks[index].visitChildren { visit(&$0, inside: isWanted, body) }
    }
    body(&blocks)
  }

  /// Rewrites the lists of blocks directly inside this one.
  private mutating func visitChildren(_ body: (inout [Block]) -> Void) {
    switch kind {
    case .list(var list):
      kind = .rule
      for item in list.items.indices { body(&list.items[item].blocks) }
      kind = .list(list)
    case .quote(var blocks):
      kind = .rule
      body(&blocks)
      kind = .quote(blocks)
    case .callout(var callout):
      kind = .rule
      body(&callout.blocks)
      kind = .callout(callout)
    case .heading, .paragraph, .code, .html, .rule, .table: break
    }
  }

  /// Whether it is a heading or one stands inside it.
  var hasHeading: Bool {
    if case .heading = kind { true } else { children.contains(where: \.hasHeading) }
  }

  var children: [Block] {
    switch kind {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let blocks): blocks
    case .callout(let callout): callout.blocks
    case .heading, .paragraph, .code, .html, .rule, .table: []
    }
  }

  fileprivate func forEach(_ body: (Block) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }
}

extension [Inline] {
  fileprivate func visit(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      inline.children.visit(body)
    }
  }
}
