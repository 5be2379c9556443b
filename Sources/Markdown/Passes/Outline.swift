/// One line of a table of contents.
public struct OutlineEntry: Sendable, Hashable {
  public var identifier: String
  /// « 1. », « 1.1 »; nil when the heading has none.
  public var number: String?
  public var title: String
  public var level: Int
  /// The deeper headings that follow, down to the level asked for.
  public var entries: [OutlineEntry]
}

extension Document {
  /// The headings as a tree, for a table of contents.
  ///
  /// - Parameter levels: those to keep; deeper ones are left out. Headings inside quotations and
  ///   lists are never part of it.
  public func outline(levels: ClosedRange<Int> = 2...3) -> [OutlineEntry] {
    var flat: [OutlineEntry] = []
    for block in blocks {
      guard case .heading(let heading) = block.kind, levels.contains(heading.level) else {
        continue
      }
      flat.append(
        OutlineEntry(
          identifier: heading.identifier, number: heading.number,
          title: heading.content.plainText, level: heading.level, entries: []))
    }
    var rest = flat[...]
    var outline: [OutlineEntry] = []
    while let entry = Document.takeEntry(from: &rest) { outline.append(entry) }
    return outline
  }

  private static func takeEntry(from rest: inout ArraySlice<OutlineEntry>) -> OutlineEntry? {
    guard var entry = rest.popFirst() else { return nil }
    while let next = rest.first, next.level > entry.level {
      if let inner = takeEntry(from: &rest) { entry.entries.append(inner) }
    }
    return entry
  }
}
