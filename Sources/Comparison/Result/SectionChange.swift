/// A section of the comparison, changed or not.
public struct SectionChange: Sendable, Hashable {
  public enum Nature: Sendable, Hashable {
    case unchanged
    case modified
    case added
    case removed
    /// It stood here and stands elsewhere among the sections now; it has what its twin has.
    case departed
  }

  public struct Label: Sendable, Hashable {
    public var name: String
    public var title: String
  }

  public var nature: Nature
  /// Nil when the section is new.
  public var before: Label?
  /// Nil when the section is no longer there.
  public var after: Label?
  public var isMoved: Bool
  public var blocks: [BlockChange]
  /// Names of old sections of which a good part is here now.
  public var cameFrom: [String]
  /// Names of new sections in which a good part of this one is now.
  public var wentTo: [String]
  /// The circulaire or decision behind the changes, where the author says it.
  public var cause: String?

  public var label: Label { after ?? before ?? Label(name: "", title: "") }

  public var isRenamed: Bool {
    if let before, let after { before.name != after.name } else { false }
  }
}
