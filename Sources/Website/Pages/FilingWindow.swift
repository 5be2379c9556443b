import Facts

/// When files can be deposited, from the step `depot` of the calendar.
///
/// Nothing here depends on the day of the build: « ouvert » and « fermé » are said by the reader's clock.
struct FilingWindow {
  /// « du 20 juin au 31 juillet 2025 ».
  let text: String
  let opening: Day?
  let closing: Day?

  /// Returns nil when the note gives no date for it.
  init?(facts: Record) {
    let step = facts.records(at: "calendrier").first { $0.text(at: "etape") == "depot" }
    guard let step else { return nil }
    let start = step["du"]?.value
    let end = step["au"]?.value
    if case .day(let opening)? = start, case .day(let closing)? = end {
      text = FrenchFormat.period(from: opening, to: closing)
    } else if let start, let end {
      text = "de \(FilingWindow.words(start)) à \(FilingWindow.words(end))"
    } else if let start {
      text =
        FilingWindow.isDay(start)
        ? "à partir du \(FilingWindow.words(start))" : "à partir de \(FilingWindow.words(start))"
    } else if let end {
      text =
        FilingWindow.isDay(end)
        ? "jusqu’au \(FilingWindow.words(end))" : "jusqu’à \(FilingWindow.words(end))"
    } else if let day = step["le"]?.value {
      text = "le \(FilingWindow.words(day))"
    } else if let month = step["en"]?.value {
      text = "en \(FilingWindow.words(month))"
    } else {
      return nil
    }
    let day = FilingWindow.day(step["le"]?.value)
    opening = FilingWindow.day(start) ?? day
    closing = FilingWindow.day(end) ?? day
  }

  /// What the layouts receive.
  ///
  /// - Parameter zone: the department's time zone, in which the days begin and end.
  func record(zone: String) -> Record {
    Record(values: [
      "texte": .text(text),
      "ouverture": opening.map { .text($0.isoText) },
      "cloture": closing.map { .text($0.isoText) },
      "fuseau": .text(zone),
    ])
  }

  private static func day(_ value: Value?) -> Day? {
    if case .day(let day)? = value { day } else { nil }
  }

  private static func isDay(_ value: Value) -> Bool { day(value) != nil }

  private static func words(_ value: Value) -> String { FrenchFormat.text(of: value) }
}
