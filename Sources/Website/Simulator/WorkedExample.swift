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
    let exist = facts.isTrue(NoteSchema.hasBonuses)
    let bonus =
      exist && bareme.childrenBonus != nil
      && bareme.parentsBonus != nil
    let bonuses = bonus ? ", avec les deux bonus" : ""
    var cases: [(title: String, count: Int64, cost: Int64, bonus: Bool)] = [
      ("Un collectif au prix plafond\(exist ? ", sans bonus" : "")", 1, ceiling, false)
    ]
    if bonus {
      cases.append(("Un collectif au prix plafond\(bonuses)", 1, ceiling, true))
      cases.append(("Trois collectifs au prix plafond\(bonuses)", 3, ceiling, true))
    }
    cases += [
      ("Un collectif deux fois moins cher que le plafond\(bonuses)", 1, ceiling / 2, bonus),
      ("Un collectif deux fois plus cher que le plafond\(bonuses)", 1, ceiling * 2, bonus),
    ]
    return cases.compactMap { title, count, cost, bonus in
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
}
