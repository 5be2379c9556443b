public import Diagnostics

/// A family of notes and its plan, from `templates/<family>/plan.yaml`.
public struct Family: Sendable, Hashable {
  /// A section's name and where the plan has it.
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var place: Place
  }

  public var slug: String
  public var title: String
  /// In the order of the note.
  public var sections: [Entry]
  /// The names of sections whose heading has no number.
  public var unnumbered: [Entry]
}
