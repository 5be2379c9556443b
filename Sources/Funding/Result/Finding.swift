/// Something that the porteur should know about a collectif or the project.
public struct Finding: Sendable, Hashable {
  public var code: FindingCode
  /// The position of the collectif in the scenario, from 1; 0 for the project.
  public var collectif: Int
  /// The numbers, in the order of `FindingCode.operands`.
  public var operands: Operands

  init(_ code: FindingCode, collectif: Int = 0, _ operands: Operands = Operands()) {
    self.code = code
    self.collectif = collectif
    self.operands = operands
  }
}

/// What a finding means for the money.
public enum Severity: Int, Sendable, Hashable, CaseIterable {
  /// No Ps and no bonus for the collectif, or for all when it is the project's.
  case blocking = 1
  /// Computed as if granted; the committee or the Caf grants it or not.
  case toBeGranted
  case warning
}

/// The findings: one French sentence each, and how to mend it, in the data.
///
/// Raw values serve the flat layout. Several findings may share one French code; they then differ
/// by their subject.
public enum FindingCode: Int, Sendable, Hashable, CaseIterable {
  // Of a collectif.
  case tooFewChildren = 1, tooManyChildren, tooFewAnimators, tooFewSessions, tooFewWeeks
  case ruralChildren, ruralAnimators, ruralSessions
  case disabilityChildren
  case premisesSessions
  case childrenBonusCriteria, parentsBonusCriteria
  case childrenBonusUnpublished, parentsBonusUnpublished
  // Of the project.
  case missingAxes, individualAction, oneOffAction, homeworkOnly, costToFamilies
  case otherBrancheFamilleExcess
  case overfunded

  public var severity: Severity {
    switch self {
    case .tooFewChildren, .tooManyChildren, .tooFewAnimators, .tooFewSessions, .tooFewWeeks,
      .missingAxes, .individualAction, .oneOffAction, .homeworkOnly, .costToFamilies:
      .blocking
    case .ruralChildren, .ruralAnimators, .ruralSessions, .disabilityChildren, .premisesSessions:
      .toBeGranted
    case .childrenBonusCriteria, .parentsBonusCriteria, .childrenBonusUnpublished,
      .parentsBonusUnpublished, .otherBrancheFamilleExcess, .overfunded:
      .warning
    }
  }

  /// The numbers of the finding, in order.
  public var operands: [Operand] {
    switch self {
    case .tooFewChildren:
      [.children, .childrenMinimum, .childrenMinimumRural, .childrenMinimumDisability]
    case .tooManyChildren: [.children, .childrenMaximum]
    case .tooFewAnimators: [.animators, .animatorsMinimum]
    case .tooFewSessions:
      [
        .sessions, .minutes, .sessionsMinimum, .minutesMinimum, .sessionsException,
        .minutesException,
      ]
    case .tooFewWeeks: [.weeks, .weeksMinimum]
    case .ruralChildren, .disabilityChildren: [.children, .childrenMinimum]
    case .ruralAnimators: [.animators, .animatorsMinimum]
    case .ruralSessions, .premisesSessions:
      [.sessions, .minutes, .sessionsMinimum, .minutesMinimum]
    case .childrenBonusCriteria, .parentsBonusCriteria, .childrenBonusUnpublished,
      .parentsBonusUnpublished, .missingAxes, .individualAction, .oneOffAction, .homeworkOnly,
      .costToFamilies:
      []
    case .otherBrancheFamilleExcess: [.otherBrancheFamille, .cofinancingMaximum]
    case .overfunded: [.cost, .total]
    }
  }

  /// The rule behind the finding; nil where the text of its source stands in the data.
  public var rule: RuleCode? {
    switch self {
    case .tooFewChildren: .childrenMinimum
    case .tooManyChildren: .childrenMaximum
    case .tooFewAnimators: .animators
    case .tooFewSessions: .sessionsPerWeek
    case .tooFewWeeks: .weeksMinimum
    case .ruralChildren: .childrenMinimumRural
    case .ruralAnimators: .animatorsRural
    case .ruralSessions, .premisesSessions: .exceptionSessionsPerWeek
    case .disabilityChildren: .childrenMinimumDisability
    case .childrenBonusUnpublished: .childrenBonus
    case .parentsBonusUnpublished: .parentsBonus
    case .otherBrancheFamilleExcess: .cofinancingMaximum
    case .childrenBonusCriteria, .parentsBonusCriteria, .missingAxes, .individualAction,
      .oneOffAction, .homeworkOnly, .costToFamilies, .overfunded:
      nil
    }
  }
}
