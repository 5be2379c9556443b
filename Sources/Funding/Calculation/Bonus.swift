/// One of the two bonuses of one collectif, with its formula.
///
/// **Units**: cents.
///
/// **Source**: C-2026-069, sections 2.2 and 3.3.
struct Bonus {
  let amount: Int64
  let formula: Formula
  /// Why the bonus is not given although it was asked for.
  let finding: FindingCode?

  /// - Parameters:
  ///   - published: the year's amount; nil as long as it is not published.
  ///   - needed: how many criteria it needs beside its project.
  ///   - criteria: the finding when its criteria do not suffice.
  ///   - unpublished: the finding when the year's amount is not published.
  init(
    _ request: BonusRequest, published: Int64?, needed: Int64, criteria: FindingCode,
    unpublished: FindingCode
  ) {
    (amount, formula, finding) =
      switch (request, published) {
      case (.notRequested, _): (0, Formula(.bonusNotRequested), nil)
      case (.criteria(let given), _) where !given.suffice(needed):
        (0, Formula(.bonusCriteriaUnmet), criteria)
      case (_, nil): (0, Formula(.bonusUnpublished), unpublished)
      case (.granted, let bonus?): (bonus, Formula(.bonusGranted, bonus), nil)
      case (.criteria(let given), let bonus?):
        (bonus, Formula(.bonusByCriteria, bonus, given.alternatives), nil)
      }
  }

  /// The formula of the same bonus in a blocked collectif.
  var blockedFormula: Formula { amount > 0 ? Formula(.bonusBlocked, amount) : formula }
}
