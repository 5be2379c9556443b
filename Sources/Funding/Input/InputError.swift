/// One input that cannot be computed with, and why.
///
/// **Units**: `low` and `high` in the unit of the field (cents, minutes, numbers).
public struct InputError: Sendable, Hashable {
  /// Raw values serve the flat layout.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// The value is not given and has no common case.
    case missing = 1
    /// The slot holds a fraction: amounts are whole cents.
    case notWhole
    case negative
    /// Below `low`.
    case tooSmall
    /// Above `high`.
    case tooLarge
    /// Not what a funder gives: neither 0 nor from `low` to `high`.
    case outsideRange
    /// Not what a funder gives: neither 0 nor the flat sum `low`.
    case notFlat
    /// Asked of one collectif, but the funder does not pay per collectif.
    case notPerCollectif
    /// More elements than `high`.
    case tooMany
    /// The slot holds a number that stands for nothing.
    case unknownCode
    /// The instalments are more than the whole, or a range ends before it begins.
    case inconsistent
  }

  public var kind: Kind
  public var field: InputField
  /// The position of the collectif in the scenario, from 1; 0 for the project.
  public var collectif: Int
  /// The position of the funder or of the free line, from 1; the raw value of the rule for
  /// `.rule`; 0 otherwise.
  public var element: Int
  public var low: Int64
  public var high: Int64

  public init(
    _ kind: Kind, _ field: InputField, collectif: Int = 0, element: Int = 0, low: Int64 = 0,
    high: Int64 = 0
  ) {
    self.kind = kind
    self.field = field
    self.collectif = collectif
    self.element = element
    self.low = low
    self.high = high
  }
}

/// The fields that an error or an assumption can name. Raw values serve the flat layout.
public enum InputField: Int, Sendable, Hashable, CaseIterable {
  case collectifs = 1
  // Of a collectif.
  case count, cost, children, animators, sessionsPerWeek, sessionMinutes, weeks
  case isRural, hasDisability, hasPremisesConstraint
  case childrenBonus, parentsBonus
  // Of the project.
  case conditions, complement, otherFunding
  // Of the data.
  case ceiling, childrenBonusAmount, parentsBonusAmount, rounding, rule, funder
}

/// All the inputs of a scenario that cannot be computed with; never empty.
public struct InvalidInput: Error, Sendable, Hashable {
  public var errors: [InputError]
}
