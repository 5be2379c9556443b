package import Facts
import Text

/// Numbers, rates and amounts as French people write them.
enum Quantities {
  /// The largest amount, in euros, and the largest count.
  static let limit: Int64 = 1_000_000_000

  static func integer(_ text: String) throws(Refusal) -> Value {
    var words = Words(text)
    if let number = words.wholeNumber(), words.isAtEnd, number <= limit {
      return .integer(Int(number))
    }
    let meant = withFrenchMarks(text).flatMap(decimal).flatMap { $0.isWhole ? $0 : nil }
    throw Refusal(
      meant == nil ? .invalidNumber : .decimalPoint, "n'est pas un nombre entier",
      expected: "un nombre entier comme 1 174",
      correction: meant.map { FrenchText.grouped(Int($0.hundredths / 100)) })
  }

  /// A count, a sum in euros or a rate, as its sign says.
  static func figure(_ text: String) throws(Refusal) -> Value {
    if text.contains("%") { return try rate(text) }
    if text.contains("€") { return try Amounts.amount(text, [.euros]) }
    return try integer(text)
  }

  static func rate(_ text: String) throws(Refusal) -> Value {
    let expected = "un taux comme 32,5 %"
    var words = Words(text)
    if let number = decimal(&words), words.take("%"), words.isAtEnd {
      guard number.hundredths <= 10_000 else {
        throw Refusal(.invalidRate, "dépasse 100 %", expected: expected)
      }
      return .rate(Rate(hundredthsOfPercent: number.hundredths))
    }
    // A rate has no thousands: whatever stands after its point are decimals.
    if let fixed = commas(text), case .rate(let rate)? = try? self.rate(fixed) {
      throw Refusal(
        .decimalPoint, "est écrite avec un point", expected: expected,
        correction: FrenchText.percent(rate))
    }
    let typed = commas(text) ?? text
    if let share = share(typed) {
      // A share written as a number (0,325) is a hundred times smaller than its percentage.
      throw Refusal(
        .missingUnit, "n'a pas de signe %", expected: expected,
        correction: FrenchText.percent(share), isCertain: false)
    }
    if let number = decimal(typed) {
      let rate = Rate(hundredthsOfPercent: number.hundredths)
      throw Refusal(
        .missingUnit, "n'a pas de signe %", expected: expected,
        correction: number.hundredths <= 10_000 ? FrenchText.percent(rate) : nil)
    }
    throw Refusal(.invalidRate, "n'est pas un taux", expected: expected)
  }

  /// « 0,325 » is 32,5 %.
  private static func share(_ text: String) -> Rate? {
    var words = Words(text)
    guard words.take("0,"), let digits = words.digits(), words.isAtEnd, digits.utf8.count <= 4,
      let number = Int64(digits + String(repeating: "0", count: 4 - digits.utf8.count))
    else { return nil }
    return Rate(hundredthsOfPercent: number)
  }

  /// A text with commas for its points; nil when it has none, or several.
  private static func commas(_ text: String) -> String? {
    let parts = text.components(".")
    return parts.count == 2 ? parts.joined(separator: ",") : nil
  }

  /// A number with at most two decimals.
  struct Decimal {
    var hundredths: Int64
    var hasDecimals: Bool
    var isWhole: Bool { hundredths % 100 == 0 }
    /// As a number of hundredths of a percent.
    var rate: Rate { Rate(hundredthsOfPercent: hundredths) }
  }

  static func decimal(_ text: String) -> Decimal? {
    var words = Words(text)
    guard let number = decimal(&words), words.isAtEnd else { return nil }
    return number
  }

  static func decimal(_ words: inout Words) -> Decimal? {
    guard let whole = words.wholeNumber(), whole <= limit else { return nil }
    var rest = words
    guard rest.take(","), let digits = rest.digits() else {
      return Decimal(hundredths: whole * 100, hasDecimals: false)
    }
    guard digits.utf8.count <= 2, let part = Int64(digits) else {
      // More decimals than hundredths: no number of ours, but a share may be meant.
      return nil
    }
    words = rest
    return Decimal(
      hundredths: whole * 100 + (digits.utf8.count == 1 ? part * 10 : part), hasDecimals: true)
  }

  /// A text with the marks of its numbers made French. Three digits after a point are thousands, but
  /// after « 0 »; other points are decimal; so is a point behind commas (« 1,174.50 »), which then
  /// part thousands, as apostrophes do. Nil when it has no such mark between digits.
  static func withFrenchMarks(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let isDigit = { (index: Int) in scalars.indices.contains(index) && scalars[index].isASCIIDigit }
    let marks = scalars.indices.filter { index in
      ".,'’".unicodeScalars.contains(scalars[index]) && isDigit(index - 1) && isDigit(index + 1)
    }
    guard marks.contains(where: { scalars[$0] != "," }) else { return nil }
    var result = scalars
    for mark in marks {
      let after = scalars[(mark + 1)...].prefix(while: \.isASCIIDigit).count
      let isAfterZero = scalars[mark - 1] == "0" && !isDigit(mark - 2)
      let isLast = mark == marks.last
      let isComma = scalars[mark] == ","
      let isBehindCommas = isLast && marks.contains { scalars[$0] == "," }
      // « 1.174,50 » and « 1,174.50 ».
      let isDecimal = isComma ? isLast : after != 3 || isAfterZero || isBehindCommas
      result[mark] = isDecimal && scalars[mark] != "'" && scalars[mark] != "’" ? "," : " "
    }
    return result.string
  }
}

/// Values in French with ordinary spaces, as authors type them.
package enum FrenchText {
  package static func plain(_ text: String) -> String {
    // Most texts have no white space but ordinary spaces: only these bytes begin another one.
    guard
      text.utf8.contains(where: { $0 == 0x09 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 })
    else { return text }
    return text.unicodeScalars.map { $0.isAnyWhite ? " " : $0 }.string
  }

  static func percent(_ rate: Rate) -> String { plain(FrenchFormat.percent(rate)) }

  package static func amount(_ amount: Amount) -> String {
    number(cents: amount.cents) + " " + amount.unit.rawValue
  }

  static func range(_ range: AmountRange) -> String {
    "de \(number(cents: range.low)) € à \(number(cents: range.high)) \(range.unit.rawValue)"
  }

  package static func grouped(_ number: Int) -> String { plain(FrenchFormat.integer(number)) }

  private static func number(cents: Int64) -> String {
    String(plain(FrenchFormat.euros(cents: cents)).dropLast(2))
  }
}
