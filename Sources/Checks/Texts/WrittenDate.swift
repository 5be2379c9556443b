import Facts

/// A date that an author typed in a text: « vendredi 31 juillet 2025 », « 31 juillet », « avril
/// 2019 », « 31/07/2025 ».
struct WrittenDate {
  /// Nil for a month alone.
  var day: Int?
  var month: Int
  /// Nil when the text leaves it out.
  var year: Int?
  /// Monday is 1; nil when the text leaves it out.
  var weekday: Int?
  /// The tokens.
  var tokens: Range<Int>

  /// What is read as a year: « 2206 » is a slip of « 2026 ».
  static let years = 1990...2299

  /// The day; in a year when the text names none.
  func day(in other: Int? = nil) -> Day? {
    guard let day, let year = year ?? other else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// The day; the last one of a month alone; nil when the text names no year.
  var lastDay: Day? {
    guard day == nil else { return self.day() }
    return year.flatMap { Month(year: $0, month: month) }.flatMap {
      Day(year: $0.year, month: $0.month, day: $0.length)
    }
  }

  /// How many days its month has; in a leap year when the text names no year.
  var longestMonth: Int { Month(year: year ?? 2024, month: month)?.length ?? 31 }

  static func all(in tokens: [Token], of text: String, _ lexicon: Lexicon) -> [WrittenDate] {
    var dates: [WrittenDate] = []
    let numbers = Numbers(tokens, text)
    for index in tokens.indices {
      switch tokens[index].kind {
      case .word where tokens[index].entry != 0:
        if let month = lexicon[tokens[index]].month {
          dates += named(month, at: index, numbers, lexicon)
        } else if let month = lexicon[tokens[index]].shortMonth, index > 0,
          tokens[index - 1].kind == .number || tokens[index - 1].range.count == 2,
          index + 1 < tokens.count, tokens[index + 1].isSign(".")
        {
          // « 5 sept. 2025 ».
          dates += named(month, at: index, numbers, lexicon, mark: 1)
        }
      case .number:
        if let date = digits(from: index, numbers, lexicon) { dates.append(date) }
      default: break
      }
    }
    return dates
  }

  private static func named(
    _ month: Int, at index: Int, _ numbers: Numbers, _ lexicon: Lexicon, mark: Int = 0
  ) -> [WrittenDate] {
    let tokens = numbers.tokens
    var start = index
    var day: Int?
    // « 1er » is two tokens.
    let number = index - 1
    let isFirst = number >= 1 && tokens[number].range.count == 2 && numbers[number - 1] == 1
    if isFirst, tokens[number].kind == .word {
      (day, start) = (1, number - 1)
    } else if number >= 0, let value = numbers[number], (1...39).contains(value) {
      (day, start) = (value, number)
    }
    var weekday: Int?
    if day != nil, start >= 1, tokens[start - 1].kind == .word {
      weekday = lexicon[tokens[start - 1]].weekday
      if weekday != nil { start -= 1 }
    }
    let year = numbers[index + mark + 1].flatMap { WrittenDate.years.contains($0) ? $0 : nil }
    if day == nil, year == nil { return [] }
    return [
      WrittenDate(
        day: day, month: month, year: year, weekday: weekday,
        tokens: start..<index + (year == nil ? 1 : mark + 2))
    ]
  }

  /// « 31/07/2025 », « 31/07/25 ».
  private static func digits(
    from index: Int, _ numbers: Numbers, _ lexicon: Lexicon
  ) -> WrittenDate? {
    let tokens = numbers.tokens
    guard index + 4 < tokens.count, tokens[index + 1].isSign("/"), tokens[index + 3].isSign("/"),
      let day = numbers[index], (1...31).contains(day), let month = numbers[index + 2],
      (1...12).contains(month), var year = numbers[index + 4]
    else { return nil }
    // « 01/02/03 » may be the number of a file.
    if (15...49).contains(year), tokens[index + 4].range.count == 2 { year += 2000 }
    guard WrittenDate.years.contains(year) else { return nil }
    let weekday =
      index > 0 && tokens[index - 1].kind == .word ? lexicon[tokens[index - 1]].weekday : nil
    return WrittenDate(
      day: day, month: month, year: year, weekday: weekday,
      tokens: (weekday == nil ? index : index - 1)..<index + 5)
  }
}

/// The whole numbers among tokens.
struct Numbers {
  let tokens: [Token]
  private let text: String

  init(_ tokens: [Token], _ text: String) {
    self.tokens = tokens
    self.text = text
  }

  /// The number at a place; nil for a word, a sign, or what has more than four digits.
  subscript(index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].kind == .number,
      tokens[index].range.count <= 4
    else { return nil }
    var value = 0
    for byte in text.utf8.dropFirst(tokens[index].range.lowerBound)
      .prefix(tokens[index].range.count)
    {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
