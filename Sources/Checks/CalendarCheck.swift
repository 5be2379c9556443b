import Configuration
import Diagnostics
import Facts
import Notes

/// A note that has a calendar says in it when to file, and until when.
@Sendable
func checkCalendar(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  guard let calendar = note.facts[NoteSchema.calendar] else { return }
  let filing = note.facts.list(NoteSchema.calendar).first {
    $0.value.record?.text(Step.code) == "depot"
  }
  guard let filing, let step = filing.value.record else {
    diagnostics.add(.calendarWithoutFiling(at: calendar.place))
    return
  }
  if [Step.end, Step.day, Step.month].allSatisfy({ step[$0] == nil }) {
    diagnostics.add(.filingWithoutEnd(at: step[Step.start]?.place ?? filing.place))
  }
}

extension Diagnostic {
  fileprivate static func calendarWithoutFiling(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.calendarWithoutFiling, "Le calendrier ne dit pas quand déposer les dossiers.",
      at: place, severity: .warning,
      expected: "une étape « depot », avec ses dates, dans le calendrier")
  }

  fileprivate static func filingWithoutEnd(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.filingWithoutEnd, "Le dépôt a un début et pas de fin.", at: place,
      expected: "la date limite, par exemple « au: 2026-07-31 » : la note refuse les dossiers en "
        + "retard")
  }
}
