package import Facts

/// Hours of a day and durations.
package enum TimeReading {
  static func hours(_ text: String) throws(Refusal) -> Value {
    let expected = "deux heures comme 10:00-11:00 ou 10 h - 11 h 30"
    var words = Words(text)
    _ = words.take("de ")
    guard let start = time(&words), ["-", "–", "à "].contains(where: { words.take($0) }),
      let end = time(&words), words.isAtEnd
    else {
      throw Refusal(.invalidHours, "ne donne pas deux heures", expected: expected)
    }
    if let hours = Hours(start: start, end: end) { return .hours(hours) }
    if end < start, let swapped = Hours(start: end, end: start) {
      throw Refusal(
        .endBeforeStart, "finit avant de commencer", expected: expected,
        correction: "\(clock(swapped.start))-\(clock(swapped.end))")
    }
    throw Refusal(.invalidHours, "ne donne pas deux heures d'un même jour", expected: expected)
  }

  package static func duration(_ text: String) throws(Refusal) -> Value {
    let expected = "une durée comme 1 h 30, 2 h ou 90 min"
    var words = Words(text)
    if let first = words.digits().flatMap({ Int($0) }), first <= 6_000 {
      if words.take("min"), words.isAtEnd, first > 0 { return .duration(first) }
      if words.take("h") {
        words.skipSpaces()
        let minutes = words.digits()
        _ = words.take("min")
        if words.isAtEnd, first <= 99, let part = Int(minutes ?? "0"), part < 60, first + part > 0,
          minutes?.utf8.count ?? 2 == 2
        {
          return .duration(first * 60 + part)
        }
      }
      if words.isAtEnd {
        throw Refusal(.missingUnit, "n'a pas d'unité", expected: expected)
      }
    }
    throw Refusal(.invalidDuration, "n'est pas une durée", expected: expected)
  }

  /// « 10:00 », « 10h », « 10 h 30 », in minutes from midnight.
  private static func time(_ words: inout Words) -> Int? {
    words.skipSpaces()
    guard let digits = words.digits(), digits.utf8.count <= 2, let hour = Int(digits) else {
      return nil
    }
    var minute = 0
    if words.take(":") {
      guard let part = words.digits(), part.utf8.count == 2, let value = Int(part) else {
        return nil
      }
      minute = value
    } else {
      guard words.take("h") else { return nil }
      var rest = words
      rest.skipSpaces()
      if let part = rest.digits() {
        guard part.utf8.count == 2, let value = Int(part) else { return nil }
        minute = value
        words = rest
      }
    }
    guard hour <= 24, minute < 60 else { return nil }
    return hour * 60 + minute
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
