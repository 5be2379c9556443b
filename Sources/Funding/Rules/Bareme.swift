/// The amounts that the Cnaf sets for a school year, each nil as long as it is not published.
///
/// **Units**: cents per collectif.
///
/// **Source**: `bareme.*` of the year's national file; C-2026-069, sections 3.2 and 3.3.
public struct Bareme: Sendable, Hashable {
  /// The highest cost taken into account (`bareme.ps.plafond`).
  public var ceiling: Int64?
  /// The bonus « enfants » (`bareme.bonus.enfants`).
  public var childrenBonus: Int64?
  /// The bonus « parents » (`bareme.bonus.parents`).
  public var parentsBonus: Int64?
  /// What the Ps is rounded to (`bareme.ps.arrondi`); the cent when the year does not say.
  public var rounding: RoundingUnit?

  public init(
    ceiling: Int64? = nil, childrenBonus: Int64? = nil, parentsBonus: Int64? = nil,
    rounding: RoundingUnit? = nil
  ) {
    self.ceiling = ceiling
    self.childrenBonus = childrenBonus
    self.parentsBonus = parentsBonus
    self.rounding = rounding
  }
}

/// What the Ps of a collectif is rounded to, half up.
///
/// **Units**: the raw value is the size in cents.
public enum RoundingUnit: Int64, Sendable, Hashable, CaseIterable {
  case cent = 1
  case euro = 100
}
