/// What changed from one note to another: values first, then the text.
public struct NoteComparison: Sendable, Hashable {
  /// The identifier of the old note: `vosges/2025-2026`.
  public let beforeIdentifier: String
  public let afterIdentifier: String
  /// The facts that changed, and those that did not where readers would ask; by group, then in the
  /// order of the schema.
  public let values: [ValueChange]
  /// All sections of both notes, in one order of display.
  public let sections: [SectionChange]

  /// Whether no fact and no word changed; typography alone is no change.
  public var isEmpty: Bool {
    !values.contains { $0.nature != .unchanged }
      && sections.allSatisfy { $0.nature == .unchanged && !$0.isMoved && !$0.isRenamed }
  }

  /// The facts that changed.
  public var changedValues: [ValueChange] { values.filter { $0.nature != .unchanged } }

  /// The sections as they were.
  public var before: [TextSection] {
    sections.compactMap { section in
      guard let label = section.before, section.nature == .departed || !section.isMoved else {
        return nil
      }
      return TextSection(
        name: label.name, title: label.title, blocks: section.blocks.compactMap(\.oldBlock))
    }
  }

  /// The sections as they are.
  public var after: [TextSection] {
    sections.compactMap { section in
      guard let label = section.after, section.nature != .departed else { return nil }
      return TextSection(
        name: label.name, title: label.title, blocks: section.blocks.compactMap(\.newBlock))
    }
  }

  /// The new text, made from the old one; nil when the comparison was not made from this text.
  public func applied(to text: [TextSection]) -> [TextSection]? {
    text == before ? after : nil
  }
}
