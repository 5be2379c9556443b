import Facts

/// How values are written when no filter says otherwise.
enum NaturalText {
  /// The natural French form; a record has none and gives nothing, which the checker prevents.
  static func of(_ value: Value) -> String {
    switch value {
    case .text(let text), .email(let text), .phone(let text), .address(let text), .html(let text):
      text
    case .name(let name): name.noun
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .integer(let number): FrenchFormat.integer(number)
    case .amount(let amount): FrenchFormat.euros(cents: amount.cents)
    case .amountRange(let range): FrenchFormat.euros(range)
    case .rate(let rate): FrenchFormat.percent(rate)
    case .day(let day): FrenchFormat.date(day)
    case .month(let month): FrenchFormat.month(month)
    case .schoolYear(let year): year.text
    case .hours(let hours): FrenchFormat.hours(hours)
    case .duration(let minutes): FrenchFormat.duration(minutes: minutes)
    case .list(let facts): FrenchFormat.list(facts.map { of($0.value) })
    case .record: ""
    case .pending(let pending): of(pending)
    }
  }

  /// « à paraître », « à confirmer (l'an dernier : 31 juillet 2025) », « à compléter ».
  static func of(_ pending: Pending) -> String {
    switch pending {
    case .toBePublished: "à paraître"
    case .toBeConfirmed(let value):
      "à confirmer (l'an dernier\(FrenchFormat.noBreakSpace): \(of(value)))"
    case .toBeCompleted: "à compléter"
    }
  }
}
