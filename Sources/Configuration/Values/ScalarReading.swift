package import Facts
import Text

/// Reads one scalar as the type that the schema asks for.
package enum ScalarReading {
  package static func value(_ text: String, as type: FactType) -> Result<Value, Refusal> {
    switch TextReading.line(text) {
    case .failure(let refusal): .failure(refusal)
    case .success(let line): typed(line, as: type)
    }
  }

  private static func typed(_ text: String, as type: FactType) -> Result<Value, Refusal> {
    switch type {
    case .text: .success(.text(text))
    case .name: .success(.name(Name(text)))
    case .boolean: TextReading.boolean(text)
    case .integer: Quantities.integer(text)
    case .amount(let units): Amounts.amount(text, units: units)
    case .amountOrRange(let units): Amounts.amountOrRange(text, units: units)
    case .rate: Quantities.rate(text)
    case .day: CalendarReading.day(text)
    case .month: CalendarReading.month(text)
    case .dayOrMonth: CalendarReading.dayOrMonth(text)
    case .schoolYear: TextReading.schoolYear(text)
    case .hours: TimeReading.hours(text)
    case .duration: TimeReading.duration(text)
    case .email: AddressReading.email(text)
    case .phone: AddressReading.phone(text)
    case .address: AddressReading.address(text)
    // A reference is resolved once the files are merged.
    case .identifier, .reference: TextReading.identifier(text)
    case .choice(let choices): TextReading.choice(text, among: choices)
    case .html, .list, .record:
      .failure(Refusal(.invalidText, "n'est pas de la forme attendue", expected: "autre chose"))
    }
  }

  package enum PendingWord: String, CaseIterable {
    case toBePublished = "a_paraitre"
    case toBeConfirmed = "a_confirmer"
    case toBeCompleted = "a_completer"
  }

  /// The word for « not known yet » that a scalar begins with, and what follows; `isExact` tells
  /// whether it is spelled as it must be.
  package static func pending(_ text: String) -> (word: PendingWord, rest: String, isExact: Bool)? {
    let plain = FrenchText.plain(text)
    for word in PendingWord.allCases {
      if let rest = after(word.rawValue, in: plain) { return (word, rest, true) }
    }
    // « à paraître », « a paraitre », « à_confirmer ».
    let words = plain.split { $0 == " " || $0 == "_" || $0 == "-" }
    guard words.count >= 2, let meant = Slug.nearest(to: "\(words[0]) \(words[1])"),
      let word = pendingWords[meant]
    else { return nil }
    return (word, words.dropFirst(2).joined(separator: " "), false)
  }

  /// By their semantic names.
  private static let pendingWords = Dictionary(
    uniqueKeysWithValues: PendingWord.allCases.map {
      ($0.rawValue.replacing("_", with: "-"), $0)
    })

  private static func after(_ word: String, in text: String) -> String? {
    guard text.hasPrefix(word) else { return nil }
    let rest = text.dropFirst(word.count)
    guard rest.first.map({ $0 == " " }) ?? true else { return nil }
    return String(rest.drop { $0 == " " })
  }
}
