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
  ///   - criteria: the finding when its criteria do not suffice.
  ///   - unpublished: the finding when the year's amount is not published.
  init(
    _ request: BonusRequest, published: Int64?, criteria: FindingCode, unpublished: FindingCode
  ) {
    var given: BonusCriteria?
    switch request {
    case .notRequested:
      (amount, formula, finding) = (0, Formula(.bonusNotRequested), nil)
      return
    case .granted: break
    case .criteria(let criteria): given = criteria
    }
    if let given, !given.suffice {
      (amount, formula, finding) = (0, Formula(.bonusCriteriaUnmet), criteria)
    } else if let published {
      amount = published
      formula =
        if let given {
          .bonusByCriteria(bonus: published, criteria: given.alternatives)
        } else {
          .bonusGranted(bonus: published)
        }
      finding = nil
    } else {
      (amount, formula, finding) = (0, Formula(.bonusUnpublished), unpublished)
    }
  }

  /// The formula of the same bonus in a blocked collectif.
  var blockedFormula: Formula { amount > 0 ? .bonusBlocked(bonus: amount) : formula }
}
