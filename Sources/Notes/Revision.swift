public import Facts

/// What changed after the publication, as readers are told.
public struct Revision: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Announced.
    case major = "majeure"
    /// Spelling, layout: recorded and not announced.
    case minor = "mineure"
  }

  public var date: Day
  public var reason: String
  public var kind: Kind
  /// The parts that it renamed or took away, in the order of the note before.
  public var formerAnchors: [FormerAnchor]

  public init(date: Day, reason: String, kind: Kind, formerAnchors: [FormerAnchor] = []) {
    self.date = date
    self.reason = reason
    self.kind = kind
    self.formerAnchors = formerAnchors
  }
}
