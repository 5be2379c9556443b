import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// Nobody is sent to a platform that has closed by then.
@Sendable
func checkPlatforms(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  for situation in note.facts.records(NoteSchema.situations) {
    guard let fact = situation[NoteSchema.Situation.platform],
      let platform = fact.value.record, let closing = platform.closingDay, closing <= note.yearEnd
    else { continue }
    diagnostics.add(
      .closedPlatform(
        platform, of: note, isOver: closing < note.filingEnd, at: fact.place))
  }
}

extension Note {
  /// 31 August.
  var yearEnd: Day { day(year.start + 1, 8, 31) }

  /// The last day on which files are deposited; when it is not known, the end of July.
  fileprivate var filingEnd: Day {
    typealias Step = NoteSchema.Step
    let ends = facts.records(NoteSchema.calendar)
      .filter { $0.text(Step.code) == Step.filingCode }
      .compactMap { ($0[Step.end] ?? $0[Step.day] ?? $0[Step.month])?.value.known?.lastDay }
    return ends.max() ?? day(year.start, 7, 31)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
      preconditionFailure("school years are within the calendar")
    }
    return day
  }
}

extension Diagnostic {
  /// - Parameter isOver: whether nobody can file there at all.
  fileprivate static func closedPlatform(
    _ platform: Record, of note: Note, isOver: Bool, at place: Place?
  ) -> Diagnostic {
    let name = platform.text(NoteSchema.Platform.name) ?? ""
    let end = isOver ? "du dépôt" : "de l’année scolaire \(note.year.text)"
    return Diagnostic(
      CheckCode.closedPlatform,
      "La plateforme \(name) ferme \(platform.closingWords ?? ""), avant la fin \(end).",
      at: place, severity: .warning,
      expected: "la plateforme ou la démarche qui la remplace")
  }
}
