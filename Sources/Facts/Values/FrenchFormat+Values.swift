extension FrenchFormat {
  /// How any value is written when nothing says otherwise; a record has no such form and gives nothing.
  ///
  /// An amount is written without its unit: « 8 487 € ».
  public static func text(of value: Value) -> String {
    switch value {
    case .text(let text), .email(let text), .phone(let text), .address(let text), .html(let text):
      text
    case .name(let name): name.noun
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .integer(let number): integer(number)
    case .amount(let amount): euros(cents: amount.cents)
    case .amountRange(let range): euros(range)
    case .ceiling(let ceiling): self.ceiling(ceiling)
    case .rate(let rate): percent(rate)
    case .day(let day): date(day)
    case .month(let month): self.month(month)
    case .partOfMonth(let part): self.part(part)
    case .schoolYear(let year): year.text
    case .hours(let hours): self.hours(hours)
    case .time(let minutes): time(minutes)
    case .duration(let minutes): duration(minutes: minutes)
    case .list(let facts): list(facts.map { text(of: $0.value) })
    case .record: ""
    case .pending(let pending): text(of: pending)
    }
  }

  /// « à paraître », « à confirmer (l’an dernier : 31 juillet 2025) », « à compléter ».
  ///
  /// What is proposed is not printed: readers would take it for decided.
  public static func text(of pending: Pending) -> String {
    switch pending {
    case .toBePublished: "à paraître"
    case .toBeConfirmed(_, nil): "à confirmer"
    case .toBeConfirmed(_, let last?): toBeConfirmed(last.when, textWithUnit(of: last.value))
    case .toBeCompleted: "à compléter"
    }
  }

  /// « à confirmer (en 2022-2023 : du 13 juin au 31 juillet 2022) ».
  public static func toBeConfirmed(_ when: String, _ text: String) -> String {
    "à confirmer (\(when)\(noBreakSpace): \(text))"
  }

  /// As `text(of:)`, with what an amount is counted for: « 1 000 € par porteur ».
  public static func textWithUnit(of value: Value) -> String {
    let unit: AmountUnit? =
      switch value {
      case .amount(let amount): amount.unit
      case .amountRange(let range): range.unit
      case .ceiling(let ceiling): ceiling.unit
      default: nil
      }
    return [text(of: value), unit?.words].compactMap { $0 }.joined(separator: " ")
  }

  /// « 03 29 68 39 77 », kept whole.
  public static func phone(_ number: String) -> String {
    number.split(separator: " ").joined(separator: noBreakSpace)
  }
}
