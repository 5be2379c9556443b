import CustomDump
import Funding
import Testing

/// What holds for every project, on random ones.
@Suite struct PropertyTests {
  private static let rows = 400
  private let data: RulesData
  private let scenarios: [Scenario]

  init() throws {
    data = try RulesData(department: "vosges")
    var random = RandomScenario(seed: 88, funders: data.funders.map(\.funder))
    scenarios = (0..<PropertyTests.rows).map { _ in random.scenario() }
  }

  @Test func noAmountIsNegative() throws {
    for scenario in scenarios {
      for line in try data.plan(scenario).lines { #expect(line.amount >= 0, "\(line)") }
    }
  }

  @Test func brancheFamilleNeverPaysMoreThanItsShare() throws {
    for scenario in scenarios {
      let totals = try data.plan(scenario).totals
      #expect(
        totals.brancheFamille.amount * 10_000
          <= data.rules[.cofinancingMaximum] * totals.cost.amount)
    }
  }

  @Test func brancheFamilleGrowsWithTheCost() throws {
    for var scenario in scenarios {
      let before = try data.plan(scenario).totals
      scenario.collectifs[0].cost += 1_37
      let after = try data.plan(scenario).totals
      #expect(after.brancheFamille.amount >= before.brancheFamille.amount)
      #expect(after.ps.amount >= before.ps.amount)
    }
  }

  @Test func partsAddUpToTotals() throws {
    for scenario in scenarios {
      let plan = try data.plan(scenario)
      let totals = plan.totals
      func sum(_ amount: (CollectifFunding) -> Line) -> Int64 {
        plan.collectifs.reduce(0) { $0 + amount($1).amount * $1.count }
      }
      #expect(sum(\.ps) == totals.ps.amount)
      #expect(sum(\.childrenBonus) == totals.childrenBonus.amount)
      #expect(sum(\.parentsBonus) == totals.parentsBonus.amount)
      #expect(
        totals.ps.amount + totals.childrenBonus.amount + totals.parentsBonus.amount
          == totals.brancheFamille.amount + totals.ecretement.amount)
      let complements = totals.complements.reduce(0) { $0 + $1.amount }
      #expect(
        totals.total.amount
          == totals.brancheFamille.amount + complements + totals.otherFunding.amount)
      #expect(
        totals.cost.amount + totals.overfunding.amount
          == totals.total.amount + totals.remaining.amount)
      #expect(
        plan.calendar.first.amount + plan.calendar.second.amount + plan.calendar.balance.amount
          == totals.brancheFamille.amount)
    }
  }

  @Test func orderOfCollectifsDoesNotMatter() throws {
    for var scenario in scenarios {
      let before = try data.plan(scenario)
      scenario.collectifs.reverse()
      let after = try data.plan(scenario)
      expectNoDifference(after.totals, before.totals)
      expectNoDifference(after.calendar, before.calendar)
    }
  }

  @Test func collectifsAlikeAreTheSameAsEachOnItsOwn() throws {
    for var scenario in scenarios {
      let before = try data.plan(scenario)
      scenario.collectifs = scenario.collectifs.flatMap { collectif in
        var one = collectif
        one.count = 1
        return Array(repeating: one, count: Int(collectif.count))
      }
      let after = try data.plan(scenario)
      expectNoDifference(after.totals, before.totals)
      expectNoDifference(after.calendar, before.calendar)
    }
  }

  @Test func blockedCollectifsGetNothingAndTheOthersAreNotTouched() throws {
    for scenario in scenarios {
      for collectif in try data.plan(scenario).collectifs {
        #expect(collectif.isBlocked == (collectif.unblocked != nil))
        guard collectif.isBlocked else { continue }
        let amounts = [collectif.ps, collectif.childrenBonus, collectif.parentsBonus]
        #expect(amounts.allSatisfy { $0.amount == 0 })
      }
    }
  }

  /// Ten thousand alike cost one calculation, and ten thousand different ones stay exact.
  @Test func largestProjectIsExact() throws {
    let collectifs = (0..<10_000).map { Collectif(cost: Int64($0) * 100, children: 10) }
    let plan = try data.plan(Scenario(collectifs: collectifs))
    let expected = collectifs.reduce(Int64(0)) { sum, collectif in
      sum + (min(collectif.cost, 8_487_00) * 3_250 + 5_000) / 10_000
    }
    #expect(plan.totals.ps.amount == expected)
  }
}
