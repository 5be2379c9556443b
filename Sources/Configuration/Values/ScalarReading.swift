package import Facts
import Text

/// Reads one scalar as the type that the schema asks for.
package enum ScalarReading {
  package static func value(_ text: String, as type: FactType) throws(Refusal) -> Value {
    let text = try TextReading.line(text)
    switch type {
    case .text: return .text(text)
    case .name: return .name(Name(text))
    case .boolean: return try TextReading.boolean(text)
    case .integer: return try Quantities.integer(text)
    case .figure: return try Quantities.figure(text)
    case .amount(let units): return try Amounts.amount(text, units)
    case .amountOrRange(let units): return try Amounts.amountOrRange(text, units)
    case .rate: return try Quantities.rate(text)
    case .day: return try CalendarReading.day(text)
    case .month: return try CalendarReading.month(text)
    case .monthOrPart: return try CalendarReading.monthOrPart(text)
    case .dayOrMonth: return try CalendarReading.dayOrMonth(text)
    case .schoolYear: return try TextReading.schoolYear(text)
    case .time: return try TimeReading.time(text)
    case .hours: return try TimeReading.hours(text)
    case .duration: return try TimeReading.duration(text)
    case .email: return try AddressReading.email(text)
    case .phone: return try AddressReading.phone(text)
    case .address: return try AddressReading.address(text)
    // A reference is resolved once the files are merged.
    case .identifier, .reference: return try TextReading.identifier(text)
    case .choice(let choices): return try TextReading.choice(text, among: choices)
    case .html, .list, .record:
      throw Refusal(.invalidText, "n'est pas de la forme attendue", expected: "autre chose")
    }
  }

  package enum PendingWord: String, CaseIterable {
    case toBePublished = "a_paraitre"
    case toBeConfirmed = "a_confirmer"
    case toBeCompleted = "a_completer"
  }

  /// A scalar that begins with the word for « not known yet ».
  package struct WaitingText {
    package var word: PendingWord
    /// What follows the word.
    package var rest: String
    /// Whether the word is spelled as it must be.
    package var isExact: Bool
  }

  /// The word for « not known yet » that a scalar begins with, and what follows.
  package static func pending(_ text: String) -> WaitingText? {
    guard mayWait(text) else { return nil }
    let plain = FrenchText.plain(text)
    for word in PendingWord.allCases {
      if let rest = after(word.rawValue, in: plain) {
        return WaitingText(word: word, rest: rest, isExact: true)
      }
    }
    // « à paraître », « a paraitre », « à_confirmer ».
    let words = plain.split(maxSplits: 2) { $0 == " " || $0 == "_" || $0 == "-" }
    guard words.count >= 2, let meant = Slug.nearest(to: "\(words[0]) \(words[1])"),
      let word = pendingWords[meant]
    else { return nil }
    let rest = String(words.dropFirst(2).joined().drop { $0 == " " || $0 == "_" })
    return WaitingText(word: word, rest: rest, isExact: false)
  }

  /// A test for the many texts that are of another kind: the first two letters of one that waits are
  /// « ap » or « ac », whatever signs and accents are among them.
  private static func mayWait(_ text: String) -> Bool {
    var isSecond = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return true
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        if isSecond { return false }
        isSecond = true
      case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "c"), UInt8(ascii: "C"):
        return isSecond
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "b")...UInt8(ascii: "z"),
        UInt8(ascii: "B")...UInt8(ascii: "Z"):
        return false
      default: break
      }
    }
    return false
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

/// Why a scalar is not a value of its type.
package struct Refusal: Error {
  package var code: ConfigurationCode
  /// What is wrong, to follow « La valeur « … » de « ps.plafond » ».
  package var reason: String
  package var expected: String
  /// The part of the scalar that is refused; nil for all of it.
  package var text: String?
  /// The scalar as it should be, when that can be told.
  package var correction: String?
  /// Whether nothing else can be meant.
  package var isCertain: Bool

  package init(
    _ code: ConfigurationCode, _ reason: String, expected: String, correction: String? = nil,
    isCertain: Bool = true
  ) {
    self.code = code
    self.reason = reason
    self.expected = expected
    self.correction = correction
    self.isCertain = isCertain
  }
}
