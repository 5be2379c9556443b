import CustomDump
import Facts
import TestSupport
import Testing

@testable import Website

/// The words and the days of the filing of files.
@Suite struct FilingWindowTests {
  private func window(_ step: [String: Value]) -> FilingWindow? {
    let step = step.merging(["etape": .text("depot")]) { $1 }
    return FilingWindow(
      facts: record([
        "calendrier": list([["etape": .text("comite"), "le": day("2025-09-01")], step])
      ]))
  }

  private static let decided: [([String: Value], String)] = [
    (["du": day("2025-06-20"), "au": day("2025-07-31")], "du 20 juin au 31 juillet 2025"),
    (["du": day("2025-06-20")], "à partir du 20 juin 2025"),
    (["au": day("2025-08-01")], "jusqu’au 1er août 2025"),
    (["au": month(2025, 6)], "jusqu’à juin 2025"),
    (["du": month(2025, 10), "au": month(2025, 12)], "d’octobre 2025 à décembre 2025"),
    (["le": day("2025-07-01")], "le 1er juillet 2025"), (["en": month(2025, 7)], "en juillet 2025"),
  ]

  @Test(arguments: decided) func datesThatAreDecided(_ step: [String: Value], _ text: String) throws
  {
    let filing = try #require(window(step))
    expectNoDifference(filing.text.withPlainSpaces, text)
    #expect(!filing.isPending)
    let first: Value? = filing.opening.map { .day($0) }
    let last: Value? = filing.closing.map { .day($0) }
    if case .day? = step["du"] { expectNoDifference(first, step["du"]) }
    if case .day? = step["au"] { expectNoDifference(last, step["au"]) }
    if case .day? = step["le"] { #expect(first == step["le"] && last == step["le"]) }
  }

  /// A proposed date, with what the last published note printed.
  private func proposed(_ text: String, last: String? = nil) -> Value {
    let year = SchoolYear("2024-2025")
    return .pending(
      .toBeConfirmed(
        day(text),
        last: last.flatMap { last in
          year.map { LastValue(day(last), year: $0, isYearBefore: true) }
        }))
  }

  @Test func proposedDatesAreNotShown() throws {
    let both = try #require(
      window([
        "du": proposed("2026-06-19", last: "2025-06-20"),
        "au": proposed("2026-07-30", last: "2025-07-31"),
      ]))
    expectNoDifference(
      both.text.withPlainSpaces,
      "dates à confirmer (l’an dernier : du 20 juin au 31 juillet 2025)")
    #expect(both.isPending && both.opening == nil && both.closing == nil)
    expectNoDifference(window(["le": proposed("2026-06-19")])?.text, "date à confirmer")
  }

  @Test func oneDateIsKnown() throws {
    let filing = try #require(
      window(["du": day("2026-06-19"), "au": proposed("2026-07-30", last: "2025-07-31")]))
    expectNoDifference(
      filing.text.withPlainSpaces,
      "à partir du 19 juin 2026, clôture à confirmer (l’an dernier : 31 juillet 2025)")
    expectNoDifference(filing.opening?.isoText, "2026-06-19")
    #expect(filing.isPending && filing.closing == nil)
  }

  @Test func nothingToSay() {
    #expect(window([:]) == nil)
    #expect(FilingWindow(facts: Record([:])) == nil)
  }

  @Test func whatTheLayoutsReceive() throws {
    let filing = try #require(window(["du": day("2025-06-20"), "au": day("2025-07-31")]))
    let facts = FilingWindow.form.record(of: filing)
    expectNoDifference(facts.text(at: "ouverture"), "2025-06-20")
    expectNoDifference(facts.text(at: "cloture"), "2025-07-31")
    expectNoDifference(facts.text(at: "fuseau"), "Europe/Paris")
    expectNoDifference(facts.fact(at: "en_attente")?.value, .boolean(false))
  }
}
