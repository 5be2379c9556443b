import Configuration
public import Facts
import Funding

extension PublishedNote {
  /// What the calculation gives for a collectif that costs the ceiling, half of it, and twice.
  ///
  /// Empty when neither the note nor the national file gives a ceiling.
  public static func results(of record: Record) -> [WorkedResult] {
    guard let ceiling = record.bareme.ceiling, ceiling <= FundingLimits.amount / 2 else {
      return []
    }
    return [("plafond", ceiling), ("demi-plafond", ceiling / 2), ("double-plafond", ceiling * 2)]
      .flatMap { results($0.0, cost: $0.1, facts: record) }
  }

  private static func results(_ name: String, cost: Int64, facts: Record) -> [WorkedResult] {
    let request: BonusRequest =
      facts.bareme.childrenBonus != nil && facts.bareme.parentsBonus != nil
      ? .granted : .notRequested
    let collectif = Collectif(
      cost: cost, children: facts.rules[.childrenMinimum], childrenBonus: request,
      parentsBonus: request)
    do throws(InvalidInput) {
      let plan = try FundingPlan(
        Scenario(collectifs: [collectif]), rules: facts.rules, bareme: facts.bareme)
      return [
        ("ps", plan.totals.ps), ("branche-famille", plan.totals.brancheFamille),
        ("premier-acompte", plan.calendar.first), ("second-acompte", plan.calendar.second),
        ("solde", plan.calendar.balance),
      ].map {
        WorkedResult(
          name: "\(name)-\($0.0)", amount: Amount(cents: $0.1.amount, unit: .perCollectif))
      }
    } catch {
      return []
    }
  }
}
