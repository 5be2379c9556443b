import Configuration
import Facts
import Funding

/// The most that a collectif can have, from the amounts that the note prints.
struct NoteAmounts {
  private let facts: Record
  private let totals: Totals?
  private let hasBonuses: Bool
  private let isPending: Bool

  static let form = Form<NoteAmounts>(
    "les montants",
    [
      .optionalText("total") { $0.hasBonuses ? $0.totals.map { euros($0.brancheFamille) } : nil },
      .optionalText("ps") {
        $0.totals.map { euros($0.ps) } ?? $0.facts.words(NoteSchema.psMaximum)
      },
      .optionalText("plafond") { $0.facts.words(NoteSchema.psCeiling) },
      .optionalText("bonus_enfants") { $0.facts.words(NoteSchema.childrenBonus) },
      .optionalText("bonus_parents") { $0.facts.words(NoteSchema.parentsBonus) },
      .flag("en_attente") { $0.isPending },
    ])

  private static func euros(_ line: Line) -> String { FrenchFormat.euros(cents: line.amount) }

  /// Nil when the note prints none.
  init?(facts: Record) {
    let printed = NoteSchema.sharedAmounts.compactMap { facts.value($0.printed) }
    if printed.isEmpty { return nil }
    self.facts = facts
    isPending = !printed.allSatisfy(\.isKnown)
    let bareme = facts.printedBareme
    totals = facts.atCeiling(bareme)?.totals
    hasBonuses = bareme.childrenBonus != nil && bareme.parentsBonus != nil
  }
}
