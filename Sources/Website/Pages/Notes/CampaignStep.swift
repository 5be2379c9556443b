import Configuration
import Facts
import Markdown

/// A step of the campaign: what takes place, and when.
struct CampaignStep {
  let facts: Record
  let window: FilingWindow
  /// Its code, which it may share with others: « depot », « depot-2 ».
  let identifier: String

  /// Those of a note that have a date, in the order of its calendar.
  static func all(in facts: Record) -> [CampaignStep] {
    var ranks: [String: Int] = [:]
    return facts.list(NoteSchema.calendar).compactMap { fact in
      guard let step = fact.value.record,
        let window = FilingWindow(step, zone: facts.timeZone, at: fact.place)
      else { return nil }
      let code = step.text(NoteSchema.Step.code) ?? ""
      let rank = ranks[code, default: 0] + 1
      ranks[code] = rank
      return CampaignStep(
        facts: step, window: window, identifier: rank == 1 ? code : "\(code)-\(rank)")
    }
  }

  static let form = Form<CampaignStep>(
    "une étape",
    [
      .text("code") { $0.identifier },
      .text("libelle", at: { $0.window.place }) { $0.name },
      .text("dates", at: { $0.window.place }) { $0.dates },
      .flag("depot") { $0.facts.text(NoteSchema.Step.code) == NoteSchema.Step.filingCode },
      .flag("jour_connu") { $0.hasDay },
    ])

  /// Whether a day of it is decided.
  var hasDay: Bool { window.opening != nil || window.closing != nil }

  /// « Dépôt des dossiers, première session ».
  var name: String {
    let label = facts.typographicText(NoteSchema.Step.label) ?? ""
    return [label, window.name].compactMap(\.self).joined(separator: ", ")
  }

  /// « du 20 juin au 31 juillet 2025 », « le 19 juin 2025, de 10 h à 11 h ».
  var dates: String {
    [window.text, facts.words(NoteSchema.Step.hours)].compactMap(\.self).joined(separator: ", ")
  }
}
