import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// No deadline falls on a Sunday or on a public holiday of the department, unless the step says so.
@Sendable
func checkDeadlineDays(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  for step in note.facts.records(NoteSchema.calendar) {
    let isFiling = step.text(Step.code) == Step.filingCode
    guard let deadline = step[Step.end] ?? (isFiling ? step[Step.day] : nil),
      let day = deadline.value.proposedDay,
      let reason = day.offReason(in: note.facts.text(NoteSchema.departmentCode))
    else { continue }
    // Readers are warned already.
    if step.text(Step.precision)?.lowercased().contains(reason.word) == true { continue }
    diagnostics.add(.deadlineOnDayOff(day, reason.sentence, at: deadline.place))
  }
}

extension Day {
  /// Why nobody works on that day: in a sentence, and the word that tells it to readers.
  fileprivate func offReason(in department: String?) -> (sentence: String, word: String)? {
    if let holiday = holiday(in: department) {
      return ("un jour férié, \(holiday.name)", "férié")
    }
    return weekday == 7 ? ("un dimanche", "dimanche") : nil
  }
}

extension Diagnostic {
  fileprivate static func deadlineOnDayOff(
    _ day: Day, _ reason: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.deadlineOnDayOff, "L’échéance du \(FrenchFormat.date(day)) est \(reason).",
      at: place, severity: .warning,
      expected: "un jour ouvré, ou une « precision » qui prévient les porteurs")
  }
}
