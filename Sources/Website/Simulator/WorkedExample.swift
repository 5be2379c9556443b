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

  /// The examples of a note; none when no ceiling is known, nor beyond what can be computed.
  static func all(_ facts: Record) -> [WorkedExample] {
    let bareme = facts.bareme
    let rules = facts.rules
    guard let ceiling = bareme.ceiling else { return [] }
    func example(
      _ title: String, _ count: Int64 = 1, cost: Int64, bonus: Bool
    ) -> WorkedExample? {
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
    let bonus = bareme.childrenBonus != nil && bareme.parentsBonus != nil
    let bonuses = bonus ? ", avec les deux bonus" : ""
    let withBonuses = [
      example("Un collectif au prix plafond\(bonuses)", cost: ceiling, bonus: true),
      example("Trois collectifs au prix plafond\(bonuses)", 3, cost: ceiling, bonus: true),
    ]
    let examples =
      [example("Un collectif au prix plafond, sans bonus", cost: ceiling, bonus: false)]
      + (bonus ? withBonuses : []) + [
        example(
          "Un collectif deux fois moins cher que le plafond\(bonuses)", cost: ceiling / 2,
          bonus: bonus),
        example(
          "Un collectif deux fois plus cher que le plafond\(bonuses)", cost: ceiling * 2,
          bonus: bonus),
      ]
    return examples.compactMap(\.self)
  }
}
