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
  case complementPerPorteur
  case complementPerCollectif, complementPerCollectifSum
  case complementFree, complementBlocked
  case otherFundingSum, otherFundingNone
  // The plan.
  case totalSum
  case remainingDifference, remainingNone
  case overfundingDifference, overfundingNone

  /// The numbers of the formula, in order; `Operand.amount`, the line's own, goes without saying.
  public var operands: [Operand] {
    switch self {
    case .psOfCost: [.rate, .cost]
    case .psOfCostToCent, .psOfCostToEuro: [.rate, .cost, .exact]
    case .psOfCeiling: [.rate, .cost, .ceiling]
    case .psOfCeilingToCent, .psOfCeilingToEuro: [.rate, .cost, .ceiling, .exact]
    case .psBlocked: [.ps]
    case .bonusGranted, .bonusBlocked: [.bonus]
    case .bonusByCriteria: [.bonus, .criteria]
    case .bonusNotRequested, .bonusCriteriaUnmet, .bonusUnpublished, .psSumNone, .bonusSumNone,
      .otherFundingNone:
      []
    case .costSum, .psSum: [.collectifs]
    case .bonusSum: [.collectifs, .bonus]
    case .ecretementNone, .ecretementApplied: [.requested, .rate, .cost, .cofinancingMaximum]
    case .ecretementNoneWithOthers, .ecretementAppliedWithOthers:
      [.requested, .rate, .cost, .cofinancingMaximum, .otherBrancheFamille]
    case .brancheFamilleSum: [.ps, .bonus, .ecretement]
    case .baseIsPs: [.ps]
    case .baseIsBrancheFamille: [.ps, .brancheFamille]
    case .firstInstalmentShare, .secondInstalmentShare: [.rate, .base]
    case .balanceRest: [.brancheFamille, .firstInstalment, .secondInstalment]
    case .complementPerPorteur, .complementFree, .complementBlocked: []
    case .complementPerCollectif: [.collectifs, .unitAmount]
    case .complementPerCollectifSum: [.collectifs]
    case .otherFundingSum: [.lines]
    case .totalSum: [.brancheFamille, .complements, .otherFunding]
    case .remainingDifference, .remainingNone, .overfundingDifference, .overfundingNone:
      [.cost, .total]
    }
  }

  /// The rules behind the formula, the main one first; empty where it only adds or subtracts.
  public var rules: [RuleCode] {
    switch self {
    case .psOfCost: [.psRate]
    case .psOfCostToCent, .psOfCostToEuro: [.psRate, .rounding]
    case .psOfCeiling: [.psRate, .ceiling]
    case .psOfCeilingToCent, .psOfCeilingToEuro: [.psRate, .ceiling, .rounding]
    case .ecretementNone, .ecretementNoneWithOthers, .ecretementApplied,
      .ecretementAppliedWithOthers:
      [.cofinancingMaximum]
    case .baseIsPs, .baseIsBrancheFamille: [.firstInstalment, .secondInstalment]
    case .firstInstalmentShare: [.firstInstalment]
    case .secondInstalmentShare: [.secondInstalment]
    case .balanceRest: [.firstInstalment, .secondInstalment]
    case .complementPerPorteur, .complementPerCollectif, .complementPerCollectifSum,
      .complementFree:
      [.funderAmount]
    case .psBlocked, .bonusGranted, .bonusByCriteria, .bonusNotRequested, .bonusCriteriaUnmet,
      .bonusUnpublished, .bonusBlocked, .costSum, .psSum, .psSumNone, .bonusSum, .bonusSumNone,
      .brancheFamilleSum,
      .complementBlocked, .otherFundingSum, .otherFundingNone, .totalSum, .remainingDifference,
      .remainingNone,
      .overfundingDifference, .overfundingNone:
      []
    }
  }
}
