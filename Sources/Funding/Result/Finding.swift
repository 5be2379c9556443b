/// Something that the porteur should know about a collectif or the project.
public struct Finding: Sendable, Hashable {
  public var code: FindingCode
  /// The position of the collectif in the scenario, from 1; 0 for the project.
  public var collectif: Int
  /// The position of the funder in the department's file, from 1; 0 when it is about none.
  public var funder: Int
  /// The numbers, in the order of `FindingCode.operands`.
  public var operands: Operands
}

/// What a finding means for the money.
public enum Severity: Int, Sendable, Hashable, CaseIterable {
  /// No Ps and no bonus for the collectif, or for all when it is the project's.
  case blocking = 1
  /// Computed as if granted; somebody grants it or not.
  case toBeGranted
  case warning

  public var name: String {
    switch self {
    case .blocking: "bloquant"
    case .toBeGranted: "a-valider"
    case .warning: "avertissement"
    }
  }
}

/// The findings: one French sentence each, and how to mend it, in the data.
///
/// Raw values serve the flat layout. Several findings may share one French code; they then differ
/// by their subject.
public enum FindingCode: Int, Sendable, Hashable, CaseIterable {
  // Of a collectif.
  case tooFewChildren = 1, tooManyChildren, tooFewAnimators, tooFewSessions, tooFewWeeks
  /// The same where the department has one exception alone, and it is not asked for.
  case tooFewChildrenUnlessRural, tooFewChildrenUnlessDisability
  case tooFewSessionsUnlessRural, tooFewSessionsUnlessPremises
  /// The same where no exception is possible.
  case tooFewChildrenStrictly, tooFewAnimatorsStrictly, tooFewSessionsStrictly
  /// Too few even with the exception that is asked for.
  case tooFewRuralChildren, tooFewDisabilityChildren, tooFewSessionsEven
  case ruralChildren, ruralAnimators, ruralSessions
  case disabilityChildren
  /// The same where the exception is accepted of right.
  case ruralChildrenOfRight, ruralAnimatorsOfRight, disabilityChildrenOfRight
  case premisesSessions
  case childrenBonusCriteria, parentsBonusCriteria
  case childrenBonusUnpublished, parentsBonusUnpublished
  // Of the project.
  case missingAxes, individualAction, oneOffAction, homeworkOnly, costToFamilies
  case otherBrancheFamilleExcess
  // Of a funder.
  case funderOutsideRange, funderOutsideRangePerCollectif
  /// The same of a funder that has no least amount.
  case funderAboveMost, funderAboveMostPerCollectif
  case ruralFunderElsewhere
  case overfunded

  public var severity: Severity {
    switch self {
    case .tooFewChildren, .tooManyChildren, .tooFewAnimators, .tooFewSessions, .tooFewWeeks,
      .tooFewChildrenUnlessRural, .tooFewChildrenUnlessDisability, .tooFewSessionsUnlessRural,
      .tooFewSessionsUnlessPremises, .tooFewChildrenStrictly, .tooFewAnimatorsStrictly,
      .tooFewSessionsStrictly, .tooFewRuralChildren, .tooFewDisabilityChildren,
      .tooFewSessionsEven, .missingAxes, .individualAction, .oneOffAction, .homeworkOnly,
      .costToFamilies:
      .blocking
    case .ruralChildren, .ruralAnimators, .ruralSessions, .disabilityChildren, .premisesSessions:
      .toBeGranted
    case .childrenBonusCriteria, .parentsBonusCriteria, .childrenBonusUnpublished,
      .parentsBonusUnpublished, .otherBrancheFamilleExcess, .overfunded, .ruralChildrenOfRight,
      .ruralAnimatorsOfRight, .disabilityChildrenOfRight, .funderOutsideRange,
      .funderOutsideRangePerCollectif, .funderAboveMost, .funderAboveMostPerCollectif,
      .ruralFunderElsewhere:
      .warning
    }
  }

  /// The French code of the finding; several findings may share one and differ by `subject`.
  public var code: String { declaration.code }

  /// What the finding is about, where its code is shared; nil otherwise.
  public var subject: String? { declaration.subject }

  /// The key of the finding's sentences: the code, and the subject where there is one.
  public var name: String { subject.map { code + "-" + $0 } ?? code }

  public var operands: [Operand] { declaration.operands }

  /// The rule behind the finding; nil where the text of its source stands in the data.
  public var rule: RuleCode? { declaration.rule }

  private var declaration: (code: String, subject: String?, operands: [Operand], rule: RuleCode?) {
    switch self {
    case .tooFewChildren:
      (
        "effectif-insuffisant", nil,
        [.children, .childrenMinimum, .childrenMinimumRural, .childrenMinimumDisability],
        .childrenMinimum
      )
    case .tooManyChildren:
      ("effectif-excessif", nil, [.children, .childrenMaximum], .childrenMaximum)
    case .tooFewAnimators:
      ("encadrement-insuffisant", nil, [.animators, .animatorsMinimum], .animators)
    case .tooFewSessions:
      ("seances-insuffisantes", nil, FindingCode.rhythm, .sessionsPerWeek)
    case .tooFewWeeks: ("semaines-insuffisantes", nil, [.weeks, .weeksMinimum], .weeksMinimum)
    case .tooFewChildrenUnlessRural:
      (
        "effectif-insuffisant", "sauf-rural", [.children, .childrenMinimum, .childrenMinimumRural],
        .childrenMinimum
      )
    case .tooFewChildrenUnlessDisability:
      (
        "effectif-insuffisant", "sauf-handicap",
        [.children, .childrenMinimum, .childrenMinimumDisability], .childrenMinimum
      )
    case .tooFewSessionsUnlessRural:
      ("seances-insuffisantes", "sauf-rural", FindingCode.rhythm, .sessionsPerWeek)
    case .tooFewSessionsUnlessPremises:
      ("seances-insuffisantes", "sauf-locaux", FindingCode.rhythm, .sessionsPerWeek)
    case .tooFewRuralChildren:
      (
        "effectif-insuffisant", "rural", [.children, .childrenMinimumRural], .childrenMinimumRural
      )
    case .tooFewDisabilityChildren:
      (
        "effectif-insuffisant", "handicap", [.children, .childrenMinimumDisability],
        .childrenMinimumDisability
      )
    case .tooFewSessionsEven:
      (
        "seances-insuffisantes", "avec-exception", FindingCode.rhythm, .exceptionSessionsPerWeek
      )
    case .tooFewChildrenStrictly:
      (
        "effectif-insuffisant", "sans-exception", [.children, .childrenMinimum], .ruralExceptions
      )
    case .tooFewAnimatorsStrictly:
      (
        "encadrement-insuffisant", "sans-exception", [.animators, .animatorsMinimum],
        .ruralExceptions
      )
    case .tooFewSessionsStrictly:
      (
        "seances-insuffisantes", "sans-exception",
        [.sessions, .minutes, .sessionsMinimum, .minutesMinimum], .ruralExceptions
      )
    case .ruralChildrenOfRight:
      (
        "derogation-rurale", "effectif-de-droit", [.children, .childrenMinimum],
        .childrenMinimumRural
      )
    case .ruralAnimatorsOfRight:
      (
        "derogation-rurale", "encadrement-de-droit", [.animators, .animatorsMinimum],
        .animatorsRural
      )
    case .disabilityChildrenOfRight:
      (
        "derogation-handicap", "de-droit", [.children, .childrenMinimum],
        .childrenMinimumDisability
      )
    case .ruralChildren:
      ("derogation-rurale", "effectif", [.children, .childrenMinimum], .childrenMinimumRural)
    case .ruralAnimators:
      ("derogation-rurale", "encadrement", [.animators, .animatorsMinimum], .animatorsRural)
    case .ruralSessions:
      (
        "derogation-rurale", "seances", [.sessions, .minutes, .sessionsMinimum, .minutesMinimum],
        .exceptionSessionsPerWeek
      )
    case .disabilityChildren:
      ("derogation-handicap", nil, [.children, .childrenMinimum], .childrenMinimumDisability)
    case .premisesSessions:
      (
        "derogation-locaux", nil, [.sessions, .minutes, .sessionsMinimum, .minutesMinimum],
        .premisesException
      )
    case .childrenBonusCriteria:
      ("bonus-criteres", "enfants", [.criteriaMinimum], .bonusCriteria)
    case .parentsBonusCriteria:
      ("bonus-criteres", "parents", [.criteriaMinimum], .bonusCriteria)
    case .childrenBonusUnpublished: ("bonus-non-publie", "enfants", [], .childrenBonus)
    case .parentsBonusUnpublished: ("bonus-non-publie", "parents", [], .parentsBonus)
    case .missingAxes: ("axes-manquants", nil, [], .fourAxes)
    case .individualAction: ("action-individuelle", nil, [], .collective)
    case .oneOffAction: ("action-ponctuelle", nil, [], .regular)
    case .homeworkOnly: ("aide-aux-devoirs-seule", nil, [], .beyondHomework)
    case .costToFamilies: ("participation-non-symbolique", nil, [], .freeOrSymbolic)
    case .otherBrancheFamilleExcess:
      (
        "autres-aides-caf-excessives", nil, [.otherBrancheFamille, .cofinancingMaximum],
        .cofinancingMaximum
      )
    case .funderOutsideRange:
      ("aide-hors-bornes", nil, [.asked, .lowest, .highest], .funderAmount)
    case .funderOutsideRangePerCollectif:
      ("aide-hors-bornes", "par-collectif", [.asked, .lowest, .highest], .funderAmount)
    case .funderAboveMost: ("aide-hors-bornes", "plafond", [.asked, .highest], .funderAmount)
    case .funderAboveMostPerCollectif:
      ("aide-hors-bornes", "plafond-par-collectif", [.asked, .highest], .funderAmount)
    case .ruralFunderElsewhere: ("aide-rurale-hors-rural", nil, [], .funderAmount)
    case .overfunded: ("surfinancement", nil, [.cost, .total], nil)
    }
  }

  /// The numbers of what is said of too few sessions where an exception is possible.
  private static let rhythm: [Operand] = [
    .sessions, .minutes, .sessionsMinimum, .minutesMinimum, .sessionsException, .minutesException,
  ]
}
