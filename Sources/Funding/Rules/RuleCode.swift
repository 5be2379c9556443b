/// The rules that the calculation applies, each one figure of the rules data.
///
/// A line of a result names the rules behind it by these codes; `path` leads from the code to the
/// sourced value (document, section, certainty) in the data. Raw values serve the flat layout.
public enum RuleCode: Int, Sendable, Hashable, CaseIterable {
  // The national rules.
  /// The share of the cost that the Ps pays.
  case psRate = 1
  /// The most that the branche Famille may pay of the total cost.
  case cofinancingMaximum
  /// The most that is paid in year N, and in year N+1 before the balance, of the base.
  case firstInstalment, secondInstalment
  case childrenMinimum, childrenMaximum, childrenMinimumRural, childrenMinimumDisability
  case animators, animatorsRural
  /// A rural collectif of fewer children than this may have `animatorsRural`.
  case ruralFewerThan
  case sessionsPerWeek, sessionMinutes, exceptionSessionsPerWeek, exceptionSessionMinutes
  case weeksMinimum
  // The year's barème.
  case ceiling, childrenBonus, parentsBonus, rounding
  // What a department's file declares for a funder.
  case funderAmount

  /// Whether the rule is one of `Rules`: the barème's figures and the funders' are given apart.
  var isNational: Bool { rawValue <= RuleCode.weeksMinimum.rawValue }

  /// Whether the figure is a share of a whole.
  var isRate: Bool { rawValue <= RuleCode.secondInstalment.rawValue }
}
