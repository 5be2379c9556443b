import Configuration
import Facts
import Funding

/// A typical case of a note, computed when the site is made, for readers without script.
struct WorkedExample {
  let title: String
  let plan: FundingPlan

  static let form = Form<WorkedExample>(
    "un exemple",
    [
      .text("titre") { $0.title },
      .text("cout") { euros($0.plan.totals.cost) },
      .text("ps") { euros($0.plan.totals.ps) },
      .text("bonus_enfants") { euros($0.plan.totals.childrenBonus) },
      .text("bonus_parents") { euros($0.plan.totals.parentsBonus) },
      .text("total") { euros($0.plan.totals.brancheFamille) },
      .text("acomptes") {
        euros($0.plan.calendar.first) + " puis " + euros($0.plan.calendar.second)
      },
      .text("solde") { euros($0.plan.calendar.balance) },
      .text("reste") { euros($0.plan.totals.remaining) },
    ])

  private static func euros(_ line: Line) -> String { FrenchFormat.euros(cents: line.amount) }

  /// The examples of a note; none when no ceiling is known.
  static func all(_ facts: FundingFacts) -> [WorkedExample] {
    let bareme = facts.bareme
    let rules = facts.rules
    guard let ceiling = bareme.ceiling else { return [] }
    let hasBonuses = bareme.childrenBonus != nil && bareme.parentsBonus != nil
    let bonuses = hasBonuses ? ", avec les deux bonus" : ""
    var cases = [Case("Un collectif au prix plafond, sans bonus", cost: ceiling)]
    if hasBonuses {
      cases += [
        Case("Un collectif au prix plafond, avec les deux bonus", cost: ceiling, bonus: true),
        Case(
          "Trois collectifs au prix plafond, avec les deux bonus", 3, cost: ceiling, bonus: true),
      ]
    }
    cases += [
      Case(
        "Un collectif deux fois moins cher que le plafond\(bonuses)", cost: ceiling / 2,
        bonus: hasBonuses),
      Case(
        "Un collectif deux fois plus cher que le plafond\(bonuses)", cost: ceiling * 2,
        bonus: hasBonuses),
    ]
    return cases.compactMap { $0.example(rules: rules, bareme: bareme) }
  }
}

/// What an example supposes.
private struct Case {
  let title: String
  let count: Int64
  /// Of one collectif, in cents.
  let cost: Int64
  let bonus: Bool

  init(_ title: String, _ count: Int64 = 1, cost: Int64, bonus: Bool = false) {
    self.title = title
    self.count = count
    self.cost = cost
    self.bonus = bonus
  }

  /// Nil when the cost is beyond what can be computed.
  func example(rules: Rules, bareme: Bareme) -> WorkedExample? {
    let request: BonusRequest = bonus ? .granted : .notRequested
    let collectif = Collectif(
      count: count, cost: cost, children: rules[.childrenMinimum], childrenBonus: request,
      parentsBonus: request)
    do throws(InvalidInput) {
      let plan = try FundingPlan(
        Scenario(collectifs: [collectif]), rules: rules, bareme: bareme)
      return WorkedExample(title: title, plan: plan)
    } catch {
      return nil
    }
  }
}
