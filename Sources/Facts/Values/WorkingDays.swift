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
  /// The further holidays of a department (`holiday(in:)`) are not among them.
  public var isDayOff: Bool { weekday >= 6 || holiday() != nil }

  /// The day itself, or the first one after it that is not off; nil beyond the years that the type
  /// allows.
  public var workingDay: Day? {
    var day: Day? = self
    while let current = day, current.isDayOff { day = Day(number: current.number + 1) }
    return day
  }
}
