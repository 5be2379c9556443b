// The flat layout in which the page's script, the browser's calculation and the tests exchange
// numbers: Float64 slots, plain numbers in JavaScript, exact below 2^53. The generator prints
// `allCases` into the page, so that the names never diverge. NaN means « not given ».

/// The first input slots: rules, barème, conditions of the project, number of the elements that
/// follow.
///
/// **Units**: those of `Rules`, `Bareme`; conditions are 1 (met, also when not given) or 0.
public enum InputSlot: Int, Sendable, CaseIterable {
  // The rules, in the order of `RuleCode`.
  case psRate, cofinancingMaximum, firstInstalment, secondInstalment
  case childrenMinimum, childrenMaximum, childrenMinimumRural, childrenMinimumDisability
  case animators, animatorsRural, ruralFewerThan
  case sessionsPerWeek, sessionMinutes, exceptionSessionsPerWeek, exceptionSessionMinutes
  case weeksMinimum
  case ruralExceptions, disabilityException, premisesException, exceptionsOfRight
  case fourAxes, collective, regular, beyondHomework, freeOrSymbolic
  case bonusCriteria
  // The barème; the rounding is its size in cents.
  case ceiling, childrenBonus, parentsBonus, rounding
  // The conditions of the project.
  case hasFourAxes, isCollective, isRegular, goesBeyondHomework, isFreeOrSymbolic
  // How many of each follow.
  case funders, otherFunding, collectifs
}

/// The slots of a funder of the department.
public enum FunderSlot: Int, Sendable, CaseIterable {
  /// The raw value of `Funder.Basis`.
  case basis
  case low, high
  /// The share of the cost that it does not exceed, in hundredths of a percent; 0 without one.
  case share
  /// 1 for a rural aid, else 0.
  case isRural
  /// What the project asks; not given or 0 for nothing.
  case asked
}

/// The slots of a free line of the plan.
public enum OtherFundingSlot: Int, Sendable, CaseIterable {
  case amount
  case isBrancheFamille
}

/// The slots of a collectif, followed by what it asks of each funder (`Layout.complements`).
public enum CollectifSlot: Int, Sendable, CaseIterable {
  case count, cost, children
  case animators, sessionsPerWeek, sessionMinutes, weeks
  case isRural, hasDisability, hasPremisesConstraint
  /// 0 not requested, 1 granted, 2 by the four criteria that follow.
  case childrenBonus
  case childrenProject, childrenMaterial, childrenSpeakers, childrenOutings
  /// 0 not requested, 1 granted, 2 by the four criteria that follow.
  case parentsBonus
  case parentsProject, parentsSpeakers, parentsActions, parentsAudience
}
