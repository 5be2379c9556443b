/// A day of the Gregorian calendar that exists.
public struct Day: Sendable, Hashable, Comparable, Codable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Returns nil when the calendar has no such day, or the year is not between 1900 and 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), let length = Month(year: year, month: month)?.length,
      (1...length).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days since 1970-01-01.
  public var number: Int {
    // Days from civil, by eras of 400 years that begin on 1 March.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, Monday being 1 and Sunday 7.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  public var isoText: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// A month, when the day is not known.
public struct Month: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int

  /// Returns nil when the month is not between 1 and 12, or the year not between 1900 and 2199.
  public init?(year: Int, month: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The number of days of the month.
  public var length: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var isoText: String { "\(pad(year, 4))-\(pad(month, 2))" }

  public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
}

/// About when in a month, when the day is not settled: « mi-septembre 2025 ».
public struct PartOfMonth: Sendable, Hashable {
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case beginning = "début"
    case middle = "mi"
    case end = "fin"
    case firstHalf = "première quinzaine"
    case secondHalf = "seconde quinzaine"
  }

  public let part: Part
  public let month: Month

  public init(_ part: Part, of month: Month) {
    self.part = part
    self.month = month
  }

  /// The days that it may mean.
  public var days: ClosedRange<Int> {
    switch part {
    case .beginning: 1...10
    case .middle: 11...20
    case .end: 21...month.length
    case .firstHalf: 1...15
    case .secondHalf: 16...month.length
    }
  }
}

/// A school year, from September of one civil year to August of the next.
public struct SchoolYear: Sendable, Hashable, Comparable, Codable {
  /// The civil year in which it begins (N in the circulaire).
  public let start: Int

  public init?(start: Int) {
    guard (1990...2150).contains(start) else { return nil }
    self.start = start
  }

  /// Reads « 2025-2026 », and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let start = Int(parts[0]), let end = Int(parts[1]), end == start + 1
    else { return nil }
    self.init(start: start)
  }

  public var text: String { "\(start)-\(start + 1)" }
  /// Nil only at the ends of the calendar that the type allows.
  public var previous: SchoolYear? { SchoolYear(start: start - 1) }
  public var next: SchoolYear? { SchoolYear(start: start + 1) }

  public static func < (a: SchoolYear, b: SchoolYear) -> Bool { a.start < b.start }
}

/// Two times of one day, in minutes from midnight.
public struct Hours: Sendable, Hashable {
  public let start: Int
  public let end: Int

  /// Returns nil unless 00:00 ≤ start < end ≤ 24:00.
  public init?(start: Int, end: Int) {
    guard 0 <= start, start < end, end <= 24 * 60 else { return nil }
    self.start = start
    self.end = end
  }
}

func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
