import Facts
import Markdown
import Text

/// A value that a page's script reads: the subset of JSON that the simulator needs.
indirect enum ScriptValue {
  case number(Int64)
  case text(String)
  case list([ScriptValue])
  /// In this order.
  case object([(String, ScriptValue)])

  static func object(_ pairs: KeyValuePairs<String, ScriptValue?>) -> ScriptValue {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value as JavaScript, which is also JSON.
  var literal: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .number(let number): text += String(number)
    case .text(let string): text += JSONText.string(string, escaping: .script)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let pairs):
      text += "{"
      for (index, (key, value)) in pairs.enumerated() {
        if index > 0 { text += "," }
        text += JSONText.string(key, escaping: .script)
        text += ":"
        value.write(to: &text)
      }
      text += "}"
    }
  }
}

extension ScriptValue {
  /// A record with its texts in French typography, in the order of its keys.
  ///
  /// Values that are neither text, list nor record are left out.
  init(_ record: Record) {
    self = .object(
      record.facts.sorted { $0.field.key < $1.field.key }.compactMap { field, fact in
        ScriptValue(fact.value).map { (field.key, $0) }
      })
  }

  private init?(_ value: Value) {
    switch value {
    case .text(let text): self = .text(FrenchTypography.apply(to: text))
    case .record(let record): self.init(record)
    case .list(let facts): self = .list(facts.compactMap { ScriptValue($0.value) })
    default: return nil
    }
  }
}
