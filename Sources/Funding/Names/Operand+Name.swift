extension Operand {
  /// The placeholder of the operand in a sentence, without its braces: `cout`.
  public var name: String {
    switch self {
    case .amount: "montant"
    case .cost: "cout"
    case .ceiling: "plafond"
    case .ps: "ps"
    case .bonus: "bonus"
    case .requested: "demande"
    case .otherBrancheFamille: "autres_caf"
    case .cofinancingMaximum: "part_maximum"
    case .ecretement: "ecretement"
    case .brancheFamille: "branche_famille"
    case .base: "base"
    case .firstInstalment: "acompte_n"
    case .secondInstalment: "acompte_n1"
    case .unitAmount: "unitaire"
    case .complements: "complements"
    case .otherFunding: "autres_financements"
    case .total: "total"
    case .exact: "exact"
    case .rate: "taux"
    case .collectifs: "collectifs"
    case .criteria: "criteres"
    case .lines: "lignes"
    case .children: "enfants"
    case .childrenMinimum: "enfants_minimum"
    case .childrenMaximum: "enfants_maximum"
    case .childrenMinimumRural: "enfants_minimum_rural"
    case .childrenMinimumDisability: "enfants_minimum_handicap"
    case .animators: "animateurs"
    case .animatorsMinimum: "animateurs_minimum"
    case .sessions: "seances"
    case .sessionsMinimum: "seances_minimum"
    case .sessionsException: "seances_derogation"
    case .weeks: "semaines"
    case .weeksMinimum: "semaines_minimum"
    case .minutes: "duree"
    case .minutesMinimum: "duree_minimum"
    case .minutesException: "duree_derogation"
    }
  }
}

extension Operand.Kind {
  /// The key of the noun that follows the number, for the kinds that are written with one.
  public var noun: String? {
    switch self {
    case .amount, .exactAmount, .rate, .duration: nil
    case .children: "enfants"
    case .animators: "animateurs"
    case .sessions: "seances"
    case .weeks: "semaines"
    case .collectifs: "collectifs"
    case .criteria: "criteres"
    case .lines: "lignes"
    }
  }
}
