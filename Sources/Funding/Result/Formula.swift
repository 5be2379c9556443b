/// A formula with its numbers: what « Pourquoi ? » shows for a line.
public struct Formula: Sendable, Hashable {
  public var code: FormulaCode
  /// The numbers, in the order of `FormulaCode.operands`.
  public var operands: Operands

  init(
    _ code: FormulaCode, _ a: Int64 = 0, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0,
    _ e: Int64 = 0, _ f: Int64 = 0
  ) {
    self.code = code
    operands = Operands(a, b, c, d, e, f)
  }
}

// One function a formula, so that the numbers are named where they are given.
extension Formula {
  static func psOfCost(rate: Int64, cost: Int64) -> Formula {
    Formula(.psOfCost, rate, cost)
  }
  static func psOfCost(to unit: RoundingUnit, rate: Int64, cost: Int64, exact: Int64) -> Formula {
    let code: FormulaCode = unit == .euro ? .psOfCostToEuro : .psOfCostToCent
    return Formula(code, rate, cost, exact)
  }
  static func psOfCeiling(rate: Int64, cost: Int64, ceiling: Int64) -> Formula {
    Formula(.psOfCeiling, rate, cost, ceiling)
  }
  static func psOfCeiling(
    to unit: RoundingUnit, rate: Int64, cost: Int64, ceiling: Int64, exact: Int64
  ) -> Formula {
    let code: FormulaCode = unit == .euro ? .psOfCeilingToEuro : .psOfCeilingToCent
    return Formula(code, rate, cost, ceiling, exact)
  }
  static func psBlocked(ps: Int64) -> Formula { Formula(.psBlocked, ps) }

  static func bonusGranted(bonus: Int64) -> Formula { Formula(.bonusGranted, bonus) }
  static func bonusByCriteria(bonus: Int64, criteria: Int64) -> Formula {
    Formula(.bonusByCriteria, bonus, criteria)
  }
  static func bonusBlocked(bonus: Int64) -> Formula { Formula(.bonusBlocked, bonus) }

  static func costSum(collectifs: Int64) -> Formula { Formula(.costSum, collectifs) }
  static func psSum(collectifs: Int64) -> Formula {
    collectifs > 0 ? Formula(.psSum, collectifs) : Formula(.psSumNone)
  }
  static func bonusSum(collectifs: Int64, bonus: Int64) -> Formula {
    collectifs > 0 ? Formula(.bonusSum, collectifs, bonus) : Formula(.bonusSumNone)
  }

  static func ecretement(
    applied: Bool, requested: Int64, rate: Int64, cost: Int64, maximum: Int64, others: Int64
  ) -> Formula {
    let code: FormulaCode =
      if others > 0 {
        applied ? .ecretementAppliedWithOthers : .ecretementNoneWithOthers
      } else {
        applied ? .ecretementApplied : .ecretementNone
      }
    return Formula(code, requested, rate, cost, maximum, others)
  }
  static func brancheFamilleSum(ps: Int64, bonus: Int64, ecretement: Int64) -> Formula {
    Formula(.brancheFamilleSum, ps, bonus, ecretement)
  }

  static func baseIsPs(ps: Int64) -> Formula { Formula(.baseIsPs, ps) }
  static func baseIsBrancheFamille(ps: Int64, brancheFamille: Int64) -> Formula {
    Formula(.baseIsBrancheFamille, ps, brancheFamille)
  }
  static func firstInstalmentShare(rate: Int64, base: Int64) -> Formula {
    Formula(.firstInstalmentShare, rate, base)
  }
  static func secondInstalmentShare(rate: Int64, base: Int64) -> Formula {
    Formula(.secondInstalmentShare, rate, base)
  }
  static func balanceRest(brancheFamille: Int64, first: Int64, second: Int64) -> Formula {
    Formula(.balanceRest, brancheFamille, first, second)
  }

  static func complementPerCollectif(collectifs: Int64, unitAmount: Int64) -> Formula {
    Formula(.complementPerCollectif, collectifs, unitAmount)
  }
  static func complementPerCollectifSum(collectifs: Int64) -> Formula {
    Formula(.complementPerCollectifSum, collectifs)
  }
  static func otherFundingSum(lines: Int64) -> Formula {
    lines > 0 ? Formula(.otherFundingSum, lines) : Formula(.otherFundingNone)
  }

  static func totalSum(brancheFamille: Int64, complements: Int64, otherFunding: Int64) -> Formula {
    Formula(.totalSum, brancheFamille, complements, otherFunding)
  }
  static func remaining(cost: Int64, total: Int64) -> Formula {
    Formula(cost > total ? .remainingDifference : .remainingNone, cost, total)
  }
  static func overfunding(cost: Int64, total: Int64) -> Formula {
    Formula(total > cost ? .overfundingDifference : .overfundingNone, cost, total)
  }
}
