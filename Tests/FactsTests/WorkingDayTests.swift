import Facts
import TestSupport
import Testing

/// Public holidays, and the dates proposed for another year.
@Suite struct WorkingDayTests {
  private func day(_ text: String) throws -> Day {
    try #require(Day(iso: text))
  }

  @Test func numbersAreTurnedBackIntoDays() {
    let first = Day(year: 1900, month: 1, day: 1)?.number ?? 0
    let last = Day(year: 2199, month: 12, day: 31)?.number ?? 0
    for number in first...last where Day(number: number)?.number != number {
      Issue.record("\(number)")
      return
    }
    #expect(Day(number: first - 1) == nil)
    #expect(Day(number: last + 1) == nil)
  }

  /// As the calendars of service-public.gouv.fr give them, weekends aside.
  @Test(arguments: [
    (
      2025,
      [
        "2025-01-01", "2025-04-21", "2025-05-01", "2025-05-08", "2025-05-29", "2025-06-09",
        "2025-07-14", "2025-08-15", "2025-11-11", "2025-12-25",
      ]
    ),
    (
      2026,
      [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
        "2026-07-14", "2026-11-11", "2026-12-25",
      ]
    ),
    (
      2027,
      [
        "2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-14", "2027-11-01",
        "2027-11-11",
      ]
    ),
    // Ascension on 8 May; on 1 May.
    (
      2008,
      [
        "2008-01-01", "2008-03-24", "2008-05-01", "2008-05-08", "2008-05-12", "2008-07-14",
        "2008-08-15", "2008-11-11", "2008-12-25",
      ]
    ),
  ])
  func holidaysOfAYear(_ year: Int, _ holidays: [String]) throws {
    var found: [String] = []
    for month in 1...12 {
      for number in 1...(Month(year: year, month: month)?.length ?? 0) {
        let date = try day("\(year)-\(month)-\(number)")
        if date.isDayOff, date.weekday < 6 { found.append(date.isoText) }
        if date.weekday >= 6 { #expect(date.isDayOff) }
      }
    }
    #expect(found == holidays)
  }

  @Test(arguments: [
    ("2026-05-13", "2026-05-13"), ("2026-05-14", "2026-05-15"), ("2026-05-23", "2026-05-26"),
    ("2026-05-25", "2026-05-26"), ("2026-05-01", "2026-05-04"), ("2027-12-25", "2027-12-27"),
    ("2026-12-31", "2026-12-31"), ("2026-01-01", "2026-01-02"),
  ])
  func nextWorkingDay(_ date: String, _ expected: String) throws {
    #expect(try day(date).workingDay?.isoText == expected)
  }

  @Test(arguments: [
    // Vosges and Isère.
    ("2025-06-19", 1, "2026-06-18"), ("2025-06-20", 1, "2026-06-19"),
    ("2025-07-31", 1, "2026-07-30"), ("2022-06-13", 4, "2026-06-15"),
    // A Sunday is moved to the Monday after.
    ("2022-07-31", 4, "2026-08-03"),
    // Thursday 15 May 2025 gives Ascension; Monday 26 May 2025 gives Whit Monday.
    ("2025-05-15", 1, "2026-05-15"), ("2025-05-26", 1, "2026-05-26"),
    // 14 July, and 1 November that falls on a Sunday.
    ("2025-07-15", 1, "2026-07-15"), ("2025-11-02", 1, "2026-11-02"),
    // Leap days.
    ("2024-02-29", 1, "2025-02-27"), ("2024-02-29", 4, "2028-03-02"),
    ("2023-02-28", 1, "2024-02-27"), ("2024-03-01", 3, "2027-02-26"),
    ("2024-12-31", 1, "2025-12-30"), ("2025-01-02", 1, "2026-01-02"),
    // Three days before or after, at most.
    ("2025-06-04", 2, "2027-06-02"), ("2025-06-04", 3, "2028-06-07"),
    ("2025-06-04", 5, "2030-06-05"), ("2026-06-04", 7, "2033-06-02"),
  ])
  func proposedDay(_ date: String, _ years: Int, _ expected: String) throws {
    #expect(try day(date).moved(byYears: years)?.isoText == expected)
  }

  /// The nearest same weekday is never more than three days away, and no proposal is off.
  @Test func proposalsAreNearAndWorked() throws {
    for years in 1...8 {
      for number in Day.tests {
        let old = try #require(Day(number: number))
        let new = try #require(old.moved(byYears: years))
        let twin = Day(year: old.year + years, month: old.month, day: old.day) ?? new
        let distance = new.number - twin.number
        // A weekend and the holidays around it come on top.
        guard !new.isDayOff, (-3...7).contains(distance),
          new.weekday == old.weekday || distance > -3
        else {
          Issue.record("\(old.isoText), \(years): \(new.isoText)")
          return
        }
      }
    }
  }

  @Test func beyondTheCalendar() throws {
    #expect(try day("2199-06-20").moved(byYears: 1) == nil)
    #expect(try day("2199-12-31").moved(byYears: 0)?.isoText == "2199-12-31")
    #expect(Month(year: 2199, month: 6)?.moved(byYears: 1) == nil)
    #expect(Month(year: 2025, month: 10)?.moved(byYears: 4)?.isoText == "2029-10")
    #expect(SchoolYear(start: 2150)?.moved(byYears: 1) == nil)
  }
}

extension Day {
  /// Four years and some, as numbers.
  fileprivate static var tests: Range<Int> { 18_000..<19_500 }
}
