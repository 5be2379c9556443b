import Configuration
import Facts
import Funding

/// Typical cases of a note, computed when the site is made, for readers without script.
struct WorkedExamples {
  let facts: FundingFacts

  /// One record for each case; empty when no ceiling is known.
  var records: [Record] {
    let bareme = facts.bareme
    guard let ceiling = bareme.ceiling else { return [] }
    let hasBonuses = bareme.childrenBonus != nil && bareme.parentsBonus != nil
    var examples = [example("Un collectif au prix plafond, sans bonus", cost: ceiling)]
    if hasBonuses {
      examples += [
        example("Un collectif au prix plafond, avec les deux bonus", cost: ceiling, bonus: true),
        example("Trois collectifs au prix plafond, avec les deux bonus", 3, cost: ceiling, bonus: true),
      ]
    }
    examples += [
      example(
        "Un collectif deux fois moins cher que le plafond\(hasBonuses ? ", avec les deux bonus" : "")",
        cost: ceiling / 2, bonus: hasBonuses),
      example(
        "Un collectif deux fois plus cher que le plafond\(hasBonuses ? ", avec les deux bonus" : "")",
        cost: ceiling * 2, bonus: hasBonuses),
    ]
    return examples.compactMap { $0 }
  }

  /// Nil when the cost is beyond what can be computed.
  private func example(_ title: String, _ count: Int64 = 1, cost: Int64, bonus: Bool = false)
    -> Record?
  {
    let request: BonusRequest = bonus ? .granted : .notRequested
    let collectif = Collectif(
      count: count, cost: cost, children: facts.rules.childrenMinimum, childrenBonus: request,
      parentsBonus: request)
    do throws(InvalidInput) {
      let plan = try FundingPlan(
        Scenario(collectifs: [collectif]), rules: facts.rules, bareme: facts.bareme)
      return record(title, plan)
    } catch {
      return nil
    }
  }

  private func record(_ title: String, _ plan: FundingPlan) -> Record {
    func euros(_ line: Line) -> Value { .text(FrenchFormat.euros(cents: line.amount)) }
    return Record(values: [
      "titre": .text(title),
      "cout": euros(plan.totals.cost),
      "ps": euros(plan.totals.ps),
      "bonus_enfants": euros(plan.totals.childrenBonus),
      "bonus_parents": euros(plan.totals.parentsBonus),
      "total": euros(plan.totals.brancheFamille),
      "acomptes": .text(
        [plan.calendar.first, plan.calendar.second]
          .map { FrenchFormat.euros(cents: $0.amount) }.joined(separator: " puis ")),
      "solde": euros(plan.calendar.balance),
      "reste": euros(plan.totals.remaining),
    ])
  }
}
