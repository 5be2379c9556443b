import CustomDump
import Funding
import Testing

/// Figures that do not hold together are errors, and published maxima are those of the rules.
@Suite struct DataTests {
  private let scenario = Scenario(collectifs: [Collectif(cost: 9_000_00, children: 10)])

  @Test(arguments: [("2025-2026", Int64(2_758_28)), ("2022-2023", 2_563_00)])
  func maximumPs(_ year: String, _ cents: Int64) throws {
    let data = try RulesData(year: year)
    let ceiling = try #require(data.bareme.ceiling)
    let collectif = Collectif(cost: ceiling, children: data.rules[.childrenMinimum])
    let plan = try FundingPlan(
      Scenario(collectifs: [collectif]), rules: data.rules, bareme: data.bareme)
    let line = try #require(plan.collectifs.first?.ps)
    let printed = try yaml("departments/national/\(year).yaml").at("bareme.ps.maximum.valeur")
    #expect(line.amount == cents)
    #expect(try printed?.string.map(Quantity.cents) == cents)
    #expect(line.rules == [.psRate, .rounding])
  }

  @Test func instalmentsOverTheWhole() throws {
    var data = try RulesData()
    data.rules[.firstInstalment] = 5_801
    let rule = RuleCode.secondInstalment.rawValue
    expectNoDifference(errors(data), [InputError(.inconsistent, .rule, element: rule)])
  }

  @Test func rateOverTheWhole() throws {
    var data = try RulesData()
    data.rules[.psRate] = 10_001
    let rule = RuleCode.psRate.rawValue
    expectNoDifference(errors(data), [InputError(.tooLarge, .rule, element: rule, high: 10_000)])
  }

  @Test func negativeCeiling() throws {
    var data = try RulesData()
    data.bareme.ceiling = -1
    expectNoDifference(errors(data), [InputError(.negative, .ceiling, high: FundingLimits.amount)])
  }

  @Test func rangeThatEndsBeforeItBegins() throws {
    var data = try RulesData()
    data.funders = [("tne", Funder(.perCollectif, low: 2, high: 1))]
    expectNoDifference(errors(data), [InputError(.inconsistent, .funder, element: 1)])
  }

  @Test func tooManyFunders() throws {
    var data = try RulesData()
    data.funders = (0...FundingLimits.funders).map { ("f\($0)", .free) }
    expectNoDifference(errors(data), [InputError(.tooMany, .funder, high: 16)])
  }

  /// Above its most, a funder gives its most; below its least, nothing; both are told.
  @Test(arguments: [
    (asked: Int64(499_99), given: Int64(0)), (700_00, 700_00), (5_000_00, 1_000_00),
  ])
  func sumPerPorteurStaysInTheRange(asked: Int64, given: Int64) throws {
    var data = try RulesData(department: "vosges")
    data.funders = [("mairie", Funder(.perPorteur, low: 500_00, high: 1_000_00))]
    var scenario = Scenario(collectifs: [Collectif(cost: 8_487_00, children: 10)])
    scenario.complements = [asked]
    let plan = try data.plan(scenario)
    let amounts = plan.lines.filter { $0.code == .complement }.map(\.amount)
    expectNoDifference(amounts, [given])
    #expect(plan.findings.contains { $0.code == .funderOutsideRange } == (asked != given))
  }

  /// A share is one of the project's cost, or of the collectif's, within its limit; a limit alone is
  /// whatever the cost.
  @Test(arguments: [
    (Funder.Basis.perPorteur, Int64(10_000_00), Int64(80_00), Int64(4_900_00), Int64(4_000_00)),
    (.perPorteur, 10_000_00, 80_00, 4_000_00, 4_000_00),
    (.perPorteur, 3_000_00, 80_00, 3_500_00, 3_000_00),
    (.perPorteur, 10_000_00, 33_33, 4_900_00, 1_666_50),
    (.perCollectif, 10_000_00, 80_00, 2_450_00, 3_200_00 + 800_00),
  ])
  func shareOfTheCost(
    _ basis: Funder.Basis, _ high: Int64, _ share: Int64, _ asked: Int64, _ given: Int64
  ) throws {
    var data = try RulesData(department: "vosges")
    data.funders = [("ville", Funder(basis, low: 0, high: high, share: share))]
    var scenario = Scenario(collectifs: [
      Collectif(cost: 4_000_00, children: 10), Collectif(cost: 1_000_00, children: 10),
    ])
    scenario.complements = [asked]
    if basis == .perCollectif { scenario.complements = [9_000_00] }
    let plan = try data.plan(scenario)
    expectNoDifference(plan.lines.filter { $0.code == .complement }.map(\.amount), [given])
    let told = plan.findings.map(\.code).filter { $0.code == "aide-hors-bornes" }
    // Without a least amount there is none to speak of.
    let expected: FindingCode? =
      switch basis {
      case .perCollectif: .funderAboveMostPerCollectif
      default: asked == given ? nil : .funderAboveMost
      }
    #expect(Set(told) == Set([expected].compactMap(\.self)))
  }

  @Test func shareOverTheWhole() throws {
    var data = try RulesData()
    data.funders = [("ville", Funder(.perPorteur, low: 0, high: 1, share: 100_01))]
    expectNoDifference(
      errors(data), [InputError(.tooLarge, .funder, element: 1, high: 10_000)])
  }

  /// The largest numbers that a machine holds are errors like others.
  @Test func numbersBeyondAllLimits() throws {
    let data = try RulesData(department: "vosges")
    for extreme in [Int64.max, .min] {
      var collectif = Collectif(count: extreme, cost: extreme, children: extreme)
      collectif.animators = extreme
      collectif.sessionsPerWeek = extreme
      collectif.sessionMinutes = extreme
      collectif.weeks = extreme
      collectif.complements = [extreme, extreme, extreme]
      var scenario = Scenario(collectifs: [collectif, collectif])
      scenario.complements = [extreme, extreme, extreme]
      scenario.otherFunding = [OtherFunding(amount: extreme), OtherFunding(amount: extreme)]
      let found = FundingPlan.errors(
        in: scenario, rules: data.rules, bareme: data.bareme,
        funders: data.funders.map(\.funder))
      let fields = Set(found.map(\.field))
      #expect(
        fields.isSuperset(of: [.count, .cost, .children, .weeks, .complement, .otherFunding]))
    }
  }

  private func errors(_ data: RulesData) -> [InputError] {
    FundingPlan.errors(
      in: scenario, rules: data.rules, bareme: data.bareme, funders: data.funders.map(\.funder))
  }
}
