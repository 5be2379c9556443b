import Facts

/// Amounts of money with their unit, alone or as a range.
enum Amounts {
  static func amount(_ text: String, units: [AmountUnit]) -> Result<Value, Refusal> {
    switch reading(text, units: units) {
    case .success(let amount): .success(.amount(amount))
    case .failure(let refusal): .failure(refusal)
    }
  }

  static func amountOrRange(_ text: String, units: [AmountUnit]) -> Result<Value, Refusal> {
    var words = Words(text)
    guard words.take("de ") || words.take("De ") else {
      return isRangeWithDash(text, units: units) ?? amount(text, units: units)
    }
    let expected = "une fourchette comme de 100 € à 500 €/collectif"
    guard let low = Quantities.decimal(&words) else {
      return .failure(Refusal(.invalidAmount, "n'est pas une fourchette", expected: expected))
    }
    // The unit of the first amount may be left out or shortened; a different one is no range.
    let lowUnit = unit(&words)
    guard words.take("à "), let high = Quantities.decimal(&words) else {
      return .failure(Refusal(.invalidAmount, "n'est pas une fourchette", expected: expected))
    }
    let highText = "\(words.remaining)"
    switch reading("1 \(highText)", units: units) {
    case .failure(let refusal):
      return .failure(
        Refusal(refusal.code, refusal.reason, expected: expected, correction: nil))
    case .success(let amount):
      if let lowUnit, lowUnit != .euros, lowUnit != amount.unit {
        return .failure(Refusal(.unexpectedUnit, "mêle deux unités", expected: expected))
      }
      return range(low.hundredths, high.hundredths, amount.unit, expected)
    }
  }

  private static func range(_ low: Int64, _ high: Int64, _ unit: AmountUnit, _ expected: String)
    -> Result<Value, Refusal>
  {
    guard low < high else {
      let isSame = low == high
      let fixed = AmountRange(low: min(low, high), high: max(low, high), unit: unit)
      return .failure(
        Refusal(
          .invalidRange, isSame ? "va d'un montant au même" : "va du plus grand au plus petit",
          expected: expected,
          correction: isSame
            ? FrenchText.amount(Amount(cents: low, unit: unit)) : FrenchText.range(fixed)))
    }
    return .success(.amountRange(AmountRange(low: low, high: high, unit: unit)))
  }

  /// « 100 € - 500 €/collectif », which is written in another way; nil when it is no such thing.
  private static func isRangeWithDash(_ text: String, units: [AmountUnit])
    -> Result<Value, Refusal>?
  {
    for dash in ["-", "–", "—", "à"] {
      let parts = text.components(dash)
      guard parts.count == 2, let first = number(parts[0]),
        case .success(let last) = reading(parts[1], units: units), first < last.cents
      else { continue }
      let range = AmountRange(low: first, high: last.cents, unit: last.unit)
      return .failure(
        Refusal(
          .invalidAmount, "n'est pas une fourchette écrite en toutes lettres",
          expected: "une fourchette comme de 100 € à 500 €/collectif",
          correction: FrenchText.range(range)))
    }
    return nil
  }

  private static func number(_ text: String) -> Int64? {
    var words = Words(text)
    guard let number = Quantities.decimal(&words) else { return nil }
    _ = unit(&words)
    return words.isAtEnd ? number.hundredths : nil
  }

  /// The unit that stands here, in its exact spelling but for spaces.
  private static func unit(_ words: inout Words) -> AmountUnit? {
    guard words.take("€") else { return nil }
    guard words.take("/") else { return .euros }
    if words.take("collectif") { return .perCollectif }
    if words.take("porteur") { return .perPorteur }
    return nil
  }

  static func reading(_ text: String, units: [AmountUnit]) -> Result<Amount, Refusal> {
    let names = units.map(\.rawValue)
    let expected = "un montant en \(FrenchFormat.list(names).replacing(" et ", with: " ou "))"
    var words = Words(text)
    guard let number = Quantities.decimal(&words) else {
      return .failure(unreadable(text, units: units, expected: expected))
    }
    let after = words.remaining
    guard let unit = unit(&words), words.isAtEnd else {
      return .failure(
        otherUnit(text, after: after, number: number, units: units, expected: expected))
    }
    guard units.contains(unit) else {
      return .failure(
        Refusal(
          unit == .euros ? .missingUnit : .unexpectedUnit,
          unit == .euros
            ? "ne dit pas pour quoi le montant est compté" : "est en \(unit.rawValue)",
          expected: expected,
          correction: only(units).map {
            FrenchText.amount(Amount(cents: number.hundredths, unit: $0))
          }))
    }
    return .success(Amount(cents: number.hundredths, unit: unit))
  }

  private static func only(_ units: [AmountUnit]) -> AmountUnit? {
    units.count == 1 ? units.first : nil
  }

  private static func otherUnit(
    _ text: String, after: String, number: Quantities.Decimal, units: [AmountUnit],
    expected: String
  ) -> Refusal {
    if after.isEmpty {
      return Refusal(
        .missingUnit, "n'a pas d'unité", expected: expected,
        correction: only(units).map {
          FrenchText.amount(Amount(cents: number.hundredths, unit: $0))
        })
    }
    if after.hasPrefix(".") || after.hasPrefix(","), let refusal = pointed(text, units, expected) {
      return refusal
    }
    let meant = meantUnit(after).flatMap { units.contains($0) ? $0 : nil } ?? only(units)
    return Refusal(
      .unexpectedUnit, "a une unité inconnue, « \(after) »", expected: expected,
      correction: meant.map { FrenchText.amount(Amount(cents: number.hundredths, unit: $0)) })
  }

  private static func unreadable(_ text: String, units: [AmountUnit], expected: String) -> Refusal {
    pointed(text, units, expected)
      ?? Refusal(.invalidAmount, "n'est pas un montant", expected: expected)
  }

  /// An amount written with a point, with what it should be.
  private static func pointed(_ text: String, _ units: [AmountUnit], _ expected: String)
    -> Refusal?
  {
    guard let fixed = Quantities.withoutPoint(text) else { return nil }
    var correction: String?
    switch reading(fixed.text, units: units) {
    case .success(let amount): correction = FrenchText.amount(amount)
    case .failure(let refusal): correction = refusal.correction
    }
    return Refusal(
      .decimalPoint, "est écrite avec un point",
      expected: expected + ", avec une virgule pour les centimes et une espace pour les milliers",
      correction: correction)
  }

  /// The unit that a text such as « euros par collectif » means.
  private static func meantUnit(_ text: String) -> AmountUnit? {
    let lower = text.lowercased()
    if lower.contains("collectif") { return .perCollectif }
    if lower.contains("porteur") { return .perPorteur }
    return lower.contains("euro") || lower.contains("€") || lower.contains("eur") ? .euros : nil
  }
}

extension String {
  /// The parts between occurrences of a text.
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
