import Configuration
import Facts
import Funding

/// The most that a collectif can have, from the amounts that the note prints.
struct NoteAmounts {
  private let total: String?
  private let ps: String?
  private let ceiling: String?
  private let childrenBonus: String?
  private let parentsBonus: String?
  private let isPending: Bool

  static let form = Form<NoteAmounts>(
    "les montants",
    [
      .optionalText("total") { $0.total },
      .optionalText("ps") { $0.ps },
      .optionalText("plafond") { $0.ceiling },
      .optionalText("bonus_enfants") { $0.childrenBonus },
      .optionalText("bonus_parents") { $0.parentsBonus },
      .flag("en_attente") { $0.isPending },
    ])

  /// Nil when the note prints none.
  init?(facts: Record) {
    let printed = NoteSchema.sharedAmounts.compactMap { facts.value($0.printed) }
    if printed.isEmpty { return nil }
    isPending = !printed.allSatisfy(\.isKnown)

    let funding = FundingFacts(facts)
    let bareme = funding.printedBareme
    let totals = funding.atCeiling(bareme)?.totals
    let hasBonuses = bareme.childrenBonus != nil && bareme.parentsBonus != nil
    func euros(_ line: Line) -> String { FrenchFormat.euros(cents: line.amount) }
    total = hasBonuses ? totals.map { euros($0.brancheFamille) } : nil
    ps = totals.map { euros($0.ps) } ?? facts.words(NoteSchema.psMaximum)
    ceiling = facts.words(NoteSchema.psCeiling)
    childrenBonus = facts.words(NoteSchema.childrenBonus)
    parentsBonus = facts.words(NoteSchema.parentsBonus)
  }
}
