import Diagnostics
import Facts
import Notes

/// A note that has a calendar says in it when to file, and until when.
@Sendable
func checkCalendar(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  guard let calendar = note.facts["calendrier"] else { return }
  let filing = note.facts.list(at: "calendrier").first { fact in
    if case .record(let step) = fact.value { step.text(at: "etape") == "depot" } else { false }
  }
  guard let filing, case .record(let step) = filing.value else {
    diagnostics.add(.calendarWithoutFiling(at: calendar.place))
    return
  }
  if step["au"] == nil, step["le"] == nil, step["en"] == nil {
    diagnostics.add(.filingWithoutEnd(at: step["du"]?.place ?? filing.place))
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
