extension FindingCode {
  /// The French code of the finding; several findings may share one and differ by `subject`.
  public var code: String {
    switch self {
    case .tooFewChildren: "effectif-insuffisant"
    case .tooManyChildren: "effectif-excessif"
    case .tooFewAnimators: "encadrement-insuffisant"
    case .tooFewSessions: "seances-insuffisantes"
    case .tooFewWeeks: "semaines-insuffisantes"
    case .ruralChildren, .ruralAnimators, .ruralSessions: "derogation-rurale"
    case .disabilityChildren: "derogation-handicap"
    case .premisesSessions: "derogation-locaux"
    case .childrenBonusCriteria, .parentsBonusCriteria: "bonus-criteres"
    case .childrenBonusUnpublished, .parentsBonusUnpublished: "bonus-non-publie"
    case .missingAxes: "axes-manquants"
    case .individualAction: "action-individuelle"
    case .oneOffAction: "action-ponctuelle"
    case .homeworkOnly: "aide-aux-devoirs-seule"
    case .costToFamilies: "participation-non-symbolique"
    case .otherBrancheFamilleExcess: "autres-aides-caf-excessives"
    case .overfunded: "surfinancement"
    }
  }

  /// What the finding is about, where its code is shared; nil otherwise.
  public var subject: String? {
    switch self {
    case .ruralChildren: "effectif"
    case .ruralAnimators: "encadrement"
    case .ruralSessions: "seances"
    case .childrenBonusCriteria, .childrenBonusUnpublished: "enfants"
    case .parentsBonusCriteria, .parentsBonusUnpublished: "parents"
    case .tooFewChildren, .tooManyChildren, .tooFewAnimators, .tooFewSessions, .tooFewWeeks,
      .disabilityChildren, .premisesSessions, .missingAxes, .individualAction, .oneOffAction,
      .homeworkOnly, .costToFamilies, .otherBrancheFamilleExcess, .overfunded:
      nil
    }
  }

  /// The key of the finding's sentences: the code, and the subject where there is one.
  public var name: String { subject.map { code + "-" + $0 } ?? code }
}

extension Severity {
  public var name: String {
    switch self {
    case .blocking: "bloquant"
    case .toBeGranted: "a-valider"
    case .warning: "avertissement"
    }
  }
}
