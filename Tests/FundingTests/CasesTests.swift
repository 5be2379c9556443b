import CustomDump
import Funding
import Testing

/// The named cases that a Caf expert can read and extend.
@Suite struct CasesTests {
  @Test(arguments: try Case.all()) func givesWhatTheCaseExpects(_ testCase: Case) {
    let result = Result { () throws(InvalidInput) in try testCase.data.plan(testCase.scenario) }
    switch result {
    case .success(let plan):
      let amounts = plan.amounts(funders: testCase.data.funders.map(\.code))
      let found = amounts.filter { testCase.amounts.keys.contains($0.key) }
      expectNoDifference(found, testCase.amounts)
      expectNoDifference(plan.findings.map(\.label), testCase.findings)
      #expect(testCase.errors.isEmpty)
      let rules = plan.rules(funders: testCase.data.funders.map(\.code))
      expectNoDifference(
        rules.filter { testCase.rules.keys.contains($0.key) }, testCase.rules)
    case .failure(let invalid):
      expectNoDifference(invalid.errors.map(\.label), testCase.errors)
    }
  }

  @Test(arguments: try Case.all().filter { $0.refused != nil })
  func paysWithoutTheExceptions(_ testCase: Case) throws {
    let plan = try testCase.data.plan(testCase.scenario)
    let ranks = plan.findings.filter { $0.code.severity == .toBeGranted }.map(\.collectif)
    let refused = try testCase.data.plan(
      testCase.scenario.refusingExceptions(ofCollectifs: ranks))
    expectNoDifference(refused.totals.brancheFamille.amount, testCase.refused)
  }

  @Test(arguments: try Case.all().filter { $0.unsaid != nil })
  func namesTheConditionsWithoutAnswer(_ testCase: Case) {
    let unsaid = testCase.scenario.conditions.unsaid(under: testCase.data.rules)
    expectNoDifference(unsaid.map(\.path), testCase.unsaid)
  }

  @Test(arguments: try Case.all().filter { $0.reminders != nil })
  func remindsWhatTheDepartmentSays(_ testCase: Case) {
    expectNoDifference(testCase.data.reminders, testCase.reminders)
  }

  @Test func namesAreUnique() throws {
    let names = try Case.all().map(\.name)
    #expect(Set(names).count == names.count)
  }
}
