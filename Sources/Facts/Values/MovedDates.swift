extension Day {
  /// The day to propose some years later: the same day and month, moved to the nearest same weekday,
  /// then to the next working day when that one is off.
  ///
  /// Nil beyond the years that the type allows.
  public func moved(byYears years: Int) -> Day? {
    guard let twin = twin(years) else { return nil }
    // Three days at most, before or after.
    let shift = (weekday - twin.weekday + 10) % 7 - 3
    return Day(number: twin.number + shift)?.workingDay
  }

  /// The same day and month some years later; 28 February where there is no 29th.
  public func twin(_ years: Int) -> Day? {
    Day(year: year + years, month: month, day: day)
      ?? Day(year: year + years, month: month, day: day - 1)
  }

  public init?(firstOf month: Month) { self.init(year: month.year, month: month.month, day: 1) }

  /// A day of a month, from 1.
  public init?(_ day: Int, of month: Month) {
    self.init(year: month.year, month: month.month, day: day)
  }

  public init?(lastOf month: Month) {
    self.init(year: month.year, month: month.month, day: month.length)
  }
}

extension Month {
  /// The same month some years later; nil beyond the years that the type allows.
  public func moved(byYears years: Int) -> Month? { Month(year: year + years, month: month) }

  public init?(of day: Day) { self.init(year: day.year, month: day.month) }
}

extension PartOfMonth {
  /// The same part of the same month some years later; nil beyond the years that the type allows.
  public func moved(byYears years: Int) -> PartOfMonth? {
    month.moved(byYears: years).map { PartOfMonth(part, of: $0) }
  }
}

extension SchoolYear {
  /// The school year some years later; nil beyond the years that the type allows.
  public func moved(byYears years: Int) -> SchoolYear? { SchoolYear(start: start + years) }
}
