import Configuration
import Diagnostics
import Facts
import Funding
import Markdown
import Notes

/// When the help is paid: two instalments at most, then the balance.
///
/// **Source**: the rules `acomptes` of the note's year; C-2026-069, 4.
struct Payments {
  private let year: SchoolYear
  private let first: Rate
  private let second: Rate
  private let source: Source?
  /// Where the two rates are written.
  private let firstPlace: Place?
  private let secondPlace: Place?

  /// Nil when no rule says it for the year.
  init?(_ note: Note) {
    let facts = note.facts
    guard let fact = facts[NoteSchema.path(of: .firstInstalment)],
      case .rate(let first) = fact.value,
      let other = facts[NoteSchema.path(of: .secondInstalment)],
      case .rate(let second) = other.value
    else { return nil }
    (year, self.first, self.second, source) = (note.year, first, second, fact.source)
    (firstPlace, secondPlace) = (fact.place, other.place)
  }

  private var balance: Rate {
    Rate(hundredthsOfPercent: 100_00 - first.hundredthsOfPercent - second.hundredthsOfPercent)
  }

  /// Lengths are shares of the whole in percent, for the picture.
  static let form = Form<Payments>(
    "les versements",
    [
      .text("debut") { String($0.year.start) }, .text("fin") { String($0.year.start + 1) },
      .text("premier", at: { $0.firstPlace }) { FrenchFormat.percent($0.first) },
      .text("deuxieme", at: { $0.secondPlace }) { FrenchFormat.percent($0.second) },
      .text("solde") { FrenchFormat.percent($0.balance) },
      .text("premier_longueur") { length($0.first) },
      .text("deuxieme_longueur") { length($0.second) },
      .text("solde_longueur") { length($0.balance) },
      .text("solde_place") {
        length(
          Rate(
            hundredthsOfPercent: $0.first.hundredthsOfPercent + $0.second.hundredthsOfPercent))
      },
      .flag("deduits") { $0.source?.certainty == .deduced },
      .optionalText("motif") { payments in
        payments.source?.reason.map { FrenchTypography.apply(to: $0) }
      },
      .optionalText("source") { payments in
        payments.source.map {
          FrenchTypography.apply(to: $0.part)
        }
      },
    ])

  /// « 28.00% ».
  private static func length(_ rate: Rate) -> String {
    let hundredths = rate.hundredthsOfPercent
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
