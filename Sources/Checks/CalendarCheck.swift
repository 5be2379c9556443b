import Diagnostics
import Facts
import Notes

/// A note that has a calendar says in it when to file.
@Sendable
func checkCalendar(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  guard let calendar = note.facts["calendrier"],
    !note.facts.records(at: "calendrier").contains(where: { $0.text(at: "etape") == "depot" })
  else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.calendarWithoutFiling, "Le calendrier ne dit pas quand déposer les dossiers.",
      at: calendar.place, severity: .warning,
      expected: "une étape « depot », avec ses dates, dans le calendrier"))
}
