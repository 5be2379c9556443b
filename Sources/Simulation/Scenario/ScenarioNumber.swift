import Configuration
import Facts
import Funding
import Text

/// Exact amounts and whole numbers, as JSON (`9000.50`, `9e3`) or as French people write them
/// (« 9 000,50 € »). No floating point: a number is its digits and its power of ten.
struct ScenarioNumber {
  /// A number whose digits are beyond this is only known to be too large.
  private static let tooLarge: Int64 = 1_000_000_000_000_000

  private var isNegative = false
  private var digits: [UInt8] = []
  /// The power of ten that the digits are multiplied by.
  private var exponent = 0
  private var hasExponent = false

  /// Cents of an amount.
  static func cents(_ text: String) throws(Refusal) -> Int64 {
    if let euros = shortNumber(text) { return euros * 100 }
    guard let number = ScenarioNumber(text, isAmount: true) else {
      throw Refusal(
        .invalidAmount, "n'est pas un montant",
        expected: "un montant comme 9000.50 ou « 9 000,50 € »"
      )
    }
    if let cents = number.scaled(by: 2), number.hasExponent || number.exponent >= -2 {
      return cents
    }
    throw Refusal(
      .invalidAmount, "a plus de deux décimales", expected: "un montant au centime près")
  }

  /// A number of children, of weeks…
  static func integer(
    _ text: String, expected: String = "un nombre entier comme 10"
  ) throws(Refusal) -> Int64 {
    if let whole = shortNumber(text) ?? ScenarioNumber(text, isAmount: false)?.scaled(by: 0) {
      return whole
    }
    throw Refusal(.invalidNumber, "n'est pas un nombre entier", expected: expected)
  }

  /// A number of minutes; « 1 h 30 » is refused, with the number that it means.
  static func minutes(_ text: String) throws(Refusal) -> Int64 {
    do throws(Refusal) {
      return try integer(text, expected: "un nombre de minutes comme 90")
    } catch {
      var refusal = error
      if case .duration(let minutes)? = try? TimeReading.duration(text) {
        refusal.correction = String(minutes)
      }
      throw refusal
    }
  }

  /// A number of a few digits and nothing else: what most are, in scenarios with many.
  private static func shortNumber(_ text: String) -> Int64? {
    guard (1...13).contains(text.utf8.count) else { return nil }
    var number: Int64 = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return number
  }

  /// - Parameter isAmount: whether « € » may follow.
  private init?(_ text: String, isAmount: Bool) {
    if readPlain(text) { return }
    self = ScenarioNumber()
    guard let plain = ScenarioNumber.withoutSpaces(text, isAmount: isAmount), readPlain(plain)
    else { return nil }
  }

  private init() {}

  /// Reads digits, a decimal part and a power of ten; false when there is anything else.
  private mutating func readPlain(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    guard readDigits(&rest) > 0 else { return false }
    if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
      rest = rest.dropFirst()
      let count = readDigits(&rest)
      guard count > 0 else { return false }
      exponent = -count
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      guard readExponent(rest.dropFirst()) else { return false }
      rest = rest.suffix(0)
    }
    return rest.isEmpty
  }

  private mutating func readDigits(_ rest: inout Substring.UTF8View) -> Int {
    var count = 0
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      digits.append(byte - UInt8(ascii: "0"))
      rest = rest.dropFirst()
      count += 1
    }
    return count
  }

  /// A power beyond what any amount needs is cut: it stays too large, or too small.
  private mutating func readExponent(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let limit = 1_000_000_000
    let power = rest.reduce(0) { min(limit, $0 * 10 + Int($1 - 0x30)) }
    exponent += isNegative ? -power : power
    hasExponent = true
    return true
  }

  /// The number times a power of ten; nil when that is no whole number.
  private func scaled(by power: Int) -> Int64? {
    var digits = digits.drop { $0 == 0 }
    var shift = exponent + power
    while let last = digits.last, last == 0 {
      digits.removeLast()
      shift += 1
    }
    guard !digits.isEmpty else { return 0 }
    guard shift >= 0 else { return nil }
    var value: Int64 = 0
    if digits.count + min(shift, 20) > 15 {
      value = ScenarioNumber.tooLarge
    } else {
      for digit in digits { value = value * 10 + Int64(digit) }
      for _ in 0..<shift { value *= 10 }
    }
    return isNegative ? -value : value
  }

  /// « − 9 000,50 € » gives « -9000,50 »; nil when spaces are not between groups of three digits.
  private static func withoutSpaces(_ text: String, isAmount: Bool) -> String? {
    var scalars = text.unicodeScalars.map { $0.isAnyWhite ? " " : $0 }.trimmedScalars
    if isAmount, scalars.last == "€" { scalars = scalars.dropLast().trimmedScalars }
    var sign = ""
    if let first = scalars.first, first == "-" || first == "−" {
      sign = "-"
      scalars = scalars.dropFirst().trimmedScalars
    }
    let groups = scalars.split(separator: " ", omittingEmptySubsequences: false)
    for (index, group) in groups.enumerated() {
      let count = group.prefix { $0.isASCIIDigit }.count
      let isLast = index == groups.count - 1
      guard groups.count == 1 || (index == 0 ? 1...3 : 3...3).contains(count),
        isLast || count == group.count
      else { return nil }
    }
    return sign + groups.joined().map(String.init).joined()
  }
}

/// Amounts given on the command line.
public enum ScenarioAmount {
  /// Cents of an amount that the calculation takes; nil for anything else.
  ///
  /// **Example**: `9000.50` and « 9 000,50 € » → 900050.
  public static func cents(_ text: String) -> Int64? {
    let cents = try? ScenarioNumber.cents(text)
    return cents.flatMap { (0...FundingLimits.amount).contains($0) ? $0 : nil }
  }
}
