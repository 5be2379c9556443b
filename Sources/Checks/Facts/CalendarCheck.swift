import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// A note that has a calendar says in it when to file, and until when.
@Sendable
func checkCalendar(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  guard let calendar = note.facts[NoteSchema.calendar] else { return }
  let filings = note.facts.list(NoteSchema.calendar).filter {
    $0.value.record?.text(Step.code) == Step.filingCode
  }
  if filings.isEmpty { diagnostics.add(.calendarWithoutFiling(at: calendar.place)) }
  for filing in filings {
    guard let step = filing.value.record else { continue }
    if [Step.end, Step.day, Step.month].allSatisfy({ step[$0] == nil }) {
      diagnostics.add(.filingWithoutEnd(at: step[Step.start]?.place ?? filing.place))
    }
    if let committee = step[Step.committee], let end = step[Step.end] ?? step[Step.day],
      let meeting = committee.value.known?.lastDay, let last = end.value.known?.firstDay,
      meeting < last, meeting.year >= note.year.start
    {
      diagnostics.add(.earlyCommittee(committee.value, before: end.value, at: committee.place))
    }
    if filings.count > 1, step[Step.window] == nil, step[Step.situations] == nil {
      diagnostics.add(.namelessWindow(at: filing.place))
    }
  }
}

extension Diagnostic {
  fileprivate static func calendarWithoutFiling(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.calendarWithoutFiling, "Le calendrier ne dit pas quand déposer les dossiers.",
      at: place, severity: .warning,
      expected: "une étape « depot », avec ses dates, dans le calendrier")
  }

  fileprivate static func namelessWindow(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.namelessWindow,
      "Le calendrier a plusieurs périodes de dépôt, et rien ne dit laquelle est celle-ci.",
      at: place, severity: .warning,
      expected: "« fenetre: première session », ou les « situations » qu’elle concerne")
  }

  fileprivate static func earlyCommittee(
    _ meeting: Value, before end: Value, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.earlyCommittee,
      "Le comité (\(FrenchFormat.text(of: meeting))) examinerait les dossiers avant la fin de leur "
        + "dépôt (\(FrenchFormat.text(of: end))).", at: place, severity: .warning,
      expected: "une date après la fin du dépôt")
  }

  fileprivate static func filingWithoutEnd(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.filingWithoutEnd, "Le dépôt a un début et pas de fin.", at: place,
      expected: "la date limite, par exemple « au: 2026-07-31 » : la note refuse les dossiers en "
        + "retard")
  }
}
