import Facts

extension ValueChange.Difference {
  /// - Parameter years: how many school years stand between the notes; nil when one has none.
  static func between(_ before: Value, _ after: Value, years: Int?) -> ValueChange.Difference? {
    switch (before, after) {
    case (.amount(let old), .amount(let new)) where old.unit == new.unit:
      return amounts(old.cents, new.cents)
    case (.day(let old), .day(let new)):
      let sameYear = years.flatMap(old.twin)
      return .days(new.number - old.number, inYear: sameYear.map { new.number - $0.number })
    default: return nil
    }
  }

  private static func amounts(_ old: Int64, _ new: Int64) -> ValueChange.Difference? {
    let (cents, overflow) = new.subtractingReportingOverflow(old)
    if overflow { return nil }
    return .amount(cents: cents, tenthsOfPercent: old == 0 ? nil : tenths(cents, of: old))
  }

  /// Tenths of a percent, rounded half away from zero; nil when they are too many.
  private static func tenths(_ part: Int64, of whole: Int64) -> Int64? {
    let size = Int128(whole.magnitude)
    let magnitude = (Int128(part.magnitude) * 2000 + size) / (2 * size)
    return Int64(exactly: (part < 0) == (whole < 0) ? magnitude : -magnitude)
  }
}
