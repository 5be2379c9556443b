import Diagnostics
package import Facts
import Text

/// Days, months, hours and durations as French people write them.
enum CalendarReading {
  static let dayExpected = "une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025"
  static let monthExpected = "un mois comme 2025-10, 10/2025 ou octobre 2025"
  static let partExpected = "mi-septembre 2025, début septembre 2025 ou fin septembre 2025"

  private struct Parts {
    var year: String
    var month: Int
    var day: Int?
    /// Whether the signs are those of one of the spellings, not only understandable.
    var isExact = true
    /// Whether it may begin with the year or with the day, as « 25-06-20 ».
    var mayBeReversed = false
    /// The day of the week that is written before the day, from Monday, 1.
    var weekday: Int?
  }

  static func day(_ text: String) throws(Refusal) -> Value {
    if try partOfMonth(text) != nil {
      throw Refusal(.invalidDate, "est une partie d'un mois, sans jour", expected: dayExpected)
    }
    let parts = try parts(text, "n'est pas une date", dayExpected)
    guard parts.day != nil else {
      throw Refusal(.invalidDate, "est un mois, sans jour", expected: dayExpected)
    }
    return try value(parts)
  }

  static func month(_ text: String) throws(Refusal) -> Value {
    let parts = try parts(text, "n'est pas un mois", monthExpected)
    guard parts.day == nil else {
      throw Refusal(
        .invalidDate, "est un jour, alors qu'un mois est attendu", expected: monthExpected)
    }
    return try value(parts)
  }

  /// A month or a part of one.
  static func monthOrPart(_ text: String) throws(Refusal) -> Value {
    if let part = try partOfMonth(text) { return part }
    return try month(text)
  }

  /// A day, a month or a part of one.
  static func dayOrMonth(_ text: String) throws(Refusal) -> Value {
    if let part = try partOfMonth(text) { return part }
    return try value(
      parts(text, "n'est ni une date ni un mois", dayExpected + ", ou un mois comme 2025-10"))
  }

  /// « mi-septembre 2025 », « début octobre 2025 », « 1re quinzaine d'octobre 2025 »; nil for what
  /// does not begin so.
  private static func partOfMonth(_ text: String) throws(Refusal) -> Value? {
    guard let (part, rest) = beginning(of: FrenchText.plain(text)) else { return nil }
    if let parts = named(rest), parts.day == nil,
      let month = Month(year: year(parts.year), month: parts.month)
    {
      return .partOfMonth(PartOfMonth(part, of: month))
    }
    let isMonth = monthNumber(rest) != nil
    throw Refusal(
      .invalidDate, isMonth ? "n'a pas d'année" : "ne nomme pas un mois",
      expected: isMonth ? "le mois et l'année, comme mi-septembre 2025" : partExpected)
  }

  /// The part of the month that a text begins with, and the month that follows.
  private static func beginning(of text: String) -> (part: PartOfMonth.Part, rest: String)? {
    let lower = text.lowercased()
    for (words, part) in partWords where lower.hasPrefix(words) {
      return (part, String(text.dropFirst(words.count)))
    }
    return nil
  }

  /// The longest first where one begins another.
  private static let partWords: [(String, PartOfMonth.Part)] =
    ["mi-", "mi ", "mi‑"].map { ($0, .middle) }
    + ["début ", "debut "].map { ($0, .beginning) } + [("fin ", .end)]
    + halves(["première", "premiere", "1re", "1ère", "1ere"], .firstHalf)
    + halves(["seconde", "deuxième", "deuxieme", "2de", "2e", "2ème", "2eme"], .secondHalf)

  private static func halves(
    _ ranks: [String], _ part: PartOfMonth.Part
  ) -> [(String, PartOfMonth.Part)] {
    ranks.flatMap { rank in
      ["de ", "d'", "d’"].map { ("\(rank) quinzaine \($0)", part) }
    }
  }

  private static func parts(
    _ text: String, _ reason: String, _ expected: String
  ) throws(Refusal) -> Parts {
    if let parts = numbers(text) ?? named(text) { return parts }
    throw Refusal(
      .invalidDate, reason, expected: expected, correction: meant(text), isCertain: false)
  }

  /// The date that words around it, a point after it or a slip in its month hide: « au plus tard le
  /// 11 juillet 2025 », « 11 juilet 2025. »; nil where an hour would be lost.
  private static func meant(_ text: String) -> String? {
    var rest = FrenchText.plain(text)[...]
    let starts = [
      "au plus tard ", "jusqu'au ", "jusqu’au ", "avant le ", "à partir du ", "le ", "du ",
    ]
    while let start = starts.first(where: { rest.lowercased().hasPrefix($0) }) {
      rest = rest.dropFirst(start.count)
    }
    while let last = rest.last, ".,;".contains(last) { rest = rest.dropLast() }
    let words = rest.split(separator: " ").map(String.init)
    let names = FrenchFormat.monthNames
    let mended = words.map { word in
      guard word.count > 3, word.allSatisfy(\.isLetter), monthNumber(word) == nil,
        Suggestion.isCertain(word.lowercased(), among: names)
      else { return word }
      return Suggestion.nearest(to: word.lowercased(), among: names) ?? word
    }.joined(separator: " ")
    guard mended != text, let parts = numbers(mended) ?? named(mended), let number = parts.day,
      !parts.mayBeReversed,
      let day = Day(year: year(parts.year), month: parts.month, day: number),
      parts.weekday == nil || parts.weekday == day.weekday
    else { return nil }
    return day.isoText
  }

  private static func year(_ text: String) -> Int {
    let year = Int(text) ?? 0
    return text.utf8.count == 2 ? 2000 + year : year
  }

  private static func value(_ parts: Parts) throws(Refusal) -> Value {
    let year = year(parts.year)
    guard let number = parts.day else {
      guard let month = Month(year: year, month: parts.month) else {
        throw impossible(parts, expected: monthExpected, correction: nil)
      }
      if parts.isExact { return .month(month) }
      throw Refusal(
        .invalidDate, "n'est pas écrite comme un mois", expected: monthExpected,
        correction: month.isoText)
    }
    guard let day = Day(year: year, month: parts.month, day: number) else {
      // 2025-13-01 is most likely 13 January.
      let swapped = parts.month > 12 ? Day(year: year, month: number, day: parts.month) : nil
      throw impossible(parts, expected: dayExpected, correction: swapped?.isoText)
    }
    if let weekday = parts.weekday, weekday != day.weekday {
      throw Refusal(
        .impossibleDate,
        "n'existe pas : le \(FrenchFormat.date(day)) est un "
          + FrenchFormat.weekdayNames[day.weekday - 1],
        expected: "la bonne date : le jour de la semaine ou celui du mois est faux")
    }
    if parts.isExact { return .day(day) }
    throw Refusal(
      .invalidDate, "n'est pas écrite comme une date", expected: dayExpected,
      correction: parts.mayBeReversed ? nil : day.isoText)
  }

  private static func impossible(_ parts: Parts, expected: String, correction: String?) -> Refusal {
    let year = year(parts.year)
    let reason =
      if !(1...12).contains(parts.month) {
        "n'existe pas : il n'y a pas de mois \(parts.month)"
      } else if !(1900...2199).contains(year) {
        "n'existe pas : l'année va de 1900 à 2199"
      } else if let month = Month(year: year, month: parts.month) {
        "n'existe pas : \(FrenchFormat.month(month)) a \(month.length) jours"
      } else {
        "n'existe pas"
      }
    return Refusal(
      .impossibleDate, reason, expected: expected, correction: correction, isCertain: false)
  }

  /// « 2025-06-20 », « 20/06/2025 », « 2025-10 », « 10/2025 », and near misses.
  private static func numbers(_ text: String) -> Parts? {
    // « 20250711 », as programs write it.
    if text.utf8.count == 8, text.unicodeScalars.allSatisfy(\.isASCIIDigit),
      let month = Int(text.dropFirst(4).prefix(2)), (1...12).contains(month),
      let day = Int(text.suffix(2)), text.hasPrefix("19") || text.hasPrefix("20")
    {
      return Parts(year: String(text.prefix(4)), month: month, day: day, isExact: false)
    }
    var words = Words(text)
    var numbers: [String] = []
    var marks: Set<String> = []
    while let digits = words.digits() {
      numbers.append(digits)
      if words.isAtEnd { break }
      guard let mark = ["-", "/", "."].first(where: { words.take($0) }) else { return nil }
      marks.insert(mark)
      words.skipSpaces()
    }
    guard words.isAtEnd, marks.count == 1, let mark = marks.first,
      numbers.allSatisfy({ $0.utf8.count <= 4 })
    else { return nil }
    let yearFirst = numbers.first?.utf8.count == 4
    let ordered = yearFirst ? numbers : numbers.reversed()
    guard (2...3).contains(ordered.count), ordered[0].utf8.count == 4 || ordered.count == 3,
      ordered.dropFirst().allSatisfy({ $0.utf8.count <= 2 }), let month = Int(ordered[1])
    else { return nil }
    let spaced = text.unicodeScalars.contains { $0.isAnyWhite }
    let exact =
      mark == (yearFirst ? "-" : "/") && !spaced && ordered[0].utf8.count == 4
      && (!yearFirst || ordered.dropFirst().allSatisfy { $0.utf8.count == 2 })
    return Parts(
      year: ordered[0], month: month, day: ordered.count == 3 ? Int(ordered[2]) : nil,
      isExact: exact, mayBeReversed: mark == "-" && ordered[0].utf8.count == 2)
  }

  /// « 20 juin 2025 », « 1er août 2025 », « octobre 2025 », with or without a weekday.
  private static func named(_ text: String) -> Parts? {
    var words = Words(text)
    var isExact = true
    let weekday = words.letters().flatMap { word in
      FrenchFormat.weekdayNames.firstIndex { word.lowercased() == $0 }.map { $0 + 1 }
    }
    if weekday == nil {
      words = Words(text)
    } else {
      words.skipSpaces()
      isExact = false
    }
    let digits = words.digits()
    if digits == "1" { _ = words.take("er") }
    guard let name = words.letters() else { return nil }
    // « 11 juil. 2025 ».
    let isShort = words.take(".") || monthNumber(name) == nil
    if isShort { isExact = false }
    guard let month = isShort ? abbreviatedMonth(name) : monthNumber(name) else { return nil }
    words.skipSpaces()
    guard let year = words.digits(), words.isAtEnd, year.utf8.count == 4,
      digits?.utf8.count ?? 1 <= 2
    else { return nil }
    return Parts(
      year: year, month: month, day: digits.flatMap { Int($0) }, isExact: isExact, weekday: weekday)
  }

  /// The month that begins so and alone does: « juil », « déc ».
  private static func abbreviatedMonth(_ name: String) -> Int? {
    guard let plain = Slug.nearest(to: name), plain.utf8.count >= 3 else { return nil }
    let found = FrenchFormat.monthNames.indices.filter {
      Slug.nearest(to: FrenchFormat.monthNames[$0])?.hasPrefix(plain) == true
    }
    return found.count == 1 ? found[0] + 1 : nil
  }

  /// Accents and capitals are not asked for.
  private static func monthNumber(_ name: String) -> Int? {
    guard let plain = Slug.nearest(to: name) else { return nil }
    return FrenchFormat.monthNames.firstIndex { Slug.nearest(to: $0) == plain }.map { $0 + 1 }
  }
}

/// Hours of a day and durations.
package enum TimeReading {
  static func hours(_ text: String) throws(Refusal) -> Value {
    let expected = "deux heures comme 10:00-11:00 ou 10 h - 11 h 30"
    var words = Words(text)
    _ = words.take("de ")
    guard let start = time(&words), ["-", "–", "à "].contains(where: { words.take($0) }),
      let end = time(&words), words.isAtEnd
    else {
      // « 10.00-12.00 ».
      let other = text.replacing(/([0-9])\.([0-9])/) { "\($0.output.1):\($0.output.2)" }
      let isHours = other != text && (try? hours(other)) != nil
      throw Refusal(
        .invalidHours, "ne donne pas deux heures", expected: expected,
        correction: isHours ? other : nil)
    }
    if let hours = Hours(start: start, end: end) { return .hours(hours) }
    if end < start, let swapped = Hours(start: end, end: start) {
      throw Refusal(
        .endBeforeStart, "finit avant de commencer", expected: expected,
        correction: "\(clock(swapped.start))-\(clock(swapped.end))", isCertain: false)
    }
    throw Refusal(.invalidHours, "ne donne pas deux heures d'un même jour", expected: expected)
  }

  /// One time of the day: « 12:00 », « 12 h », « 23 h 59 ».
  static func time(_ text: String) throws(Refusal) -> Value {
    let expected = "une heure comme 12:00 ou 16 h 30"
    if FrenchText.plain(text).lowercased() == "midi" {
      throw Refusal(
        .invalidHours, "n'est pas écrite en chiffres", expected: expected, correction: "12:00")
    }
    var words = Words(text)
    guard let minutes = time(&words), words.isAtEnd, minutes <= 24 * 60 else {
      throw Refusal(.invalidHours, "n'est pas une heure", expected: expected)
    }
    // What closes then closes before its day begins.
    guard minutes > 0 else {
      throw Refusal(
        .invalidHours, "est le début du jour", expected: "24:00 pour la fin du jour, ou la veille")
    }
    return .time(minutes)
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
    var part: String? = "00"
    if words.take(":") {
      part = words.digits()
    } else {
      guard words.take("h") else { return nil }
      var rest = words
      rest.skipSpaces()
      if let digits = rest.digits() {
        part = digits
        words = rest
      }
    }
    guard let part, part.utf8.count == 2, let minute = Int(part), hour <= 24, minute < 60 else {
      return nil
    }
    return hour * 60 + minute
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
