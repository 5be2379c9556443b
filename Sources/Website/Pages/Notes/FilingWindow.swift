import Configuration
import Diagnostics
import Facts
import Markdown

/// When files can be deposited, from one step `depot` of the calendar; when any other step is, too.
///
/// Nothing here depends on the day of the build: « ouvert » and « fermé » are said by the reader's clock.
struct FilingWindow: Codable, Equatable {
  /// A situation that it concerns.
  struct Situation: Codable, Equatable {
    let code: String?
    let title: String?
  }

  /// « du 20 juin au 31 juillet 2025 »; « dates à confirmer (l’an dernier : du 20 juin au 31 juillet
  /// 2025) » while a date is not known.
  let text: String
  /// Whether a date is not known yet.
  let isPending: Bool
  /// Only a date that is decided.
  let opening: Day?
  let closing: Day?
  /// The time until which files are taken on the last day, in minutes.
  let closingTime: Int?
  /// « première session ».
  let name: String?
  /// The situations that it concerns; empty for all.
  let situations: [Situation]
  let committee: String?
  let precision: String?
  /// The department's time zone, in which the days begin and end.
  let zone: String
  /// Where the step was written.
  let place: Place?

  /// The windows of a note that have a date, in the order of its calendar.
  static func all(in facts: Record) -> [FilingWindow] {
    facts.list(NoteSchema.calendar).compactMap { fact in
      guard let step = fact.value.record,
        step.text(NoteSchema.Step.code) == NoteSchema.Step.filingCode
      else { return nil }
      return FilingWindow(step, zone: facts.timeZone, at: fact.place)
    }
  }

  /// Returns nil when the step has no date.
  init?(_ step: Record, zone: String, at place: Place?) {
    typealias Step = NoteSchema.Step
    let dates = [Step.start, Step.end, Step.day, Step.month].map { step.value($0) }
    let known = dates.map { $0?.isKnown == true ? $0 : nil }
    guard dates.contains(where: { $0 != nil }) else { return nil }
    isPending = dates != known
    opening = step.day(Step.start) ?? step.day(Step.day)
    closing = step.day(Step.end) ?? step.day(Step.day)
    closingTime =
      if case .time(let minutes)? = step.value(Step.closingTime), closing != nil {
        minutes
      } else { nil }
    let until = closingTime.map { " à " + FrenchFormat.time($0) } ?? ""
    text =
      if !isPending {
        FilingWindow.words(from: known[0], to: known[1], on: known[2] ?? known[3]) + until
      } else if known[0] != nil || known[1] != nil {
        FilingWindow.words(from: known[0], to: known[1], on: nil) + until + ", "
          + (known[0] == nil ? "ouverture " : "clôture ")
          + (dates[known[0] == nil ? 0 : 1].map { FrenchFormat.text(of: $0) } ?? "")
      } else {
        FilingWindow.wait(dates)
      }
    name = step.typographicText(Step.window)
    situations = step.records(Step.situations).map {
      Situation(code: $0.code, title: $0.typographicText(NoteSchema.Situation.title))
    }
    committee = step.words(Step.committee)
    precision = step.typographicText(Step.precision)
    self.zone = zone
    self.place = place
  }

  static let form = Form<FilingWindow>(
    "une période de dépôt",
    [
      .text("texte", at: { $0.place }) { $0.text },
      .flag("en_attente") { $0.isPending },
      .optionalText("ouverture") { $0.opening?.isoText },
      .optionalText("cloture") { $0.closingText },
      .text("fuseau") { $0.zone },
      .optionalText("nom", at: { $0.place }) { $0.name },
      .texts("situations", at: { $0.place }) { $0.situationTitles },
      .optionalText("comite", at: { $0.place }) { $0.committee },
      .optionalText("precision", at: { $0.place }) { $0.precision },
    ])

  /// What tells it from others: its name, else the situations that it concerns.
  var title: String? {
    name ?? (situations.isEmpty ? nil : FrenchFormat.list(situationTitles))
  }

  var situationTitles: [String] { situations.compactMap(\.title) }

  /// Whether it concerns a situation.
  func concerns(_ situation: Record) -> Bool {
    situations.isEmpty || situations.contains { $0.code == situation.code }
  }

  /// « 2025-07-31 », « 2025-07-31T12:00 ».
  var closingText: String? {
    closing.map { day in
      day.isoText
        + (closingTime.map { time in
          "T"
            + [time / 60, time % 60].map { $0 < 10 ? "0\($0)" : String($0) }
            .joined(separator: ":")
        } ?? "")
    }
  }

  // MARK: - Dates that are known

  /// - Parameter single: a day or a month, when there is no period.
  private static func words(from start: Value?, to end: Value?, on single: Value?) -> String {
    switch (start, end, single) {
    case (.day(let start)?, .day(let end)?, _): FrenchFormat.period(from: start, to: end)
    case (let start?, let end?, _):
      FrenchFormat.after("de", start) + " " + FrenchFormat.after("à", end)
    case (let start?, nil, _): "à partir " + FrenchFormat.after("de", start)
    case (nil, let end?, _): FrenchFormat.after("jusqu’à", end)
    case (nil, nil, .month(let month)?): "en " + FrenchFormat.month(month)
    case (nil, nil, .day(let day)?): "le " + FrenchFormat.date(day)
    case (nil, nil, let single?): FrenchFormat.text(of: single)
    case (nil, nil, nil): ""
    }
  }

  // MARK: - Dates that are not

  /// None of the dates is known: « dates à confirmer (l’an dernier : du 20 juin au 31 juillet 2025) ».
  ///
  /// - Parameter dates: those of `du`, `au`, `le` and `en`.
  private static func wait(_ dates: [Value?]) -> String {
    let waiting = dates.compactMap { $0 }
    let noun = dates[2] == nil ? "dates " : "date "
    let lasts = dates.map { $0.flatMap(\.last) }
    guard waiting.allSatisfy(\.isProposal) else {
      // Said once when both ends wait for the same thing.
      let words = waiting.map { FrenchFormat.text(of: $0) }
      return words.count == 2 && words[0] != words[1]
        ? "ouverture \(words[0]), clôture \(words[1])" : noun + words[0]
    }
    guard let last = lasts.compactMap({ $0 }).first else { return noun + "à confirmer" }
    return noun
      + FrenchFormat.toBeConfirmed(
        last.when,
        words(from: lasts[0]?.value, to: lasts[1]?.value, on: (lasts[2] ?? lasts[3])?.value))
  }
}

extension Value {
  fileprivate var isProposal: Bool {
    if case .pending(.toBeConfirmed) = self { true } else { false }
  }

  fileprivate var last: LastValue? {
    if case .pending(.toBeConfirmed(_, let last)) = self { last } else { nil }
  }
}

/// When files can be deposited, over the whole year: one window, or several.
struct FilingPeriod: Codable, Equatable {
  /// Never empty.
  let windows: [FilingWindow]
  /// Where it was written: the step, or the calendar when there are several.
  let place: Place?

  /// Returns nil when the note gives no date for it.
  init?(facts: Record) {
    windows = FilingWindow.all(in: facts)
    if windows.isEmpty { return nil }
    place = windows.count == 1 ? windows[0].place : facts[NoteSchema.calendar]?.place
  }

  static let form = Form<FilingPeriod>(
    "la période de dépôt",
    [
      .text("texte", at: { $0.place }) { $0.text },
      .flag("en_attente") { $0.windows.contains(where: \.isPending) },
      .optionalText("ouverture") { $0.single?.opening?.isoText },
      .optionalText("cloture") { $0.single?.closingText },
      .text("fuseau") { $0.windows[0].zone },
      .flag("plusieurs") { $0.single == nil },
      .flag("datee") { $0.isDated },
      .optionalText("intervalles") { $0.intervals },
      .records("fenetres", FilingWindow.form) { $0.single == nil ? $0.windows : [] },
    ])

  /// Whether the reader's clock can tell its state.
  var isDated: Bool { windows.contains { $0.opening != nil || $0.closing != nil } }

  /// The only window; nil when there are several.
  var single: FilingWindow? { windows.count == 1 ? windows[0] : nil }

  /// « première session, jusqu’au 1er février 2025 ; deuxième session, jusqu’au 1er mai 2025 ».
  var text: String {
    if let single { return single.text }
    return windows.map { window in
      [window.title, window.text].compactMap(\.self).joined(separator: ", ")
    }.joined(separator: "\u{202F}; ")
  }

  var fact: Fact { Fact(.text(text), place: place) }

  /// Several windows as ISO 8601 intervals, for the reader's clock: « ../2025-02-01
  /// 2025-03-01/2025-05-01T12:00 ». What is not known is left open.
  private var intervals: String? {
    if single != nil { return nil }
    return windows.map { "\($0.opening?.isoText ?? "..")/\($0.closingText ?? "..")" }
      .joined(separator: " ")
  }

  /// When one can file in a situation: empty unless the windows differ from situation to situation.
  func dates(for situation: Record) -> [Fact] {
    if windows.allSatisfy(\.situations.isEmpty) { return [] }
    return windows.filter { $0.concerns(situation) }.map { Fact(.text($0.text), place: $0.place) }
  }
}
