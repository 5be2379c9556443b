/// Exact shares of amounts.
///
/// **Units**: amounts in cents, rates in hundredths of a percent, exact shares in ten-thousandths
/// of a cent. Amounts stay below 10^13 cents (`FundingLimits`), so no product overflows.
enum Share {
  /// Ten-thousandths of a cent in a cent: what a rate in hundredths of a percent divides by.
  static let whole: Int64 = 10_000

  /// The share before any rounding, in ten-thousandths of a cent.
  static func exact(_ rate: Int64, of amount: Int64) -> Int64 { rate * amount }

  /// The share rounded down to the cent.
  static func down(_ rate: Int64, of amount: Int64) -> Int64 { rate * amount / whole }

  /// An exact share, never negative, rounded half up to the unit, in cents.
  static func halfUp(_ exact: Int64, to unit: RoundingUnit) -> Int64 {
    let size = whole * unit.rawValue
    let rest = exact % size
    let units = exact / size + (rest >= size - rest ? 1 : 0)
    return units * unit.rawValue
  }
}
