/// The national rules of the Clas: thresholds, rates and shares, given as data.
///
/// No figure of the rules stands in this module.
///
/// **Units**: rates in hundredths of a percent (32,5 % = 3250), durations in minutes, the rest are
/// numbers of children, animators, sessions and weeks.
///
/// **Source**: circulaire C-2026-069, sections 2.1, 2.3, 3.2 and 4; each figure's own source stands
/// in the rules data under `RuleCode.path`.
public struct Rules: Sendable, Hashable {
  /// The share of the cost that the Ps pays (`regles.ps.taux`).
  public var psRate: Int64 = 0
  /// The most that the branche Famille may pay of the total cost (`regles.cofinancement.maximum`).
  public var cofinancingMaximum: Int64 = 0
  /// The most that is paid in year N, of the base (`regles.acomptes.annee_n`).
  public var firstInstalment: Int64 = 0
  /// The most that is paid in year N+1 before the balance (`regles.acomptes.annee_n1`).
  public var secondInstalment: Int64 = 0
  public var childrenMinimum: Int64 = 0
  public var childrenMaximum: Int64 = 0
  public var childrenMinimumRural: Int64 = 0
  public var childrenMinimumDisability: Int64 = 0
  public var animators: Int64 = 0
  public var animatorsRural: Int64 = 0
  /// A rural collectif of fewer children than this may have `animatorsRural`.
  public var ruralFewerThan: Int64 = 0
  public var sessionsPerWeek: Int64 = 0
  public var sessionMinutes: Int64 = 0
  public var exceptionSessionsPerWeek: Int64 = 0
  public var exceptionSessionMinutes: Int64 = 0
  public var weeksMinimum: Int64 = 0

  /// Takes each rule from the data: `value` answers the figure of a code, in the unit said above.
  ///
  /// Only the codes for which `RuleCode.path` begins with `regles.` are asked for.
  public init(_ value: (RuleCode) -> Int64) {
    for code in RuleCode.allCases where code.isNational { self[code] = value(code) }
  }

  /// The figure of a rule; 0 for the codes that are not among `Rules`.
  public subscript(code: RuleCode) -> Int64 {
    get {
      switch code {
      case .psRate: psRate
      case .cofinancingMaximum: cofinancingMaximum
      case .firstInstalment: firstInstalment
      case .secondInstalment: secondInstalment
      case .childrenMinimum: childrenMinimum
      case .childrenMaximum: childrenMaximum
      case .childrenMinimumRural: childrenMinimumRural
      case .childrenMinimumDisability: childrenMinimumDisability
      case .animators: animators
      case .animatorsRural: animatorsRural
      case .ruralFewerThan: ruralFewerThan
      case .sessionsPerWeek: sessionsPerWeek
      case .sessionMinutes: sessionMinutes
      case .exceptionSessionsPerWeek: exceptionSessionsPerWeek
      case .exceptionSessionMinutes: exceptionSessionMinutes
      case .weeksMinimum: weeksMinimum
      case .ceiling, .childrenBonus, .parentsBonus, .rounding, .funderAmount: 0
      }
    }
    set {
      switch code {
      case .psRate: psRate = newValue
      case .cofinancingMaximum: cofinancingMaximum = newValue
      case .firstInstalment: firstInstalment = newValue
      case .secondInstalment: secondInstalment = newValue
      case .childrenMinimum: childrenMinimum = newValue
      case .childrenMaximum: childrenMaximum = newValue
      case .childrenMinimumRural: childrenMinimumRural = newValue
      case .childrenMinimumDisability: childrenMinimumDisability = newValue
      case .animators: animators = newValue
      case .animatorsRural: animatorsRural = newValue
      case .ruralFewerThan: ruralFewerThan = newValue
      case .sessionsPerWeek: sessionsPerWeek = newValue
      case .sessionMinutes: sessionMinutes = newValue
      case .exceptionSessionsPerWeek: exceptionSessionsPerWeek = newValue
      case .exceptionSessionMinutes: exceptionSessionMinutes = newValue
      case .weeksMinimum: weeksMinimum = newValue
      case .ceiling, .childrenBonus, .parentsBonus, .rounding, .funderAmount: break
      }
    }
  }
}
