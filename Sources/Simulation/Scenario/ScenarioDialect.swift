import Configuration
import Diagnostics
import Facts
import YAML

/// How a scenario is written: by people or by programs, so that amounts need no unit and `true` is
/// as good as `oui`; its collectifs have no name but their rank.
struct ScenarioDialect: FactDialect {
  let schema: ScenarioSchema

  let file = "ce scénario"
  let excerptLength = 60
  let listedKeys = Int.max
  let showsLines = false
  let hasPendingWords = false

  func value(_ text: String, as type: FactType) throws(Refusal) -> Value {
    switch type {
    case .amount: .amount(Amount(cents: try ScenarioNumber.cents(text), unit: .euros))
    case .integer: .integer(Int(try ScenarioNumber.integer(text)))
    case .duration: .duration(Int(try ScenarioNumber.minutes(text)))
    case .boolean: try yesOrNo(text)
    default: try ScalarReading.value(text, as: type)
    }
  }

  private func yesOrNo(_ text: String) throws(Refusal) -> Value {
    if text == "true" { return .boolean(true) }
    if text == "false" { return .boolean(false) }
    do throws(Refusal) {
      return try TextReading.boolean(text)
    } catch {
      var refusal = error
      refusal.expected = "true, false, oui ou non"
      throw refusal
    }
  }

  /// A record of which nothing is written is said to have no keys.
  func isEmpty(_ node: YAMLNode, for field: Field) -> Bool {
    if case .record = field.type, !field.has(.orYesOrNo) { return false }
    return node.isEmpty
  }

  func subject(_ schema: Schema, rank: Int) -> String? {
    if schema === self.schema.collectif { return "Collectif \(rank)" }
    return schema === ScenarioSchema.OtherLine.schema ? "Autre financement \(rank)" : nil
  }

  func wrongShape(of node: YAMLNode, expected: FactShape, path: String) -> Diagnostic {
    let subject = path.isEmpty ? "Il faut" : "« \(path) » attend"
    let (shape, keys) =
      switch expected {
      case .record: ("un ensemble de clés", "des clés et leurs valeurs")
      case .list: ("une liste", "un élément par collectif ou par financement")
      case .value: ("une valeur simple", "une seule valeur")
      }
    return Diagnostic(
      YAMLCode.wrongShape,
      "\(subject) \(shape), et non \(node.isEmpty ? "rien" : node.shape).", at: node.place,
      expected: keys)
  }

  func unknownKey(_ key: YAMLNode, of schema: Schema) -> Diagnostic? {
    guard schema === self.schema.complements else { return nil }
    let code = key.text ?? ""
    let funders = schema.fields.map(\.key)
    return Diagnostic(
      ScenarioCode.unknownFunder,
      "« \(excerpt(code)) » n'est pas un financeur du département.",
      at: key.place,
      expected: funders.isEmpty
        ? "aucune clé : ce département n'a pas d'autre financeur"
        : "un financeur parmi " + funders.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: code, among: funders))
  }

  func path(endingIn key: String) -> String? { nil }

  /// A list has a key of its own for each element: what it is says enough.
  func expectation(_ field: Field) -> String {
    if case .list = field.type { return field.help }
    return "\(field.key): \(field.help)"
  }
}
