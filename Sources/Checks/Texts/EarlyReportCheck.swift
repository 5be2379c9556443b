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
  // In winter, a report is that of the year before, late; in summer, that of this year.
  func endBehind(_ day: Day) -> Day? {
    let end = day.year == yearEnd.year ? yearEnd : day.month >= 5 ? text.yearEnd : nil
    return end.flatMap { $0.year == day.year && day < $0 ? $0 : nil }
  }
  var told: Set<Day> = []
  for step in text.facts.records(NoteSchema.calendar)
  where step.text(Step.code) == Step.reportCode {
    guard let deadline = step[Step.end] ?? step[Step.day] ?? step[Step.month],
      let day = deadline.value.proposedDay ?? deadline.value.known?.lastDay,
      let end = endBehind(day), !text.speaksOfYearEnd
    else { continue }
    told.insert(day)
    diagnostics.add(.earlyReport(due: day, before: end, at: deadline.place))
  }
  for section in text.sections {
    checkEarlyReports(section, text, &diagnostics) { told.contains($0) ? nil : endBehind($0) }
  }
}

/// « Le bilan de l’année 2025-2026 est à rendre avant le 30 juin 2026 », « avant fin juin 2026 ».
///
/// - Parameter usualEnd: Where a sentence names no year, the end of the one that a report is about which
///   is due on a day; nil when the day is not before it, or was told.
private func checkEarlyReports(
  _ section: NoteText.Section, _ text: NoteText, _ diagnostics: inout DiagnosticList,
  _ usualEnd: (Day) -> Day?
) {
  for date in section.dates {
    let index = date.tokens.lowerBound
    guard let day = date.lastDay, section.words(4, before: index, have: .due, in: text.lexicon),
      section.sentence(around: index, has: .report, in: text.lexicon),
      !section.sentence(around: index, has: [.over, .interim], in: text.lexicon),
      let end = section.reportedYearEnd(around: index) ?? usualEnd(day), day < end,
      !text.speaksOfYearEnd,
      let origin = text.origin(of: section.range(of: date.tokens), in: section), origin.isLocal
    else { continue }
    var diagnostic = Diagnostic.earlyReport(due: day, before: end, at: origin.place)
    diagnostic.includedFrom = origin.includedFrom
    diagnostics.add(diagnostic)
  }
}

extension NoteText.Section {
  /// The end of the school year that a sentence names.
  func reportedYearEnd(around index: Int) -> Day? {
    let numbers = Numbers(tokens, text)
    for token in sentence(around: index) {
      guard let first = numbers[token], WrittenDate.years.contains(first),
        numbers[token + 2] == first + 1
      else { continue }
      return Day(year: first + 1, month: 8, day: 31)
    }
    return nil
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
