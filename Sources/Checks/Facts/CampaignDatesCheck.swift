import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// The steps of a note's calendar fall in its own campaign.
///
/// A campaign is presented in the civil year in which the school year begins; its last reports come in
/// the autumn after the school year.
@Sendable
func checkCampaignDates(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  let start = note.year.start
  if let updated = note.facts[NoteSchema.updated], let year = updated.value.known?.firstDay?.year,
    !(start - 1...start + 1).contains(year)
  {
    var diagnostic = Diagnostic.outsideCampaign(updated, of: note)
    diagnostic.severity = .warning
    diagnostics.add(diagnostic)
  }
  for step in note.facts.records(NoteSchema.calendar) {
    for path in NoteSchema.Step.dates {
      guard let fact = step[path], let year = fact.value.known?.firstDay?.year,
        !(start...start + 1).contains(year)
      else { continue }
      diagnostics.add(.outsideCampaign(fact, of: note))
    }
    checkMeeting(step, note, &diagnostics)
  }
}

/// A committee that looks at the files of a year meets before its end.
private func checkMeeting(
  _ step: Record, _ note: Note, _ diagnostics: inout DiagnosticList
) {
  typealias Step = NoteSchema.Step
  let isMeeting = step.text(Step.code)?.hasPrefix("comite") == true
  for path in isMeeting ? Step.dates : [Step.committee] {
    guard let fact = step[path], let first = fact.value.known?.firstDay, first > note.yearEnd,
      first.year == note.year.start + 1
    else { continue }
    diagnostics.add(
      Diagnostic(
        CheckCode.dateOutsideCampaign,
        "Le comité (\(FrenchFormat.text(of: fact.value))) se réunirait après la fin de l’année scolaire "
          + "\(note.year.text).", at: fact.place, severity: .warning,
        expected: "une date d’avant le \(FrenchFormat.date(note.yearEnd))"))
  }
}

extension Diagnostic {
  fileprivate static func outsideCampaign(_ fact: Fact, of note: Note) -> Diagnostic {
    let start = note.year.start
    return Diagnostic(
      CheckCode.dateOutsideCampaign,
      "« \(fact.value.proposedText) » n’est pas une date de la campagne \(note.year.text).",
      at: fact.place, expected: "une date de \(start) ou de \(start + 1)")
  }
}

extension Value {
  /// How a value is written, or the value proposed for what waits.
  var proposedText: String {
    if case .pending(.toBeConfirmed(let value, _)) = self { return value.proposedText }
    return FrenchFormat.text(of: self)
  }

  /// The day that it is, or the day proposed.
  var proposedDay: Day? {
    switch self {
    case .day(let day): day
    case .pending(.toBeConfirmed(let value, _)): value.proposedDay
    default: nil
    }
  }
}
