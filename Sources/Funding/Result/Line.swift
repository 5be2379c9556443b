/// One amount of a result, with the formula that gives it.
///
/// **Units**: cents.
public struct Line: Sendable, Hashable {
  public var code: LineCode
  /// The position of the collectif in the scenario, from 1; 0 for a line of the project.
  public var collectif: Int
  /// The position of the funder, from 1; 0 for a line that is not a funder's.
  public var funder: Int
  public var amount: Int64
  public var formula: Formula

  /// The rules behind the amount, the main one first.
  public var rules: [RuleCode] { formula.code.rules + (code.rule.map { [$0] } ?? []) }
}

/// What a line is the amount of. Raw values serve the flat layout.
public enum LineCode: Int, Sendable, Hashable, CaseIterable {
  // Of one collectif; those alike have one line, for one of them.
  case collectifPs = 1, collectifChildrenBonus, collectifParentsBonus
  /// What a blocked collectif would get without its blocking findings.
  case collectifPsUnblocked, collectifChildrenBonusUnblocked, collectifParentsBonusUnblocked
  // Of the project.
  case cost, ps, childrenBonus, parentsBonus
  case ecretement, brancheFamille
  case instalmentBase, firstInstalment, secondInstalment, balance
  case complement, otherFunding
  case total, remaining, overfunding

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

  /// The rule behind the line whatever its formula, beside those of the formula; nil for none.
  public var rule: RuleCode? {
    switch self {
    case .collectifChildrenBonus, .collectifChildrenBonusUnblocked, .childrenBonus: .childrenBonus
    case .collectifParentsBonus, .collectifParentsBonusUnblocked, .parentsBonus: .parentsBonus
    default: nil
    }
  }
}
