extension RuleCode {
  /// Where the rule stands in the data: `regles.ps.taux`.
  ///
  /// `.funderAmount` stands in `financements`, under the code of each funder.
  public var path: String {
    switch self {
    case .psRate: "regles.ps.taux"
    case .cofinancingMaximum: "regles.cofinancement.maximum"
    case .firstInstalment: "regles.acomptes.annee_n"
    case .secondInstalment: "regles.acomptes.annee_n1"
    case .childrenMinimum: "regles.collectif.minimum"
    case .childrenMaximum: "regles.collectif.maximum"
    case .childrenMinimumRural: "regles.collectif.minimum_rural"
    case .childrenMinimumDisability: "regles.collectif.minimum_handicap"
    case .animators: "regles.encadrement.animateurs"
    case .animatorsRural: "regles.encadrement.animateurs_rural"
    case .ruralFewerThan: "regles.encadrement.rural_moins_de"
    case .sessionsPerWeek: "regles.seances.par_semaine"
    case .sessionMinutes: "regles.seances.duree"
    case .exceptionSessionsPerWeek: "regles.seances.derogation_par_semaine"
    case .exceptionSessionMinutes: "regles.seances.derogation_duree"
    case .weeksMinimum: "regles.semaines.minimum"
    case .ceiling: "bareme.ps.plafond"
    case .childrenBonus: "bareme.bonus.enfants"
    case .parentsBonus: "bareme.bonus.parents"
    case .rounding: "bareme.ps.arrondi"
    case .funderAmount: "financements"
    }
  }
}
