public import Diagnostics

/// An acronym and what it stands for, from `departments/national/glossaire.yaml`.
public struct GlossaryEntry: Sendable, Hashable {
  public var acronym: String
  public var form: String
  public var place: Place
}
