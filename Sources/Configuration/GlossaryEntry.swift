public import Diagnostics

/// An acronym and what it stands for, from `departments/national/glossaire.yaml` or a
/// department's.
public struct GlossaryEntry: Sendable, Hashable {
  public var acronym: String
  public var form: String
  public var place: Place
}
