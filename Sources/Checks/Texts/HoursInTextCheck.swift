import Diagnostics

/// « 24h61 », « le 31 juillet 2025 à 25 h »: what o'clock it is has bounds; how long something lasts
/// has none, « 35 h par semaine ».
@Sendable
func checkHoursInTexts(_ text: NoteText, diagnostics: inout DiagnosticList) {
  for section in text.sections {
    let ends = Set(section.dates.map(\.tokens.upperBound))
    let numbers = Numbers(section.tokens, section.text)
    for index in section.tokens.indices where section.tokens[index].kind == .number {
      guard let hour = section.hour(at: index, numbers) else { continue }
      // « de 10 h à 35 h par semaine » is no time of the day.
      let isTime =
        ends.contains(section.beforeHour(index))
        || hour.hasMinutes && index > 0 && section.string(section.tokens[index - 1]) == "à"
          && !section.isPerTime(hour.end)
      guard hour.minutes > 59 || isTime && (hour.hours, hour.minutes) > (24, 0) else {
        continue
      }
      let range = section.range(of: index..<hour.end)
      guard let origin = text.origin(of: range, in: section) else { continue }
      diagnostics.add(
        Diagnostic(
          CheckCode.impossibleDate, "« \(section.onOneLine(range)) » n’existe pas.",
          at: origin.place, includedFrom: origin.includedFrom,
          expected: "une heure de 0 à 24, et des minutes de 0 à 59"))
    }
  }
}

extension NoteText.Section {
  /// The token behind what stands before an hour: « le 31 juillet », « le 31 juillet, à ».
  fileprivate func beforeHour(_ index: Int) -> Int {
    var end = index
    if end > 0, tokens[end - 1].kind == .word, string(tokens[end - 1]) == "à" { end -= 1 }
    if end > 0, tokens[end - 1].isSign(",") { end -= 1 }
    return end
  }

  /// « 17h », « 17h30 », « 17 h 30 »; `end` is the token behind it.
  fileprivate func hour(
    at index: Int, _ numbers: Numbers
  ) -> (hours: Int, minutes: Int, hasMinutes: Bool, end: Int)? {
    guard let hours = numbers[index], index + 1 < tokens.count, tokens[index + 1].kind == .word,
      tokens[index + 1].range.count <= 3
    else { return nil }
    let word = string(tokens[index + 1]).lowercased()
    guard word.hasPrefix("h") else { return nil }
    let digits = word.dropFirst()
    if digits.count == 2, let minutes = Int(digits) { return (hours, minutes, true, index + 2) }
    guard digits.isEmpty else { return nil }
    // « 1 h 80 enfants » counts children.
    if let minutes = numbers[index + 2], tokens[index + 2].range.count == 2,
      index + 3 >= tokens.count || tokens[index + 3].kind != .word
    {
      return (hours, minutes, true, index + 3)
    }
    return (hours, 0, false, index + 2)
  }

  /// Whether « par semaine » follows.
  fileprivate func isPerTime(_ index: Int) -> Bool {
    tokens.indices.contains(index) && string(tokens[index]).lowercased() == "par"
  }
}
