import CustomDump
import TestSupport
import Testing
import Yams

/// The named cases of the calculation, through the executable.
@Suite struct SimulationCasesTests {
  @Test(arguments: try SimulationCase.all()) func givesWhatTheCaseExpects(
    _ testCase: SimulationCase
  )
    throws
  {
    let run = try SimulationRun.run(testCase.scenario, testCase.arguments)
    guard testCase.errors.isEmpty else {
      #expect(run.status == 1)
      expectNoDifference(run.output, "")
      expectNoDifference(
        SimulationCasesTests.errors(in: run.errors).sorted(), testCase.errors.sorted())
      return
    }
    expectNoDifference(run.errors, "")
    #expect(run.status == 0)
    // JSON is YAML: its numbers are read as text, to the last zero.
    let result = try #require(try Yams.compose(yaml: run.output, .basic))
    let found = testCase.amounts.mapValues { _ in "" }.merging(
      testCase.amounts.keys.map { ($0, result.at($0)?.string ?? "absent") }
    ) { $1 }
    expectNoDifference(found, testCase.amounts)
    expectNoDifference(
      (result["constats"]?.list ?? []).map(SimulationCase.label), testCase.findings)
  }

  /// `code`, or `code 1` for the first collectif; the ceiling is asked for without a code.
  private static func errors(in text: String) -> [String] {
    if text.contains("--plafond") { return ["valeur-manquante"] }
    return text.matches(of: #/erreur \[([a-z-]+)\](?: Collectif (\d+))?/#).map { match in
      ([match.output.1] + (match.output.2.map { [$0] } ?? [])).joined(separator: " ")
    }
  }
}
