/// A parsed Markdown text: blocks, footnotes, and the faults that the tree can no longer show.
///
/// The tree holds values only, free of C; it nests `MarkdownLimits.depth` levels at most, so that walking
/// it and freeing it never exhausts the stack.
public struct Document: Sendable, Hashable {
  public var blocks: [Block] = []
  /// The footnotes in the order of their first reference: the first has number 1.
  public var notes: [Footnote] = []
  /// What is wrong; of a prepared document, all of it, sorted by position.
  public var faults: [Fault] = []
}

/// The body of a footnote; its number is its rank in `Document.notes`, from 1.
public struct Footnote: Sendable, Hashable {
  public var position: Position
  public var blocks: [Block]
}
