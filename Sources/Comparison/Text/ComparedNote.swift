public import Facts
public import Markdown

/// A note as the comparison takes it: plain values, whether they come from live sources or from a
/// frozen pair.
public struct ComparedNote: Sendable, Hashable {
  /// `vosges/2025-2026`.
  public var identifier: String
  public var facts: Record
  /// The schema of the facts, for labels and order.
  public var schema: Schema
  public var sections: [TextSection]

  public init(identifier: String, facts: Record, schema: Schema, sections: [TextSection]) {
    self.identifier = identifier
    self.facts = facts
    self.schema = schema
    self.sections = sections
  }

  /// - Parameters:
  ///   - document: the note as readers see it, typography applied; the `text` of its positions is
  ///     the rank of the section.
  ///   - sectionNames: the name of each section, by rank.
  public init(
    identifier: String, facts: Record, schema: Schema, document: Document, sectionNames: [String]
  ) {
    self.init(
      identifier: identifier, facts: facts, schema: schema,
      sections: TextSection.sections(of: document, names: sectionNames))
  }
}
