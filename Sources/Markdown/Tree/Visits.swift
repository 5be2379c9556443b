/// Where a list of inlines stands, for the passes that treat them differently.
public enum InlineContext: Sendable, Hashable {
  case heading
  case paragraph
  case caption
  case cell
}

extension Document {
  /// Rewrites every list of inlines, in reading order, footnotes last.
  public mutating func visitInlines(_ body: (inout [Inline], InlineContext) -> Void) {
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
  public func forEachBlock(_ body: (Block) -> Void) {
    for block in blocks { block.forEach(body) }
    for note in notes { for block in note.blocks { block.forEach(body) } }
  }

  /// Calls `body` for each inline, outermost first, in reading order, footnotes last.
  public func forEachInline(_ body: (Inline, InlineContext) -> Void) {
    forEachBlock { block in
      for (inlines, context) in block.inlineLists {
        for inline in inlines { inline.forEach { body($0, context) } }
      }
    }
  }

  /// Every link, in reading order; images are not links.
  public var links: [Link] {
    var links: [Link] = []
    forEachInline { inline, _ in
      if case .link(let link) = inline { links.append(link) }
    }
    return links
  }
}

extension Block {
  mutating func visitInlines(_ body: (inout [Inline], InlineContext) -> Void) {
    switch kind {
    case .heading(var heading):
      body(&heading.content, .heading)
      kind = .heading(heading)
    case .paragraph(var content):
      body(&content, .paragraph)
      kind = .paragraph(content)
    case .table(var table):
      body(&table.caption, .caption)
      for index in table.header.indices { body(&table.header[index], .cell) }
      for row in table.rows.indices {
        for index in table.rows[row].indices { body(&table.rows[row][index], .cell) }
      }
      kind = .table(table)
    case .list(var list):
      for item in list.items.indices {
        for index in list.items[item].blocks.indices {
          list.items[item].blocks[index].visitInlines(body)
        }
      }
      kind = .list(list)
    case .quote(var blocks):
      for index in blocks.indices { blocks[index].visitInlines(body) }
      kind = .quote(blocks)
    case .callout(var callout):
      for index in callout.blocks.indices { callout.blocks[index].visitInlines(body) }
      kind = .callout(callout)
    case .code, .html, .rule: break
    }
  }

  static func visit(
    _ blocks: inout [Block], inside isWanted: (Block) -> Bool, _ body: (inout [Block]) -> Void
  ) {
    for index in blocks.indices where isWanted(blocks[index]) {
      switch blocks[index].kind {
      case .list(var list):
        for item in list.items.indices {
          visit(&list.items[item].blocks, inside: isWanted, body)
        }
        blocks[index].kind = .list(list)
      case .quote(var inner):
        visit(&inner, inside: isWanted, body)
        blocks[index].kind = .quote(inner)
      case .callout(var callout):
        visit(&callout.blocks, inside: isWanted, body)
        blocks[index].kind = .callout(callout)
      case .heading, .paragraph, .code, .html, .rule, .table: break
      }
    }
    body(&blocks)
  }

  /// The block's own lists of inlines, without those of the blocks inside it.
  var inlineLists: [([Inline], InlineContext)] {
    switch kind {
    case .heading(let heading): [(heading.content, .heading)]
    case .paragraph(let content): [(content, .paragraph)]
    case .table(let table):
      [(table.caption, .caption)] + (table.header + table.rows.flatMap(\.self)).map { ($0, .cell) }
    case .list, .quote, .callout, .code, .html, .rule: []
    }
  }

  /// Whether it is a heading or one stands inside it.
  var hasHeading: Bool {
    switch kind {
    case .heading: true
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.hasHeading) }
    case .quote(let blocks): blocks.contains(where: \.hasHeading)
    case .callout(let callout): callout.blocks.contains(where: \.hasHeading)
    case .paragraph, .code, .html, .rule, .table: false
    }
  }

  /// The blocks directly inside this one.
  var children: [Block] {
    switch kind {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let blocks): blocks
    case .callout(let callout): callout.blocks
    case .heading, .paragraph, .code, .html, .rule, .table: []
    }
  }

  func forEach(_ body: (Block) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }
}

extension Inline {
  /// The inlines directly inside this one.
  var children: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .link(let link), .image(let link): link.content
    case .text, .softBreak, .lineBreak, .code, .html, .noteReference, .abbreviation: []
    }
  }

  func forEach(_ body: (Inline) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }
}
