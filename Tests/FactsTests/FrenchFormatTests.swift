import CustomDump
import Facts
import Testing

@Suite struct FrenchFormatTests {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1174, "1\u{202F}174"), (12_345, "12\u{202F}345"),
      (1_234_567, "1\u{202F}234\u{202F}567"), (-1174, "−1\u{202F}174"),
      (Int.min, "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808"),
    ])
  func integers(_ number: Int, _ text: String) {
    expectNoDifference(FrenchFormat.integer(number), text)
  }

  @Test(
    arguments: [
      (0, "0\u{A0}€"), (5, "0,05\u{A0}€"), (848_700, "8\u{202F}487\u{A0}€"),
      (275_828, "2\u{202F}758,28\u{A0}€"), (-150, "−1,50\u{A0}€"),
    ])
  func euros(_ cents: Int64, _ text: String) {
    expectNoDifference(FrenchFormat.euros(cents: cents), text)
  }

  @Test func pendingValues() throws {
    let day = try #require(Day(year: 2025, month: 7, day: 31))
    let proposed = try #require(Day(year: 2026, month: 7, day: 30))
    let year = try #require(SchoolYear("2025-2026"))
    func text(_ last: LastValue?) -> String {
      FrenchFormat.text(of: .toBeConfirmed(.day(proposed), last: last))
    }
    expectNoDifference(text(nil), "à confirmer")
    expectNoDifference(
      text(LastValue(.day(day), year: year, isYearBefore: true)),
      "à confirmer (l’an dernier\u{A0}: 31\u{A0}juillet 2025)")
    expectNoDifference(
      text(
        LastValue(
          .amount(Amount(cents: 100_000, unit: .perPorteur)), year: year, isYearBefore: false)),
      "à confirmer (en 2025-2026\u{A0}: 1\u{202F}000\u{A0}€ par porteur)")
    expectNoDifference(FrenchFormat.text(of: .toBePublished), "à paraître")
    expectNoDifference(FrenchFormat.text(of: .toBeCompleted), "à compléter")
  }

  @Test func ranges() {
    expectNoDifference(
      FrenchFormat.euros(AmountRange(low: 10_000, high: 50_000, unit: .perCollectif)),
      "de 100\u{A0}€ à 500\u{A0}€")
  }

  @Test(
    arguments: [
      (3250, "32,5\u{A0}%"), (8000, "80\u{A0}%"), (3255, "32,55\u{A0}%"), (5, "0,05\u{A0}%"),
    ])
  func rates(_ hundredths: Int64, _ text: String) {
    expectNoDifference(FrenchFormat.percent(Rate(hundredthsOfPercent: hundredths)), text)
  }

  @Test func dates() throws {
    let day = try #require(Day(year: 2025, month: 7, day: 31))
    let first = try #require(Day(year: 2025, month: 8, day: 1))
    expectNoDifference(FrenchFormat.date(day), "31\u{A0}juillet 2025")
    expectNoDifference(FrenchFormat.date(first), "1er\u{A0}août 2025")
    expectNoDifference(FrenchFormat.dateWithWeekday(day), "jeudi 31\u{A0}juillet 2025")
    expectNoDifference(
      FrenchFormat.month(try #require(Month(year: 2025, month: 10))), "octobre 2025")
  }

  @Test func times() throws {
    expectNoDifference(
      FrenchFormat.hours(try #require(Hours(start: 570, end: 660))),
      "de 9\u{A0}h\u{A0}30 à 11\u{A0}h")
    expectNoDifference(
      [45, 60, 90, 125].map { FrenchFormat.duration(minutes: $0) },
      ["45\u{A0}min", "1\u{A0}h", "1\u{A0}h\u{A0}30", "2\u{A0}h\u{A0}05"])
  }

  @Test(
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")])
  func lists(_ items: [String], _ text: String) {
    expectNoDifference(FrenchFormat.list(items), text)
  }
}
