/// The prestation de service (Ps) of one collectif, with its formula.
///
/// **Units**: cents. The rate applies to the cost within the ceiling; the result is rounded half up
/// to the year's unit, for each collectif before any sum.
///
/// **Source**: C-2026-069, section 3.2.
struct Ps {
  let amount: Int64
  let formula: Formula

  init(cost: Int64, ceiling: Int64, rate: Int64, rounding: RoundingUnit) {
    let exact = Share.exact(rate, of: min(cost, ceiling))
    amount = Share.halfUp(exact, to: rounding)
    let isRounded = exact != amount * Share.whole
    formula =
      switch (cost > ceiling, isRounded, rounding) {
      case (false, false, _): Formula(.psOfCost, rate, cost)
      case (false, true, .cent): Formula(.psOfCostToCent, rate, cost, exact)
      case (false, true, .euro): Formula(.psOfCostToEuro, rate, cost, exact)
      case (true, false, _): Formula(.psOfCeiling, rate, cost, ceiling)
      case (true, true, .cent): Formula(.psOfCeilingToCent, rate, cost, ceiling, exact)
      case (true, true, .euro): Formula(.psOfCeilingToEuro, rate, cost, ceiling, exact)
      }
  }
}
