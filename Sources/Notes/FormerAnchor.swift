/// A part that a revision renamed or took away: its address stays, and leads on or says so.
public struct FormerAnchor: Sendable, Hashable, Codable {
  /// The old anchor, without `#`.
  public var anchor: String
  /// The heading that it had.
  public var title: String
  /// The anchor of the part that took its place; nil where none did.
  public var target: String?

  public init(anchor: String, title: String, target: String? = nil) {
    self.anchor = anchor
    self.title = title
    self.target = target
  }
}
