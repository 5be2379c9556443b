/// What exceeds the share of the total cost that the branche Famille may pay.
///
/// **Units**: cents. The share is rounded down, over the cost of all the collectifs, blocked ones
/// too. Other money of the branche Famille for the same Clas counts; other funders' does not.
///
/// **Source**: C-2026-069, section 2.3.
struct Ecretement {
  let amount: Int64
  let formula: Formula
  /// The most that the branche Famille may pay.
  let maximum: Int64

  /// - Parameters:
  ///   - requested: the Ps and the bonuses.
  ///   - others: other money of the branche Famille; it is not reduced.
  init(requested: Int64, others: Int64, cost: Int64, rate: Int64) {
    maximum = Share.down(rate, of: cost)
    amount = min(requested, max(0, requested + others - maximum))
    let code: FormulaCode =
      switch (amount > 0, others > 0) {
      case (false, false): .ecretementNone
      case (false, true): .ecretementNoneWithOthers
      case (true, false): .ecretementApplied
      case (true, true): .ecretementAppliedWithOthers
      }
    formula = Formula(code, requested, rate, cost, maximum, others)
  }
}
