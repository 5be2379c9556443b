import Facts

/// Amounts of money with their unit, alone or as a range.
enum Amounts {
  private static let rangeExpected = "une fourchette comme de 100 € à 500 €/collectif"

  static func amount(_ text: String, _ units: [AmountUnit]) throws(Refusal) -> Value {
    .amount(try reading(text, units))
  }

  static func amountOrRange(_ text: String, _ units: [AmountUnit]) throws(Refusal) -> Value {
    if let ceiling = try ceiling(text, units) { return .ceiling(ceiling) }
    var words = Words(text)
    guard words.take("de ") || words.take("De ") else {
      try checkOtherForms(text, units)
      try checkMaximum(text, units)
      return try amount(text, units)
    }
    let refusal = Refusal(.invalidAmount, "n'est pas une fourchette", expected: rangeExpected)
    guard let low = Quantities.decimal(&words) else { throw refusal }
    // The unit of the first amount may be left out or shortened; a different one is no range.
    let lowUnit = unit(&words)
    guard words.take("à "), let high = Quantities.decimal(&words) else { throw refusal }
    let unit: AmountUnit
    do throws(Refusal) {
      unit = try reading("1 \(words.remaining)", units).unit
    } catch {
      throw Refusal(error.code, error.reason, expected: rangeExpected)
    }
    if let lowUnit, lowUnit != .euros, lowUnit != unit {
      throw Refusal(.unexpectedUnit, "mêle deux unités", expected: rangeExpected)
    }
    return try range(low.hundredths, high.hundredths, unit)
  }

  private static let ceilingExpected = "80 %, 80 %/collectif, ou 80 %, dans la limite de 5 000 €"

  /// « jusqu'à 500 €/collectif », « 80 %, dans la limite de 5 000 € », « 80 % », « 80 %/collectif »; nil
  /// for what does not begin so.
  private static func ceiling(_ text: String, _ units: [AmountUnit]) throws(Refusal) -> Ceiling? {
    var words = Words(text)
    if takeLimit(&words) { return Ceiling(limit: try limit(words, of: text, units)) }
    try checkMistypedLimit(text, units)
    guard let number = Quantities.decimal(&words), words.take("%") else { return nil }
    guard case .rate(let rate) = try Quantities.rate(FrenchText.percent(number.rate)) else {
      return nil
    }
    let hasCost = words.take("du coût")
    let share = shareUnit(&words)
    if words.isAtEnd {
      if !hasCost { return Ceiling(rate: rate, unit: share) }
      throw Refusal(
        .invalidAmount, "a autre chose après le taux", expected: ceilingExpected,
        correction: FrenchText.percent(rate) + (share?.suffix ?? ""), isCertain: false)
    }
    _ = words.take(",")
    let isOther = !takeLimit(&words)
    if isOther || hasCost || share != nil, !isOther || takeOtherLimit(&words),
      let amount = try? reading(words.remaining, units)
    {
      // « 80 %/collectif, dans la limite de 5 000 € »: the limit says what both are counted for.
      let unit = amount.unit == .euros ? share ?? .euros : amount.unit
      let limit = FrenchText.amount(Amount(cents: amount.cents, unit: unit))
      throw Refusal(
        .invalidAmount, "dit autrement sa limite", expected: ceilingExpected,
        correction: "\(FrenchText.percent(rate)), dans la limite de \(limit)", isCertain: false)
    }
    guard !isOther else {
      throw Refusal(
        .invalidAmount, "a autre chose après le taux", expected: ceilingExpected)
    }
    return Ceiling(rate: rate, limit: try limit(words, of: text, units))
  }

  /// What a share is counted for, where that stands here: « /collectif », « par collectif ».
  private static func shareUnit(_ words: inout Words) -> AmountUnit? {
    let saved = words
    for mark in ["/", "par ", "du "] where words.take(mark) {
      if words.take("collectif") { return .perCollectif }
      words = saved
    }
    return nil
  }

  /// The amount that is left of a text; a correction keeps the words before it.
  private static func limit(
    _ words: Words, of text: String, _ units: [AmountUnit]
  ) throws(Refusal) -> Amount {
    do throws(Refusal) {
      return try reading(words.remaining, units)
    } catch {
      var refusal = error
      let before = text.dropLast(words.remaining.count).split(separator: " ").joined(separator: " ")
      refusal.correction = error.correction.map { "\(before) \($0)" }
      throw refusal
    }
  }

  /// Passes over the words that say a limit.
  private static func takeLimit(_ words: inout Words) -> Bool {
    let limits = ["jusqu'à", "jusqu’à", "Jusqu'à", "Jusqu’à", "dans la limite de", "au plus"]
    return limits.contains { words.take($0) }
  }

  /// Passes over other words for a limit, which are told with the right ones.
  private static func takeOtherLimit(_ words: inout Words) -> Bool {
    let limits = [
      "plafonnée à", "plafonnées à", "plafonnés à", "plafonné à", "avec un plafond de",
      "avec un maximum de", "sans dépasser", "maximum", "max",
    ]
    return limits.contains { words.take($0) }
  }

  /// « jusqu'a 500 € », « plafonné à 500 € », for « jusqu'à 500 € ».
  private static func checkMistypedLimit(
    _ text: String, _ units: [AmountUnit]
  ) throws(Refusal) {
    let lower = text.lowercased().replacing("’", with: "'")
    let marks = [
      "jusqu'a ", "jusqu' à ", "jusqu à ", "jusqua ", "jusque ", "plafonné à ", "plafonnée à ",
      "plafond de ", "plafond : ", "limité à ", "limitée à ",
    ]
    guard let mark = marks.first(where: lower.hasPrefix),
      let amount = meant(String(text.dropFirst(mark.count)), units)
    else { return }
    throw Refusal(
      .invalidAmount, "dit autrement sa limite", expected: "jusqu'à 500 €",
      correction: "jusqu'à \(amount)", isCertain: false)
  }

  /// An amount as it should be written, mistyped or not.
  private static func meant(_ text: String, _ units: [AmountUnit]) -> String? {
    do throws(Refusal) {
      return FrenchText.amount(try reading(text, units))
    } catch {
      return error.correction
    }
  }

  /// « 500 € maximum », « maximum 500 € », for « jusqu'à 500 € ».
  private static func checkMaximum(_ text: String, _ units: [AmountUnit]) throws(Refusal) {
    let marks = ["au maximum", "maximum", "max.", "max", "au plus"]
    let words = text.lowercased()
    for mark in marks {
      let amount: String
      if words.hasSuffix(" " + mark) {
        amount = String(text.dropLast(mark.count + 1))
      } else if words.hasPrefix(mark + " ") {
        amount = String(text.dropFirst(mark.count + 1))
      } else if let inside = words.firstRange(of: " \(mark) ") {
        // « 500 € max par collectif ».
        amount =
          text.prefix(words.distance(from: words.startIndex, to: inside.lowerBound)) + " "
          + text.suffix(words.distance(from: inside.upperBound, to: words.endIndex))
      } else {
        continue
      }
      guard let limit = meant(amount, units) else { continue }
      throw Refusal(
        .invalidAmount, "dit autrement sa limite", expected: "jusqu'à 500 €",
        correction: "jusqu'à \(limit)", isCertain: false)
    }
  }

  private static func range(
    _ low: Int64, _ high: Int64, _ unit: AmountUnit
  ) throws(Refusal) -> Value {
    guard low < high else {
      let isSame = low == high
      let fixed = AmountRange(low: min(low, high), high: max(low, high), unit: unit)
      throw Refusal(
        .invalidRange, isSame ? "va d'un montant au même" : "va du plus grand au plus petit",
        expected: rangeExpected, correction: isSame ? nil : FrenchText.range(fixed),
        isCertain: false)
    }
    return .amountRange(AmountRange(low: low, high: high, unit: unit))
  }

  /// Refuses « 100 € - 500 €/collectif » and « entre 100 et 500 € », which are written in another
  /// way.
  private static func checkOtherForms(_ text: String, _ units: [AmountUnit]) throws(Refusal) {
    var words = Words(text)
    let isBetween = words.take("entre ") || words.take("Entre ")
    for mark in isBetween ? [" et "] : ["-", "–", "—", "à"] {
      let parts = (isBetween ? words.remaining : text).components(mark)
      guard parts.count == 2, let first = number(parts[0]),
        let last = try? reading(parts[1], units), first.cents < last.cents,
        first.unit == nil || first.unit == .euros || first.unit == last.unit
      else { continue }
      let range = AmountRange(low: first.cents, high: last.cents, unit: last.unit)
      throw Refusal(
        .invalidAmount, "n'est pas une fourchette écrite en toutes lettres",
        expected: rangeExpected,
        correction: FrenchText.range(range))
    }
  }

  private static func number(_ text: String) -> (cents: Int64, unit: AmountUnit?)? {
    var words = Words(text)
    guard let number = Quantities.decimal(&words) else { return nil }
    let unit = unit(&words)
    return words.isAtEnd ? (number.hundredths, unit) : nil
  }

  /// The unit that stands here, in its exact spelling but for spaces.
  private static func unit(_ words: inout Words) -> AmountUnit? {
    guard words.take("€") else { return nil }
    guard words.take("/") else { return .euros }
    if words.take("collectif") { return .perCollectif }
    if words.take("porteur") { return .perPorteur }
    return nil
  }

  private static func reading(
    _ text: String, _ units: [AmountUnit]
  ) throws(Refusal) -> Amount {
    var words = Words(text)
    guard let number = Quantities.decimal(&words) else {
      throw otherMarks(text, units)
        ?? Refusal(.invalidAmount, "n'est pas un montant", expected: expectation(units))
    }
    let after = words.remaining
    guard let unit = unit(&words), words.isAtEnd else {
      if let mark = after.first, ".,'’".contains(mark), let refusal = otherMarks(text, units) {
        throw refusal
      }
      throw otherUnit(after, number, units)
    }
    guard units.contains(unit) else {
      throw Refusal(
        unit == .euros ? .missingUnit : .unexpectedUnit,
        unit == .euros ? "ne dit pas pour quoi le montant est compté" : "est en \(unit.rawValue)",
        expected: expectation(units),
        correction: unit == .euros ? number.text(in: only(units)) : nil, isCertain: false)
    }
    return Amount(cents: number.hundredths, unit: unit)
  }

  private static func expectation(_ units: [AmountUnit]) -> String {
    "un montant en "
      + FrenchFormat.list(units.map(\.rawValue)).replacing(" et ", with: " ou ")
  }

  private static func only(_ units: [AmountUnit]) -> AmountUnit? {
    units.count == 1 ? units.first : nil
  }

  private static func otherUnit(
    _ after: String, _ number: Quantities.Decimal, _ units: [AmountUnit]
  ) -> Refusal {
    if after.isEmpty {
      return Refusal(
        .missingUnit, "n'a pas d'unité", expected: expectation(units),
        correction: number.text(in: only(units)))
    }
    // « 1,2 M€ ».
    if after.hasPrefix("M€"), number.hundredths < 1_000_000_000,
      let unit = meantUnit(String(after.dropFirst())), units.contains(unit)
    {
      let amount = Amount(cents: number.hundredths * 1_000_000, unit: unit)
      return Refusal(
        .unexpectedUnit, "est en millions d'euros", expected: expectation(units),
        correction: FrenchText.amount(amount), isCertain: false)
    }
    let meant = meantUnit(after)
    // « euros » says no other unit: then that of the key may be meant.
    let unit = meant.flatMap { units.contains($0) ? $0 : $0 == .euros ? only(units) : nil }
    return Refusal(
      .unexpectedUnit, "a une unité inconnue, « \(after) »", expected: expectation(units),
      correction: number.text(in: unit), isCertain: unit == meant)
  }

  /// Why an amount whose marks are not French is refused, with what it should be.
  private static func otherMarks(_ text: String, _ units: [AmountUnit]) -> Refusal? {
    guard let fixed = Quantities.withFrenchMarks(text) else { return nil }
    var correction: String?
    var isCertain = true
    do throws(Refusal) {
      correction = FrenchText.amount(try reading(fixed, units))
    } catch {
      (correction, isCertain) = (error.correction, error.isCertain)
    }
    return Refusal(
      .decimalPoint,
      text.contains(".") ? "est écrite avec un point" : "est écrite avec une apostrophe",
      expected: expectation(units)
        + ", avec une virgule pour les centimes et une espace pour les milliers",
      correction: correction, isCertain: isCertain)
  }

  /// The unit that a text such as « euros par collectif » means, when it says nothing else.
  private static func meantUnit(_ text: String) -> AmountUnit? {
    var words = text.lowercased().split { " /.".contains($0) }.map(String.init)
    guard let first = words.first, ["€", "euro", "euros", "eur"].contains(first) else { return nil }
    words.removeFirst()
    if let next = words.first, ["par", "pour", "le", "un", "chaque"].contains(next) {
      words.removeFirst()
    }
    switch words {
    case []: return .euros
    case ["collectif"], ["collectifs"]: return .perCollectif
    case ["porteur"], ["porteurs"]: return .perPorteur
    default: return nil
    }
  }
}

extension Quantities.Decimal {
  /// The amount in a unit, as it is typed; nil when the unit is not known.
  fileprivate func text(in unit: AmountUnit?) -> String? {
    unit.map { FrenchText.amount(Amount(cents: hundredths, unit: $0)) }
  }
}

extension String {
  /// The parts between occurrences of a text.
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
