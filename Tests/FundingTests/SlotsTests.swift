import CustomDump
import Funding
import Testing

/// The flat layout says the same as the plan.
@Suite struct SlotsTests {
  @Test func sizesFollowTheNames() {
    #expect(Layout.funders == InputSlot.allCases.count)
    #expect(Layout.funderSize == FunderSlot.allCases.count)
    #expect(Layout.otherFundingSize == OtherFundingSlot.allCases.count)
    #expect(Layout.complements == CollectifSlot.allCases.count)
    #expect(Layout.errors == OutputSlot.allCases.count)
    #expect(Layout.errorSize == ErrorSlot.allCases.count)
    #expect(Layout.findingOperands == FindingSlot.allCases.count)
    #expect(Layout.lineOperands == LineSlot.allCases.count)
    let rules = RuleCode.allCases.filter { $0.path.hasPrefix("regles.") }
    #expect(rules.map { "\($0)" } == InputSlot.allCases.prefix(rules.count).map { "\($0)" })
  }

  @Test func slotsSayTheSameAsThePlan() throws {
    let data = try RulesData(department: "vosges")
    var random = RandomScenario(seed: 11, funders: data.funders.map(\.funder))
    for _ in 0..<200 {
      let scenario = random.scenario()
      let plan = try data.plan(scenario)
      let output = SlotOutput(SlotInput(scenario, data))
      #expect(output.status == 0)
      expectNoDifference(output.lines, plan.lines.map(record))
      expectNoDifference(output.findings, plan.findings.map(record))
      #expect(output.errors.isEmpty)
    }
  }

  @Test func largestPageFits() throws {
    let data = try RulesData(department: "vosges")
    // Blocked, with every finding that one collectif can have.
    var collectif = Collectif(
      cost: 1, children: 3,
      childrenBonus: .criteria(
        BonusCriteria(project: false, material: false, speakers: false, outings: false)),
      parentsBonus: .criteria(
        BonusCriteria(project: false, speakers: false, actions: false, audience: false)))
    collectif.animators = 0
    collectif.sessionsPerWeek = 0
    collectif.weeks = 0
    var scenario = Scenario(
      collectifs: Array(repeating: collectif, count: Layout.collectifCapacity))
    scenario.complements = [1_000_00, 300_00, 1]
    scenario.otherFunding = Array(
      repeating: OtherFunding(amount: 1, isBrancheFamille: true),
      count: Layout.otherFundingCapacity)
    let plan = try data.plan(scenario)
    let output = SlotOutput(SlotInput(scenario, data))
    #expect(output.lines.count == plan.lines.count)
    #expect(output.findings.count == plan.findings.count)
  }

  @Test func missingCeilingStillTellsEligibility() throws {
    var data = try RulesData(year: "2023-2024")
    data.bareme = Bareme()
    let scenario = Scenario(collectifs: [Collectif(cost: 1, children: 7)])
    let output = SlotOutput(SlotInput(scenario, data))
    #expect(output.status == 1)
    expectNoDifference(output.errors, [record(InputError(.missing, .ceiling))])
    data.bareme.ceiling = 1
    let findings = try data.plan(scenario).findings
    #expect(findings.map(\.code) == [.tooFewChildren])
    expectNoDifference(output.findings, findings.map(record))
  }

  @Test(arguments: [
    (Double.nan, InputError.Kind.missing), (0.5, .notWhole), (-1, .negative),
    (-.infinity, .negative), (.infinity, .tooLarge), (0x1p60, .tooLarge),
    (1_000_000_001, .tooLarge),
  ])
  func costThatIsNoAmount(_ cost: Double, _ kind: InputError.Kind) throws {
    let data = try RulesData()
    let input = SlotInput(Scenario(collectifs: [Collectif(cost: 1, children: 8)]), data)
    var slots = input.slots
    slots[Layout.collectifs + CollectifSlot.cost.rawValue] = cost
    let output = SlotOutput(SlotInput(slots: slots))
    #expect(output.status == 1)
    #expect(output.lines.isEmpty)
    let found = output.errors.map { Array($0.prefix(4)) }
    #expect(found == [[Int64(kind.rawValue), Int64(InputField.cost.rawValue), 1, 0]])
  }

  private func record(_ line: Line) -> [Int64] {
    [
      Int64(line.code.rawValue), Int64(line.collectif), Int64(line.funder), line.amount,
      Int64(line.formula.code.rawValue),
    ] + record(line.formula.operands)
  }

  private func record(_ finding: Finding) -> [Int64] {
    [
      Int64(finding.code.rawValue), Int64(finding.collectif),
      Int64(finding.code.severity.rawValue), Int64(finding.funder),
    ] + record(finding.operands)
  }

  private func record(_ operands: Operands) -> [Int64] {
    (0..<Operands.capacity).map { operands[$0] }
  }

  private func record(_ error: InputError) -> [Int64] {
    [
      Int64(error.kind.rawValue), Int64(error.field.rawValue), Int64(error.collectif),
      Int64(error.element), error.low, error.high,
    ]
  }
}
