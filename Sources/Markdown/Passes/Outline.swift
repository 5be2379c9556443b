/// One line of a table of contents.
public struct OutlineEntry: Sendable, Hashable {
  public var identifier: String
  /// « 1. », « 1.1 »; nil when the heading has none.
  public var number: String?
  public var title: String
  /// From 2 to 3.
  public var level: Int
  /// The deeper headings that follow.
  public var entries: [OutlineEntry] = []

  /// Nil for what is no heading of the levels 2 and 3.
  public init?(_ block: Block) {
    guard case .heading(let heading) = block.kind, (2...3).contains(heading.level) else {
      return nil
    }
    identifier = heading.identifier
    number = heading.number
    title = heading.content.plainText
    level = heading.level
  }
}

extension Document {
  /// The headings of the levels 2 and 3 as a tree, for a table of contents; those inside quotations
  /// and lists are never part of it.
  public func outline() -> [OutlineEntry] {
    var outline: [OutlineEntry] = []
    for block in blocks {
      guard let entry = OutlineEntry(block) else { continue }
      if let last = outline.last, last.level < entry.level {
        outline[outline.count - 1].entries.append(entry)
      } else {
        outline.append(entry)
      }
    }
    return outline
  }
}
