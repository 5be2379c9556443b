public import Facts

/// A note as the comparison takes it: plain values, whether they come from live sources or from a
/// frozen pair.
public struct ComparedNote: Sendable, Hashable {
  /// `vosges/2025-2026`.
  public var identifier: String
  /// They know their schema, which gives labels and order.
  public var facts: Record
  /// Nil for a note that has none.
  public var year: SchoolYear?
  public var sections: [TextSection]

  public init(
    identifier: String, facts: Record, year: SchoolYear? = nil, sections: [TextSection]
  ) {
    self.identifier = identifier
    self.facts = facts
    self.year = year
    self.sections = sections
  }
}
