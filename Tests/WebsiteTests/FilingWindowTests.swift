import CustomDump
import Facts
import TestSupport
import Testing

@testable import Website

/// The words and the days of the filing of files.
@Suite struct FilingWindowTests {
  private func period(_ steps: [String: Value]...) -> FilingPeriod? {
    let steps = steps.map { $0.merging(["etape": .text("depot")]) { $1 } }
    return FilingPeriod(
      facts: record([
        "calendrier": list([["etape": .text("comite"), "le": day("2025-09-01")]] + steps)
      ]))
  }

  private func window(_ step: [String: Value]) -> FilingWindow? { period(step)?.windows[0] }

  private static let decided: [([String: Value], String)] = [
    (["du": day("2025-06-20"), "au": day("2025-07-31")], "du 20 juin au 31 juillet 2025"),
    (["du": day("2025-06-20")], "à partir du 20 juin 2025"),
    (["au": day("2025-08-01")], "jusqu’au 1er août 2025"),
    (["au": month(2025, 6)], "jusqu’à juin 2025"),
    (["du": month(2025, 10), "au": month(2025, 12)], "d’octobre 2025 à décembre 2025"),
    (["le": day("2025-07-01")], "le 1er juillet 2025"), (["en": month(2025, 7)], "en juillet 2025"),
    (["en": part(.middle, 2025, 9)], "mi-septembre 2025"),
    (["au": part(.end, 2025, 9)], "jusqu’à fin septembre 2025"),
    (
      ["du": part(.beginning, 2025, 9), "au": part(.firstHalf, 2025, 10)],
      "de début septembre 2025 à la première quinzaine d’octobre 2025"
    ),
    (["au": day("2025-07-31"), "heure_limite": .time(720)], "jusqu’au 31 juillet 2025 à 12 h"),
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
    #expect(FilingPeriod(facts: Record([:])) == nil)
  }

  @Test func whatTheLayoutsReceive() throws {
    let filing = try #require(period(["du": day("2025-06-20"), "au": day("2025-07-31")]))
    let facts = FilingPeriod.form.record(of: filing)
    expectNoDifference(facts.text(at: "ouverture"), "2025-06-20")
    expectNoDifference(facts.text(at: "cloture"), "2025-07-31")
    expectNoDifference(facts.text(at: "fuseau"), "Europe/Paris")
    expectNoDifference(facts.fact(at: "en_attente")?.value, .boolean(false))
    #expect(facts.fact(at: "intervalles") == nil && facts.records(at: "fenetres").isEmpty)
  }

  @Test func severalWindows() throws {
    let filing = try #require(
      period(
        ["fenetre": .text("printemps"), "au": day("2025-02-01"), "heure_limite": .time(540)],
        ["fenetre": .text("automne"), "du": day("2025-03-01"), "au": proposed("2025-05-01")],
        ["en": month(2025, 9)]))
    let facts = FilingPeriod.form.record(of: filing)
    expectNoDifference(
      facts.text(at: "texte")?.withPlainSpaces,
      "printemps, jusqu’au 1er février 2025 à 9 h ; automne, à partir du 1er mars 2025, clôture à "
        + "confirmer ; en septembre 2025")
    expectNoDifference(
      facts.text(at: "intervalles"), "../2025-02-01T09:00 2025-03-01/.. ../..")
    #expect(facts.text(at: "ouverture") == nil && facts.text(at: "cloture") == nil)
    expectNoDifference(facts.fact(at: "plusieurs")?.value, .boolean(true))
    #expect(facts.records(at: "fenetres").count == 3)
  }
}
