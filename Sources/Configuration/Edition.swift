public import Diagnostics
public import Facts

/// A version of the national texts, from `templates/editions.yaml`.
public struct Edition: Sendable, Hashable {
  /// The name of its folders: « circulaire-2021 ».
  public var code: String
  public var circular: String
  /// The first school year that it rules.
  public var start: SchoolYear
  /// Whether the bonuses exist since it began.
  public var createsBonuses: Bool
  /// Why sections change with it.
  public var causes: [SectionCause]
  public var place: Place
}
