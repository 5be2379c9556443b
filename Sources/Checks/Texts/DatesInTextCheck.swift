import Configuration
public import Diagnostics
import Facts
public import Notes
import Publication

extension Checks {
  /// What is wrong for certain with the dates of a sentence that pages print with a note, and that no file
  /// of the sources holds: a day that does not exist, or has another name.
  public static func dateFaults(in sentence: String, of note: Note) -> [Diagnostic] {
    let lexicon = Lexicon(acronyms: [], platforms: [])
    let tokens = TokenScanner.tokens(of: sentence, lexicon)
    // It may speak of what is over.
    let years = [0, 1, -1].map { note.year.start + $0 }
    return WrittenDate.all(in: tokens, of: sentence, lexicon).compactMap { $0.fault(in: years) }
  }
}

extension WrittenDate {
  /// Whether its day does not exist, or has another name.
  ///
  /// - Parameter years: those in which a date without year may be, the likeliest first.
  fileprivate func fault(in years: [Int]) -> Diagnostic? {
    if let day, day > longestMonth { return .impossible(self) }
    guard let weekday else { return nil }
    let days = years.compactMap { self.day(in: $0) }
    if days.contains(where: { $0.weekday == weekday }) { return nil }
    return days.first.map { .wrongWeekday($0, weekday) }
  }
}

/// Dates that are typed in texts have their own weekday, and are those of the calendar.
@Sendable
func checkDatesInTexts(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let calendar = CalendarDays(text)
  var circulars: [String: Day] = [:]
  for section in text.sections {
    for date in section.dates {
      if let fault = date.fault(in: text.years(around: date, in: section)) {
        text.add(fault, date, section, &diagnostics)
      } else if let day = date.day(), let name = section.circular(before: date) {
        if let other = circulars.updateValue(day, forKey: name), other != day {
          text.add(.otherDay(of: name, day, than: other), date, section, &diagnostics)
        }
      } else if checkMeeting(date, calendar, section, text, &diagnostics) {
        continue
      } else if date.day != nil {
        checkDay(date, calendar, section, text, &diagnostics)
      }
    }
    checkMonths(section, text, &diagnostics)
    checkBareMonths(calendar, section, text, &diagnostics)
  }
}

extension NoteText {
  /// The years of a date that names none: both of the note, and the one before where the sentence speaks of
  /// what is over.
  fileprivate func years(around date: WrittenDate, in section: Section) -> [Int] {
    let isPast = section.sentence(around: date.tokens.lowerBound, has: .past, in: lexicon)
    return [year.start, year.start + 1] + (isPast ? [year.start - 1] : [])
  }
}

/// Whether a date, or a month, is that of a meeting of the committee that the calendar has at another
/// time.
private func checkMeeting(
  _ date: WrittenDate, _ calendar: CalendarDays, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) -> Bool {
  let index = date.tokens.lowerBound
  guard !calendar.meetings.isEmpty,
    section.words(12, before: index, have: .meeting, in: text.lexicon),
    section.words(12, before: index, have: [.committee, .commission], in: text.lexicon),
    !section.sentence(around: index, has: [.law, .past], in: text.lexicon)
  else { return false }
  let start = text.year.start
  let isRight = [start, start + 1].contains { year in
    guard let month = Month(year: date.year ?? year, month: date.month),
      let first = date.day(in: year) ?? Day(year: month.year, month: month.month, day: 1),
      let last = date.day(in: year)
        ?? Day(year: month.year, month: month.month, day: month.length)
    else { return false }
    return calendar.meetings.contains { $0.overlaps(first...last) }
  }
  guard !isRight,
    let origin = text.origin(of: section.range(of: date.tokens), in: section), origin.isLocal,
    !origin.isValue
  else { return false }
  diagnostics.add(
    Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne une date pour la réunion du comité, qui n’est pas celle du calendrier.",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "la date du calendrier, ou un renvoi, « [le calendrier](#calendrier) »"))
  return true
}

private func checkDay(
  _ date: WrittenDate, _ calendar: CalendarDays, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard !calendar.days.isEmpty else { return }
  let start = text.year.start
  let candidates = [start, start + 1].compactMap { date.day(in: $0) }
  let index = date.tokens.lowerBound
  // « ouvert jusqu’au 30 juin » is an end.
  let isOpening =
    section.words(5, before: index, have: .opening, in: text.lexicon)
    && !section.words(3, before: index, have: .maximum, in: text.lexicon)
  if let step = calendar.step(of: date, section, text.lexicon),
    !candidates.contains(where: step.days.contains)
  {
    text.add(
      .otherDate(
        candidates.first { $0.year == step.last.year } ?? candidates[0], than: step,
        isOpening: isOpening),
      date, section, &diagnostics)
  } else if let day = candidates.first(where: calendar.days.contains) {
    // The first day of a school year, or of any step, has other uses than to open it.
    guard section.mayBeLocal,
      !calendar.openings.contains(day)
        || section.sentence(
          around: date.tokens.lowerBound, has: [.filing, .opening, .report], in: text.lexicon),
      let origin = text.origin(of: section.range(of: date.tokens), in: section),
      origin.isLocal, !origin.isValue
    else { return }
    diagnostics.add(.repeatedDate(day, at: origin))
  } else if let day = date.day(), day.year >= start,
    let right = calendar.filing.first(where: { day.isSlip(of: $0) }),
    section.sentence(
      around: date.tokens.lowerBound, has: [.filing, .due, .latest], in: text.lexicon),
    !section.sentence(
      around: date.tokens.lowerBound, has: [.law, .past, .lasting, .report], in: text.lexicon)
  {
    // « avant le 11 juillet 2026 », where the calendar has the same day of 2025.
    text.add(.otherYear(day, than: right), date, section, &diagnostics)
  } else if let last = isOpening ? calendar.filingStart : calendar.filingEnd,
    candidates.contains(where: { $0.year == last.year }),
    section.sentence(around: index, has: .filing, in: text.lexicon)
      || section.sentence(around: index, has: .latest, in: text.lexicon)
        && section.sentence(around: index, has: .filed, in: text.lexicon),
    !section.sentence(around: index, has: .law, in: text.lexicon)
  {
    text.add(
      .otherDate(
        candidates[0], than: isOpening ? [last] : calendar.filingEnds.sorted(),
        isOpening: isOpening), date, section, &diagnostics)
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
      .monthArticle("\(word) \(FrenchFormat.month(month))", right, at: origin).corrected(
        by: text.project.correction(of: section.string(range), at: origin.place, with: mended)))
  }
}

/// « du octobre », « au avril », « la réunion de septembre », without a year.
private func checkBareMonths(
  _ calendar: CalendarDays, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let numbers = Numbers(section.tokens, section.text)
  for index in section.tokens.indices.dropFirst() {
    let token = section.tokens[index]
    guard token.kind == .word, token.capitals == .none, let month = text.lexicon[token].month,
      numbers[index + 1].map({ WrittenDate.years.contains($0) }) != true
    else { continue }
    if section.tokens[index - 1].kind == .word {
      let date = WrittenDate(month: month, tokens: index..<index + 1)
      // Of the several months of one sentence, one is enough.
      if section.namesMeeting(around: index, calendar, text) { continue }
      if checkMeeting(date, calendar, section, text, &diagnostics) { continue }
    }
    guard section.has(.particle, at: index - 1, text.lexicon) else { continue }
    let written = section.string(section.tokens[index - 1])
    let word = written.lowercased()
    let name = FrenchFormat.monthNames[month - 1]
    let beginsWithVowel = "aoé".contains(name.prefix(1))
    let right: String
    switch word {
    case "au": right = "à " + name
    case "du", "de": right = beginsWithVowel ? "d’" + name : "de " + name
    default: continue
    }
    if right.hasPrefix(word + " ") { continue }
    let range = section.range(of: index - 1..<index + 1)
    guard let origin = text.origin(of: range, in: section) else { continue }
    let mended = written == word ? right : FrenchFormat.capitalized(right)
    diagnostics.add(
      .monthArticle("\(word) \(name)", right, at: origin).corrected(
        by: text.project.correction(of: section.string(range), at: origin.place, with: mended)))
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

extension Day {
  /// Whether it is another day but for its year.
  fileprivate func isSlip(of other: Day) -> Bool {
    year != other.year && month == other.month && day == other.day
  }
}

extension NoteText.Section {
  /// Whether a sentence names the month of a meeting, among several.
  fileprivate func namesMeeting(
    around index: Int, _ calendar: CalendarDays, _ text: NoteText
  ) -> Bool {
    let months = sentence(around: index).compactMap { text.lexicon[tokens[$0]].month }
    return months.count > 1
      && calendar.meetings.contains { meeting in
        months.contains { $0 == meeting.lowerBound.month || $0 == meeting.upperBound.month }
      }
  }
}

/// A step of which a sentence gives the date.
private struct NamedStep {
  /// As a sentence says it: « le dépôt », « le bilan ».
  var name: String
  var first: Day
  var last: Day
  var days: Set<Day>

  /// Nil while nothing of it is decided.
  init?(_ name: String, _ step: Record) {
    typealias Step = NoteSchema.Step
    let known = [Step.start, Step.day, Step.end].compactMap { step.day($0) }
    guard let first = known.min(), let last = known.max() else { return nil }
    self.name = name
    self.first = first
    self.last = last
    days = Set(Step.dates.compactMap { step.day($0) })
  }
}

/// The days of a note’s calendar that are decided.
private struct CalendarDays {
  /// The windows to file, with their names in lower case; the reports; the meetings that present the campaign.
  var windows: [(words: String, step: NamedStep)] = []
  var reports: [NamedStep] = []
  var presentations: [NamedStep] = []
  var days: Set<Day> = []
  /// The days with which steps begin.
  var openings: Set<Day> = []
  /// The first and last days to file.
  var filing: Set<Day> = []
  /// The last day to file, in each window.
  var filingEnds: Set<Day> = []
  var filingEnd: Day? { filingEnds.max() }
  /// The first one.
  var filingStart: Day?
  /// The days of the committee’s meetings; those of the whole month where only it is known.
  var meetings: [ClosedRange<Day>] = []

  init(_ text: NoteText) {
    typealias Step = NoteSchema.Step
    for step in text.facts.records(NoteSchema.calendar) {
      days.formUnion(Step.dates.compactMap { step.day($0) })
      if let first = step.day(Step.start) { openings.insert(first) }
      if step.text(Step.code) == Step.filingCode {
        let ends = [Step.end, Step.day].compactMap { step.day($0) }
        filingEnds.formUnion(ends)
        let starts = [Step.start, Step.day].compactMap { step.day($0) }
        filingStart = ([filingStart] + starts).compactMap(\.self).min()
        filing.formUnion(ends + starts)
      }
      switch step.text(Step.code) {
      case Step.filingCode:
        if let name = step.text(Step.window), let named = NamedStep(name, step) {
          windows.append((name.lowercased(), named))
        }
      case Step.reportCode:
        if let named = NamedStep("le bilan", step) { reports.append(named) }
      case Step.presentationCode:
        if let named = NamedStep("la présentation", step) { presentations.append(named) }
      default: break
      }
      let isMeeting = step.text(Step.code)?.hasPrefix("comite") == true
      for path in isMeeting ? Step.dates : [Step.committee] {
        guard let value = step.value(path)?.known, let first = value.firstDay,
          let last = value.lastDay, first <= last
        else { continue }
        meetings.append(first...last)
      }
    }
  }
}

extension CalendarDays {
  /// The one step whose date a sentence gives for sure: that of the report, of the presentation, or of a
  /// window that it names; nil for any other.
  func step(
    of date: WrittenDate, _ section: NoteText.Section, _ lexicon: Lexicon
  ) -> NamedStep? {
    let index = date.tokens.lowerBound
    let sentence = section.sentence(around: index)
    func has(_ topics: Lexicon.Topics) -> Bool {
      section.sentence(around: index, has: topics, in: lexicon)
    }
    guard !has([.law, .over, .interim]),
      section.dates.count(where: { sentence.contains($0.tokens.lowerBound) }) == 1
    else { return nil }
    if has(.report), !has(.lasting) {
      let isDue = section.words(5, before: index, have: [.due, .latest], in: lexicon)
      guard reports.count == 1, isDue, !has(.filed),
        section.reportedYearEnd(around: index) == nil
      else { return nil }
      return reports[0]
    }
    if has(.presentation), has(.meeting) {
      return presentations.count == 1 ? presentations[0] : nil
    }
    guard windows.count > 1, has([.filing, .opening, .closing, .ending]) else { return nil }
    let words = section.string(section.range(of: sentence)).lowercased()
    let named = windows.filter { words.contains($0.words) }
    return named.count == 1 ? named[0].step : nil
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
  fileprivate static func monthArticle(
    _ found: String, _ right: String, at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.monthArticle, "« \(found) » n’est pas français.", at: origin.place,
      includedFrom: origin.includedFrom, expected: "« \(right) »")
  }

  fileprivate static func impossible(_ date: WrittenDate) -> Diagnostic {
    let name = FrenchFormat.monthNames[date.month - 1]
    return Diagnostic(
      CheckCode.impossibleDate,
      "« \(date.day ?? 0) \(name)\(date.year.map { " \($0)" } ?? "") » n’existe pas.", at: nil,
      expected: "un jour de 1 à \(date.longestMonth)")
  }

  fileprivate static func wrongWeekday(_ right: Day, _ weekday: Int) -> Diagnostic {
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

  fileprivate static func otherYear(_ day: Day, than other: Day) -> Diagnostic {
    Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne le \(FrenchFormat.date(day)) ; le calendrier donne le même jour de "
        + "\(other.year).", at: nil, severity: .warning,
      expected: "« \(FrenchFormat.date(other)) », ou une autre date")
  }

  fileprivate static func otherDate(
    _ day: Day, than step: NamedStep, isOpening: Bool
  ) -> Diagnostic {
    let right = isOpening ? step.first : step.last
    return Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne le \(FrenchFormat.date(day)) pour « \(step.name) » ; le calendrier donne le "
        + "\(FrenchFormat.date(right)).", at: nil, severity: .warning,
      expected: "« \(FrenchFormat.date(right)) », ou une autre date")
  }

  fileprivate static func otherDate(
    _ day: Day, than others: [Day], isOpening: Bool
  ) -> Diagnostic {
    let days = others.map { "le " + FrenchFormat.date($0) }.joined(separator: " ou ")
    return Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne le \(FrenchFormat.date(day)) pour le dépôt, qui "
        + "\(isOpening ? "commence" : "finit") \(days) d’après le calendrier.",
      at: nil, severity: .warning,
      expected: "une date du calendrier")
  }
}
