extension Day {
  /// The day at a number of days since 1970-01-01; nil beyond the years that the type allows.
  public init?(number: Int) {
    // The civil calendar from days, by eras of 400 years that begin on 1 March.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whether it is a Saturday, a Sunday or a public holiday of the whole country.
  ///
  /// The further holidays of Alsace, of Moselle and of each overseas territory are not known here.
  ///
  /// **Source**: Code du travail, article L3133-1.
  public var isDayOff: Bool {
    if weekday >= 6 { return true }
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    if fixed.contains(where: { $0 == (month, day) }) { return true }
    // Easter Monday, Ascension, Whit Monday.
    return [1, 39, 50].contains(number - Day.easterNumber(of: year))
  }

  /// The day itself, or the first one after it that is not off; nil beyond the years that the type
  /// allows.
  public var workingDay: Day? {
    var day: Day? = self
    while let current = day, current.isDayOff { day = Day(number: current.number + 1) }
    return day
  }

  /// Easter Sunday of the Gregorian calendar, as a number of days.
  ///
  /// **Source**: the anonymous algorithm in Meeus, « Astronomical Algorithms », chapter 8.
  private static func easterNumber(of year: Int) -> Int {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(year: year, month: month, day: day)?.number ?? 0
  }
}
