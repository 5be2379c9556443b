import Facts
import Testing

@Suite struct DatesTests {
  @Test(
    arguments: [
      (2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 6, 31), (2025, 6, 0), (1899, 1, 1),
      (2200, 1, 1), (2100, 2, 29),
    ])
  func daysThatDoNotExist(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    arguments: [
      (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2025, 7, 31, 20_300, 4),
      (1969, 12, 31, -1, 3), (2026, 11, 21, 20_778, 6), (1900, 1, 1, -25_567, 1),
    ])
  func numbersAndWeekdays(_ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int) {
    let date = Day(year: year, month: month, day: day)
    #expect(date?.number == number)
    #expect(date?.weekday == weekday)
  }

  /// Over two centuries each day follows the one before, and so does its weekday.
  @Test func daysFollowEachOther() {
    var number = Day(year: 1900, month: 1, day: 1)?.number ?? 0
    var weekday = 1
    for year in 1900...2199 {
      for month in 1...12 {
        for day in 1...(Month(year: year, month: month)?.length ?? 0) {
          let date = Day(year: year, month: month, day: day)
          guard date?.number == number, date?.weekday == weekday else {
            Issue.record("\(year)-\(month)-\(day)")
            return
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test func order() throws {
    let early = try #require(Day(year: 2025, month: 6, day: 30))
    let late = try #require(Day(year: 2025, month: 7, day: 1))
    #expect(early < late && !(late < early))
    let june = try #require(Month(year: 2025, month: 6))
    let next = try #require(Month(year: 2026, month: 1))
    #expect(june < next)
    #expect(early.isoText == "2025-06-30" && june.isoText == "2025-06")
  }

  @Test(
    arguments: [
      "2025", "2025-2027", "2026-2025", "25-26", "2025-2026 ", "2025/2026", "٢٠٢٥-٢٠٢٦", "-", "",
      "1800-1801", "2025-2026-2027", "+025-+026",
    ])
  func textsThatAreNoSchoolYear(_ text: String) { #expect(SchoolYear(text) == nil) }

  @Test func schoolYear() throws {
    let year = try #require(SchoolYear("2025-2026"))
    #expect(year.start == 2025)
    #expect(year.text == "2025-2026")
    #expect(year.previous?.text == "2024-2025")
    #expect(year.next?.text == "2026-2027")
    #expect(SchoolYear(start: 1990)?.previous == nil)
    #expect(try year < #require(year.next))
  }

  @Test func hours() {
    #expect(Hours(start: 600, end: 660) != nil)
    #expect(Hours(start: 600, end: 600) == nil)
    #expect(Hours(start: 660, end: 600) == nil)
    #expect(Hours(start: -1, end: 600) == nil)
    #expect(Hours(start: 0, end: 1440) != nil)
    #expect(Hours(start: 0, end: 1441) == nil)
  }
}
