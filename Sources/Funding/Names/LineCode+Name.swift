extension LineCode {
  /// The French code of the line: where its amount stands in a result, the key of its label.
  ///
  /// A complement stands under the code of its funder.
  public var name: String {
    switch self {
    case .collectifPs: "collectifs.ps"
    case .collectifChildrenBonus: "collectifs.bonus_enfants"
    case .collectifParentsBonus: "collectifs.bonus_parents"
    case .collectifPsUnblocked: "collectifs.ps_sans_blocage"
    case .collectifChildrenBonusUnblocked: "collectifs.bonus_enfants_sans_blocage"
    case .collectifParentsBonusUnblocked: "collectifs.bonus_parents_sans_blocage"
    case .cost: "totaux.cout"
    case .ps: "totaux.ps"
    case .childrenBonus: "totaux.bonus_enfants"
    case .parentsBonus: "totaux.bonus_parents"
    case .ecretement: "totaux.ecretement"
    case .brancheFamille: "totaux.branche_famille"
    case .instalmentBase: "echeancier.base"
    case .firstInstalment: "echeancier.acompte_n"
    case .secondInstalment: "echeancier.acompte_n1"
    case .balance: "echeancier.solde"
    case .complement: "totaux.complements"
    case .otherFunding: "totaux.autres_financements"
    case .total: "totaux.total"
    case .remaining: "totaux.reste_a_financer"
    case .overfunding: "totaux.surfinancement"
    }
  }
}
