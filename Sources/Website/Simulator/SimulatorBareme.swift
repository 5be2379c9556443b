import Configuration
import Facts
import Funding
import Markdown
import Notes

/// The year's amounts as the simulator shows them, and where they are published.
struct SimulatorBareme {
  private let note: Note
  private let bareme: Bareme
  /// The Ps of a collectif at the ceiling, in cents.
  private let maximum: Int64?

  init(note: Note, funding: FundingFacts) {
    self.note = note
    bareme = funding.bareme
    maximum = funding.atCeiling(bareme)?.collectifs.first?.ps.amount
  }

  static let form = Form<SimulatorBareme>(
    "le barème",
    [
      .optionalText("plafond") { euros($0.bareme.ceiling) },
      .optionalText("bonus_enfants") { euros($0.bareme.childrenBonus) },
      .optionalText("bonus_parents") { euros($0.bareme.parentsBonus) },
      .optionalText("maximum") { euros($0.maximum) },
      .optionalText("source") { $0.source },
    ])

  private static func euros(_ cents: Int64?) -> String? {
    cents.map { FrenchFormat.euros(cents: $0) }
  }

  private var source: String? {
    guard bareme.ceiling != nil else { return nil }
    let source = note.facts[NoteSchema.nationalCeiling]?.source
    return FrenchTypography.apply(
      to: source.map { "\($0.document), partie \($0.section)" } ?? note.title)
  }
}
