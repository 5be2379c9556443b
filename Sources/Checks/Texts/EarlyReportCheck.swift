import Configuration
import Diagnostics
import Facts

/// A report is due once the year that it is about has ended, on 31 August, unless the note says so.
///
/// **Source**: C-2026-069, section 2.1.
@Sendable
func checkEarlyReports(_ text: NoteText, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  guard let yearEnd = Day(year: text.year.start, month: 8, day: 31) else { return }
  for step in text.facts.records(NoteSchema.calendar)
  where step.text(Step.code) == Step.reportCode {
    guard let deadline = step[Step.end] ?? step[Step.day], let day = deadline.value.proposedDay,
      day.year == yearEnd.year, day < yearEnd, !text.speaksOfYearEnd
    else { continue }
    diagnostics.add(.earlyReport(due: day, before: yearEnd, at: deadline.place))
  }
}

extension NoteText {
  /// Whether the department's own words speak of 31 August.
  fileprivate var speaksOfYearEnd: Bool {
    sections.contains { section in
      section.dates.contains {
        $0.day == 31 && $0.month == 8
          && origin(of: section.range(of: $0.tokens), in: section)?.isLocal == true
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func earlyReport(
    due day: Day, before yearEnd: Day, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.earlyReport,
      "Le bilan est à rendre le \(FrenchFormat.date(day)), avant la fin de l’année dont il rend "
        + "compte, le \(FrenchFormat.date(yearEnd)).",
      at: place, severity: .warning,
      expected: "une date à partir de septembre, ou une « precision » qui parle du 31 août")
  }
}
