/// A parsed Markdown text: blocks, footnotes, and the faults that the tree can no longer show.
///
/// The tree holds values only, free of C; it nests `MarkdownLimits.depth` levels at most, so that walking
/// it and freeing it never exhausts the stack.
public struct Document: Sendable, Hashable {
  public var blocks: [Block]
  /// The footnotes in the order of their first reference: the first has number 1.
  public var notes: [Footnote]
  /// What the parser and the passes found wrong, in no particular order.
  public var faults: [Fault]

  public init(blocks: [Block] = [], notes: [Footnote] = [], faults: [Fault] = []) {
    self.blocks = blocks
    self.notes = notes
    self.faults = faults
  }

  /// One document from several texts, such as the sections of a note.
  ///
  /// Footnotes are numbered through, and the positions of the n-th document get `text` = n.
  public init(joining documents: [Document]) {
    self.init()
    for (rank, document) in documents.enumerated() {
      append(document.relocated(text: rank, noteOffset: notes.count))
    }
  }

  /// The document as part of one in which so many footnotes stand before its own.
  func relocated(text: Int, noteOffset: Int) -> Document {
    var relocation = Relocation(text: text, noteOffset: noteOffset)
    return Document(
      blocks: blocks.map { relocation.block($0) },
      notes: notes.map {
        Footnote(
          position: relocation.position($0.position), blocks: $0.blocks.map { relocation.block($0) }
        )
      },
      faults: faults.map { Fault($0.kind, at: relocation.position($0.position)) })
  }

  /// Adds a document that was relocated to stand here.
  mutating func append(_ other: Document) {
    blocks += other.blocks
    notes += other.notes
    faults += other.faults
  }
}

/// The body of a footnote; its number is its rank in `Document.notes`, from 1.
public struct Footnote: Sendable, Hashable {
  public var position: Position
  public var blocks: [Block]

  public init(position: Position, blocks: [Block]) {
    self.position = position
    self.blocks = blocks
  }
}

/// The change of positions and footnote numbers when a document joins others.
private struct Relocation {
  var text: Int
  var noteOffset: Int

  func position(_ position: Position) -> Position {
    var moved = position
    moved.text = text
    return moved
  }

  mutating func block(_ block: Block) -> Block {
    var moved = block
    moved.position = position(block.position)
    switch block.kind {
    case .quote(let blocks): moved.kind = .quote(self.blocks(blocks))
    case .callout(var callout):
      callout.blocks = blocks(callout.blocks)
      moved.kind = .callout(callout)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].position = position(list.items[index].position)
        list.items[index].blocks = blocks(list.items[index].blocks)
      }
      moved.kind = .list(list)
    case .heading, .paragraph, .table, .code, .html, .rule:
      moved.visitInlines { inlines, _ in inlines = self.inlines(inlines) }
    }
    return moved
  }

  private mutating func blocks(_ blocks: [Block]) -> [Block] { blocks.map { block($0) } }

  private func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .text, .softBreak, .lineBreak, .code, .abbreviation: inline
      case .html(let html, let at): .html(html, position(at))
      case .noteReference(let number, let at):
        .noteReference(number: number + noteOffset, position(at))
      case .emphasis(let content): .emphasis(self.inlines(content))
      case .strong(let content): .strong(self.inlines(content))
      case .strikethrough(let content): .strikethrough(self.inlines(content))
      case .link(let link): .link(moved(link))
      case .image(let link): .image(moved(link))
      }
    }
  }

  private func moved(_ link: Link) -> Link {
    var link = link
    link.position = position(link.position)
    link.content = inlines(link.content)
    return link
  }
}
