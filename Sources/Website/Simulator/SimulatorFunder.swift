import Configuration
import Facts
import Funding

/// One of the department's other funders, with how it is asked: a flat sum by a checkbox, any other
/// by a field.
struct SimulatorFunder {
  private typealias Keys = NoteSchema.Funder

  let facts: Record
  let funder: Funder

  static let form = Form<SimulatorFunder>(
    "un autre financeur",
    [
      .fact(Keys.code) { $0.facts }, .fact(Keys.name) { $0.facts },
      .fact(Keys.scheme) { $0.facts },
      .optionalText("montant") { $0.isFree ? nil : Keys.printed($0.facts) },
      .flag("forfait") { !$0.isFree && $0.funder.low == $0.funder.high },
      .flag("par_collectif") { $0.funder.basis == .perCollectif },
      .texts("conditions") { $0.facts.typographicTexts(Keys.conditions) },
      .fact(Keys.link) { $0.facts },
    ])

  private var isFree: Bool { funder.basis == .free }

  static func all(in funding: Record) -> [SimulatorFunder] {
    zip(funding.records(NoteSchema.funders), funding.funders)
      .map { SimulatorFunder(facts: $0, funder: $1) }
  }
}
