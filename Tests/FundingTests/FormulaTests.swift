import Funding
import Testing

/// The numbers of a formula give the amount of its line, and go by the right names.
@Suite struct FormulaTests {
  @Test func operandsGiveTheAmountOfTheLine() throws {
    var data = try RulesData(department: "vosges")
    data.funders.append(
      ("ville", Funder(.perPorteur, low: 0, high: 5_000_00, share: 80_00)))
    var random = RandomScenario(seed: 2026, funders: data.funders.map(\.funder))
    var met: Set<FormulaCode> = []
    for row in 0..<600 {
      var data = data
      if row % 3 == 0 { data.bareme.rounding = .euro }
      if row % 7 == 0 { data.bareme.childrenBonus = nil }
      if row % 11 == 0 { data.bareme.ceiling = 8_000_00 }
      var scenario = random.scenario()
      if row % 5 == 0 {
        scenario.collectifs = [Collectif(cost: Int64(row) * 100, children: 9)]
        scenario.collectifs[0].parentsBonus = .granted
        scenario.otherFunding = []
      }
      for line in try data.plan(scenario).lines {
        met.insert(line.formula.code)
        let amount = recomputed(line)
        #expect(amount == nil || amount == line.amount, "\(line)")
      }
    }
    #expect(Set(FormulaCode.allCases).subtracting(met).isEmpty)
  }

  @Test func operandsFit() {
    for code in FormulaCode.allCases { #expect(code.operands.count <= Operands.capacity) }
    for code in FindingCode.allCases { #expect(code.operands.count <= Operands.capacity) }
  }

  /// The amount from the operands by name; nil where the formula does not say it all.
  private func recomputed(_ line: Line) -> Int64? {
    let names = line.formula.code.operands
    func value(_ operand: Operand) -> Int64 {
      names.firstIndex(of: operand).map { line.formula.operands[$0] } ?? 0
    }
    func share(of amount: Operand) -> Int64 { value(.rate) * value(amount) }
    switch line.formula.code {
    case .psOfCost: return share(of: .cost) / 10_000
    case .psOfCostToCent, .psOfCostToEuro:
      return value(.exact) == share(of: .cost) ? rounded(line) : -1
    case .psOfCeiling: return share(of: .ceiling) / 10_000
    case .psOfCeilingToCent, .psOfCeilingToEuro:
      guard value(.cost) > value(.ceiling) else { return -1 }
      return value(.exact) == share(of: .ceiling) ? rounded(line) : -1
    case .bonusGranted, .bonusByCriteria: return value(.bonus)
    case .psBlocked, .bonusBlocked, .bonusNotRequested, .bonusCriteriaUnmet, .bonusUnpublished,
      .psSumNone, .bonusSumNone, .complementBlocked, .complementNone, .otherFundingNone,
      .ecretementNone, .ecretementNoneWithOthers, .remainingNone, .overfundingNone:
      return 0
    case .bonusSum: return value(.collectifs) * value(.bonus)
    case .ecretementApplied: return value(.requested) - value(.cofinancingMaximum)
    case .ecretementAppliedWithOthers:
      return min(
        value(.requested),
        value(.requested) + value(.otherBrancheFamille) - value(.cofinancingMaximum))
    case .brancheFamilleSum: return value(.ps) + value(.bonus) - value(.ecretement)
    case .baseIsPs: return value(.ps)
    case .baseIsBrancheFamille: return value(.brancheFamille)
    case .firstInstalmentShare, .secondInstalmentShare: return share(of: .base) / 10_000
    case .balanceRest:
      return value(.brancheFamille) - value(.firstInstalment) - value(.secondInstalment)
    case .complementPerCollectif: return value(.collectifs) * value(.unitAmount)
    case .totalSum: return value(.brancheFamille) + value(.complements) + value(.otherFunding)
    case .remainingDifference: return value(.cost) - value(.total)
    case .overfundingDifference: return value(.total) - value(.cost)
    case .costSum, .psSum, .complementPerPorteur, .complementShare, .complementPerCollectifSum,
      .complementFree, .otherFundingSum:
      return nil
    }
  }

  /// Half up, as people do: the nearest unit, and up when two are as near.
  private func rounded(_ line: Line) -> Int64? {
    let code = line.formula.code
    let toEuro = code == .psOfCostToEuro || code == .psOfCeilingToEuro
    let unit: Int64 = toEuro ? 1_000_000 : 10_000
    guard let position = code.operands.firstIndex(of: .exact) else { return nil }
    let exact = line.formula.operands[position]
    return (2 * exact + unit) / (2 * unit) * (unit / 10_000)
  }
}
