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
    case .failure(let invalid):
      expectNoDifference(invalid.errors.map(\.label), testCase.errors)
    }
  }

  @Test func namesAreUnique() throws {
    let names = try Case.all().map(\.name)
    #expect(Set(names).count == names.count)
  }
}
