/// How the amount of a line comes about: one French sentence each, in the data.
///
/// Raw values serve the flat layout.
public enum FormulaCode: Int, Sendable, Hashable, CaseIterable {
  // The Ps of a collectif: of its cost or of the ceiling, exact or rounded.
  case psOfCost = 1, psOfCostToCent, psOfCostToEuro
  case psOfCeiling, psOfCeilingToCent, psOfCeilingToEuro
  case psBlocked
  // A bonus of a collectif.
  case bonusGranted, bonusByCriteria
  case bonusNotRequested, bonusCriteriaUnmet, bonusUnpublished, bonusBlocked
  // Sums over the collectifs.
  case costSum, psSum, psSumNone, bonusSum, bonusSumNone
  // The most that the branche Famille may pay.
  case ecretementNone, ecretementNoneWithOthers
  case ecretementApplied, ecretementAppliedWithOthers
  case brancheFamilleSum
  // The payment calendar.
  case baseIsPs, baseIsBrancheFamille
  case firstInstalmentShare, secondInstalmentShare, balanceRest
  // Other funders.
  case complementPerPorteur, complementShare
  case complementPerCollectif, complementPerCollectifSum
  case complementFree, complementBlocked, complementNone
  case otherFundingSum, otherFundingNone
  // The plan.
  case totalSum
  case remainingDifference, remainingNone
  case overfundingDifference, overfundingNone

  /// The French code of the formula, the key of its sentence.
  public var name: String { declaration.name }

  /// The numbers of the formula, in order; `Operand.amount`, the line's own, goes without saying.
  public var operands: [Operand] { declaration.operands }

  /// The rules behind the formula, the main one first; empty where it only adds or subtracts.
  public var rules: [RuleCode] { declaration.rules }

  private var declaration: (name: String, operands: [Operand], rules: [RuleCode]) {
    switch self {
    case .psOfCost: ("ps-cout", [.rate, .cost], [.psRate])
    case .psOfCostToCent:
      ("ps-cout-arrondi-centime", [.rate, .cost, .exact], [.psRate, .rounding])
    case .psOfCostToEuro: ("ps-cout-arrondi-euro", [.rate, .cost, .exact], [.psRate, .rounding])
    case .psOfCeiling: ("ps-plafond", [.rate, .cost, .ceiling], [.psRate, .ceiling])
    case .psOfCeilingToCent:
      (
        "ps-plafond-arrondi-centime", [.rate, .cost, .ceiling, .exact],
        [.psRate, .ceiling, .rounding]
      )
    case .psOfCeilingToEuro:
      (
        "ps-plafond-arrondi-euro", [.rate, .cost, .ceiling, .exact], [.psRate, .ceiling, .rounding]
      )
    case .psBlocked: ("ps-bloquee", [.ps], [])
    case .bonusGranted: ("bonus-accorde", [.bonus], [])
    case .bonusByCriteria: ("bonus-criteres-reunis", [.bonus, .criteria], [.bonusCriteria])
    case .bonusNotRequested: ("bonus-non-demande", [], [])
    case .bonusCriteriaUnmet: ("bonus-criteres-insuffisants", [], [.bonusCriteria])
    case .bonusUnpublished: ("bonus-non-publie", [], [])
    case .bonusBlocked: ("bonus-bloque", [.bonus], [])
    case .costSum: ("cout-total", [.collectifs], [])
    case .psSum: ("ps-totale", [.collectifs], [])
    case .psSumNone: ("ps-totale-nulle", [], [])
    case .bonusSum: ("bonus-total", [.collectifs, .bonus], [])
    case .bonusSumNone: ("bonus-total-nul", [], [])
    case .ecretementNone:
      ("ecretement-nul", [.requested, .rate, .cost, .cofinancingMaximum], [.cofinancingMaximum])
    case .ecretementNoneWithOthers:
      (
        "ecretement-nul-autres-caf",
        [.requested, .rate, .cost, .cofinancingMaximum, .otherBrancheFamille],
        [.cofinancingMaximum]
      )
    case .ecretementApplied:
      ("ecretement", [.requested, .rate, .cost, .cofinancingMaximum], [.cofinancingMaximum])
    case .ecretementAppliedWithOthers:
      (
        "ecretement-autres-caf",
        [.requested, .rate, .cost, .cofinancingMaximum, .otherBrancheFamille],
        [.cofinancingMaximum]
      )
    case .brancheFamilleSum: ("branche-famille", [.ps, .bonus, .ecretement], [])
    case .baseIsPs: ("base-ps", [.ps], [.firstInstalment, .secondInstalment])
    case .baseIsBrancheFamille:
      ("base-branche-famille", [.ps, .brancheFamille], [.firstInstalment, .secondInstalment])
    case .firstInstalmentShare: ("acompte-n", [.rate, .base], [.firstInstalment])
    case .secondInstalmentShare: ("acompte-n1", [.rate, .base], [.secondInstalment])
    case .balanceRest:
      (
        "solde", [.brancheFamille, .firstInstalment, .secondInstalment],
        [.firstInstalment, .secondInstalment]
      )
    case .complementPerPorteur: ("complement-porteur", [], [.funderAmount])
    case .complementShare:
      ("complement-part", [.rate, .cost, .highest], [.funderAmount])
    case .complementPerCollectif:
      ("complement-collectif", [.collectifs, .unitAmount], [.funderAmount])
    case .complementPerCollectifSum: ("complement-collectif-somme", [.collectifs], [.funderAmount])
    case .complementFree: ("complement-libre", [], [])
    case .complementBlocked: ("complement-bloque", [], [])
    case .complementNone: ("complement-non-compte", [], [.funderAmount])
    case .otherFundingSum: ("autres-financements", [.lines], [])
    case .otherFundingNone: ("autres-financements-nuls", [], [])
    case .totalSum: ("total", [.brancheFamille, .complements, .otherFunding], [])
    case .remainingDifference: ("reste-a-financer", [.cost, .total], [])
    case .remainingNone: ("reste-a-financer-nul", [.cost, .total], [])
    case .overfundingDifference: ("surfinancement", [.cost, .total], [])
    case .overfundingNone: ("surfinancement-nul", [.cost, .total], [])
    }
  }
}
