import Configuration
import Facts

/// When files can be deposited, from the step `depot` of the calendar.
///
/// Nothing here depends on the day of the build: « ouvert » and « fermé » are said by the reader's clock.
struct FilingWindow {
  /// « du 20 juin au 31 juillet 2025 »; « dates à confirmer (l’an dernier : du 20 juin au 31 juillet
  /// 2025) » while a date is not known.
  let text: String
  /// Whether a date is not known yet.
  let isPending: Bool
  /// Only a date that is decided.
  let opening: Day?
  let closing: Day?
  /// The department's time zone, in which the days begin and end.
  let zone: String

  /// Returns nil when the note gives no date for it.
  init?(facts: Record) {
    typealias Step = NoteSchema.Step
    let step = facts.records(NoteSchema.calendar).first { $0.text(Step.code) == Step.filingCode }
    guard let step else { return nil }
    let dates = [Step.start, Step.end, Step.day, Step.month].map { step.value($0) }
    let known = dates.map { $0?.isKnown == true ? $0 : nil }
    guard dates.contains(where: { $0 != nil }) else { return nil }
    isPending = dates != known
    text =
      if !isPending {
        FilingWindow.words(from: known[0], to: known[1], on: known[2] ?? known[3])
      } else if known[0] != nil || known[1] != nil {
        FilingWindow.words(from: known[0], to: known[1], on: nil) + ", "
          + (known[0] == nil ? "ouverture " : "clôture ")
          + (dates[known[0] == nil ? 0 : 1].map { FrenchFormat.text(of: $0) } ?? "")
      } else {
        FilingWindow.wait(dates)
      }
    opening = step.day(Step.start) ?? step.day(Step.day)
    closing = step.day(Step.end) ?? step.day(Step.day)
    zone = facts.timeZone
  }

  static let form = Form<FilingWindow>(
    "la période de dépôt",
    [
      .text("texte") { $0.text },
      .flag("en_attente") { $0.isPending },
      .optionalText("ouverture") { $0.opening?.isoText },
      .optionalText("cloture") { $0.closing?.isoText },
      .text("fuseau") { $0.zone },
    ])

  // MARK: - Dates that are known

  /// - Parameter single: a day or a month, when there is no period.
  private static func words(from start: Value?, to end: Value?, on single: Value?) -> String {
    switch (start, end, single) {
    case (.day(let start)?, .day(let end)?, _): FrenchFormat.period(from: start, to: end)
    case (let start?, let end?, _): after("de", start) + " " + after("à", end)
    case (let start?, nil, _): "à partir " + after("de", start)
    case (nil, let end?, _): after("jusqu’à", end)
    case (nil, nil, .month(let month)?): "en " + FrenchFormat.month(month)
    case (nil, nil, let single?): "le " + FrenchFormat.text(of: single)
    case (nil, nil, nil): ""
    }
  }

  /// « du 20 juin 2025 », « d’octobre 2025 », « jusqu’au 31 juillet 2025 », « jusqu’à juin 2025 ».
  private static func after(_ word: String, _ date: Value) -> String {
    let text = FrenchFormat.text(of: date)
    guard case .month = date else {
      return (word == "de" ? "du " : String(word.dropLast()) + "au ") + text
    }
    return word == "de" && ["a", "o"].contains(text.first) ? "d’" + text : "\(word) \(text)"
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
