import Configuration
import Diagnostics
import Facts

/// Dates that are typed in texts have their own weekday, and are those of the calendar.
@Sendable
func checkDatesInTexts(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let calendar = CalendarDays(text)
  var circulars: [String: Day] = [:]
  for section in text.sections {
    for date in section.dates {
      if let weekday = date.weekday, let right = wrongWeekday(date, weekday, of: text) {
        text.add(.wrongWeekday(date, weekday, right), date, section, &diagnostics)
      } else if let day = date.day(), let name = section.circular(before: date) {
        if let other = circulars.updateValue(day, forKey: name), other != day {
          text.add(.otherDay(of: name, day, than: other), date, section, &diagnostics)
        }
      } else if date.day != nil {
        checkDay(date, calendar, section, text, &diagnostics)
      }
    }
    checkMonths(section, text, &diagnostics)
  }
}

/// The right day of the week, where the text has another one; a date without year is right in any
/// year of the note.
private func wrongWeekday(_ date: WrittenDate, _ weekday: Int, of text: NoteText) -> Day? {
  let start = text.year.start
  let days = [start, start - 1, start + 1].compactMap { date.day(in: $0) }
  return days.contains { $0.weekday == weekday } ? nil : days.first
}

private func checkDay(
  _ date: WrittenDate, _ calendar: CalendarDays, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard !calendar.days.isEmpty else { return }
  let start = text.year.start
  let candidates = [start, start + 1].compactMap { date.day(in: $0) }
  if let day = candidates.first(where: calendar.days.contains) {
    guard section.mayBeLocal,
      let origin = text.origin(of: section.range(of: date.tokens), in: section),
      origin.isLocal, !origin.isValue
    else { return }
    diagnostics.add(.repeatedDate(day, at: origin))
  } else if let last = calendar.filingEnd, candidates.contains(where: { $0.year == last.year }),
    section.sentence(around: date.tokens.lowerBound, has: .filing, in: text.lexicon),
    !section.sentence(around: date.tokens.lowerBound, has: .law, in: text.lexicon)
  {
    text.add(.otherDate(candidates[0], than: last), date, section, &diagnostics)
  }
}

/// « du octobre »: a month has no article.
private func checkMonths(
  _ section: NoteText.Section, _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  for date in section.dates where date.day == nil {
    let particle = date.tokens.lowerBound - 1
    guard section.has(.particle, at: particle, text.lexicon),
      let month = date.year.flatMap({ Month(year: $0, month: date.month) })
    else { continue }
    let written = section.string(section.tokens[particle])
    let word = written.lowercased()
    let right = FrenchFormat.after(word == "au" ? "à" : "de", .month(month))
    // « de septembre » is right.
    if right.hasPrefix(word + " ") { continue }
    let range = section.range(of: particle..<date.tokens.upperBound)
    guard let origin = text.origin(of: range, in: section) else { continue }
    let mended = written == word ? right : FrenchFormat.capitalized(right)
    diagnostics.add(
      Diagnostic(
        CheckCode.monthArticle,
        "« \(word) \(FrenchFormat.month(month)) » n’est pas français.", at: origin.place,
        includedFrom: origin.includedFrom, expected: "« \(right) »",
        correction: text.project.correction(
          of: section.string(range), at: origin.place, with: mended)))
  }
}

extension NoteText.Section {
  /// « C-2021-006 », of which « du 6 avril 2021 » gives the day.
  fileprivate func circular(before date: WrittenDate) -> String? {
    let end = date.tokens.lowerBound - 1
    guard end >= 5, tokens[end].kind == .word, tokens[end - 1].kind == .number,
      tokens[end - 2].isSign("-"), tokens[end - 3].kind == .number, tokens[end - 4].isSign("-"),
      tokens[end - 5].kind == .word, tokens[end - 5].capitals == .all
    else { return nil }
    return string(range(of: end - 5..<end))
  }
}

/// The days of a note’s calendar that are decided.
private struct CalendarDays {
  var days: Set<Day> = []
  /// The last day to file.
  var filingEnd: Day?

  init(_ text: NoteText) {
    typealias Step = NoteSchema.Step
    for step in text.facts.records(NoteSchema.calendar) {
      days.formUnion(Step.dates.compactMap { step.day($0) })
      if step.text(Step.code) == Step.filingCode {
        let ends = [Step.end, Step.day].compactMap { step.day($0) }
        filingEnd = ([filingEnd] + ends).compactMap(\.self).max()
      }
    }
  }
}

extension NoteText {
  fileprivate func add(
    _ diagnostic: Diagnostic, _ date: WrittenDate, _ section: Section,
    _ diagnostics: inout DiagnosticList
  ) {
    guard let origin = origin(of: section.range(of: date.tokens), in: section) else { return }
    var diagnostic = diagnostic
    diagnostic.place = origin.place
    diagnostic.includedFrom = origin.includedFrom
    diagnostics.add(diagnostic)
  }
}

extension Diagnostic {
  fileprivate static func wrongWeekday(
    _ date: WrittenDate, _ weekday: Int, _ right: Day
  ) -> Diagnostic {
    let names = FrenchFormat.weekdayNames
    return Diagnostic(
      CheckCode.wrongWeekday,
      "Le \(FrenchFormat.date(right)) est un \(names[right.weekday - 1]), pas un "
        + "\(names[weekday - 1]).",
      at: nil, expected: "« \(names[right.weekday - 1]) », ou une autre date")
  }

  fileprivate static func otherDay(
    of circular: String, _ day: Day, than other: Day
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.divergentFact,
      "La circulaire \(circular) est datée du \(FrenchFormat.date(day)) ici, et du "
        + "\(FrenchFormat.date(other)) plus haut.", at: nil, severity: .warning,
      expected: "une seule date")
  }

  fileprivate static func repeatedDate(_ day: Day, at origin: NoteText.Origin) -> Diagnostic {
    Diagnostic(
      CheckCode.repeatedFact,
      "Le texte recopie une date du calendrier, \(FrenchFormat.date(day)) : si elle change, il sera "
        + "faux.", at: origin.place, severity: .warning,
      includedFrom: origin.includedFrom, expected: "un renvoi, « [le calendrier](#calendrier) »")
  }

  fileprivate static func otherDate(_ day: Day, than last: Day) -> Diagnostic {
    Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne le \(FrenchFormat.date(day)) pour le dépôt, qui finit le "
        + "\(FrenchFormat.date(last)) d’après le calendrier.", at: nil, severity: .warning,
      expected: "une date du calendrier")
  }
}
