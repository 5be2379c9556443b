import Configuration
import Diagnostics
import Facts

/// The JSON Schema of a value that has no parts.
///
/// Patterns are looser than the program's readers: an editor must not refuse what they take.
struct ValueSchema {
  private let type: FactType
  private let isScenario: Bool
  private let mayWait: Bool

  init(_ type: FactType, _ manner: SchemaNode.Manner, mayWait: Bool = false) {
    self.type = type
    isScenario = manner.isScenario
    self.mayWait = mayWait
  }

  /// The words that stand for a value without any after them.
  static let bareWords = ScalarReading.PendingWord.allCases
    .filter { $0 != .toBeConfirmed }.map(\.rawValue)

  private static let pending =
    #"(\#(bareWords.joined(separator: "|"))|\#(ScalarReading.PendingWord.toBeConfirmed.rawValue)\s.+)"#

  var node: SchemaNode {
    switch type {
    case .boolean: oneOf(isScenario ? ["oui", "non", true, false] : ["oui", "non"])
    case .choice(let words): oneOf(words)
    default:
      if let pattern { matching(pattern) } else { text }
    }
  }

  private func oneOf(_ words: [any Sendable]) -> SchemaNode {
    let values = words.map { word in
      (word as? Bool).map(JSON.boolean) ?? .string(word as? String)
    }
    let node = SchemaNode(["enum": .list(values)])
    guard mayWait else { return node }
    return SchemaNode.any([node, SchemaNode(["type": .string("string"), "pattern": whole("")])])
  }

  private var text: SchemaNode {
    SchemaNode([
      "type": .list([.string("string"), .string("number"), .string("boolean")]),
      "minLength": .integer(Int64(1)),
    ])
  }

  private func matching(_ pattern: String) -> SchemaNode {
    var node = SchemaNode([
      "type": mayBeNumber ? .list([.string("string"), .string("number")]) : .string("string"),
      "pattern": whole(pattern),
    ])
    if let expected { node.add("patternErrorMessage", .string("Écrivez \(expected).")) }
    return node
  }

  /// The pattern of a whole text; nothing is awaited but a word for « not known yet » when it is empty.
  private func whole(_ pattern: String) -> JSON {
    let forms = (pattern.isEmpty ? [] : [pattern]) + (mayWait ? [ValueSchema.pending] : [])
    return .string(#"^\s*(\#(forms.joined(separator: "|")))\s*$"#)
  }

  /// Whether YAML takes some of its values for numbers: `1174`, `3230`, `88`.
  private var mayBeNumber: Bool {
    switch type {
    case .integer, .figure, .phone, .identifier, .reference: true
    case .amount, .duration: isScenario
    default: false
    }
  }

  /// What the reader of the type says that it takes.
  private var expected: String? {
    do throws(Refusal) {
      _ = try ScalarReading.value("?", as: type)
      return nil
    } catch {
      return error.expected
    }
  }

  private static let number = #"\d[\d\s]*(,\s*\d{1,2})?"#
  /// Ten digits, four, or what follows a sign « + ».
  private static let phone =
    #"(0([\s.()-]*\d){9}|\d([\s.-]*\d){3}|\+\d([\s.()-]*\d){8,14})"#
  private static let month = #"(\d{4}-\d{2}|\d{1,2}/\d{4}|[^\d\s]+\s*\d{4})"#
  /// « mi-septembre 2025 », « 1re quinzaine d'octobre 2025 ».
  private static let partOfMonth = #"\S.*[^\d\s]\s*\d{4}"#
  private static let day =
    #"(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}(er)?\s*[^\d\s]+\s*\d{4})"#

  /// Nil for a type that takes any text.
  private var pattern: String? {
    switch type {
    case .text, .name, .boolean, .choice, .html, .list, .record: nil
    case .amount where isScenario, .duration where isScenario: #".*\d.*"#
    case .integer where isScenario: #".*\d.*"#
    case .integer: #"\d[\d\s]*"#
    case .amount(let units): ValueSchema.amount(units)
    case .figure: ValueSchema.number + #"(\s*[€%])?"#
    case .amountOrRange(let units):
      #"(\#(ValueSchema.amount(units))|[Dd]e\s.*à\s.*\#(ValueSchema.alternatives(units))|"#
        + #"[Jj]usqu['’]à\s.*|au plus\s.*|\d[\d,]*\s*%.*)"#
    case .rate: ValueSchema.number + #"\s*%"#
    case .day: ValueSchema.day
    case .month: ValueSchema.month
    case .monthOrPart: "(\(ValueSchema.month)|\(ValueSchema.partOfMonth))"
    case .dayOrMonth: "(\(ValueSchema.day)|\(ValueSchema.month)|\(ValueSchema.partOfMonth))"
    case .time: #"\d{1,2}\D.*"#
    case .schoolYear: #"\d{4}[-/]\d{4}"#
    case .hours: #".*\d.*\D.*\d.*"#
    case .duration: #"\d.*(h|min).*"#
    case .email: #"[^@\s]+@[^@\s]+"#
    case .phone: ValueSchema.phone
    case .address: #"https?://\S+"#
    case .identifier, .reference: "[a-z0-9]+(-[a-z0-9]+)*"
    }
  }

  private static func amount(_ units: [AmountUnit]) -> String {
    number + #"\s*"# + alternatives(units)
  }

  /// Spaces may stand around the signs of a unit.
  private static func alternatives(_ units: [AmountUnit]) -> String {
    let words = units.map { $0.rawValue.replacing("/", with: #"\s*/\s*"#) }
    return "(\(words.joined(separator: "|")))"
  }
}
