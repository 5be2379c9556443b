import Diagnostics
import YAML

/// Values, each with what is said when it is none.
extension ScenarioReader {
  /// The keys of a record; nil when it is none.
  ///
  /// - Parameter key: the key that holds the record; nil for an element of a list or the root.
  mutating func pairs(
    _ node: YAMLNode, of key: String?, in scope: ScenarioScope
  ) -> [YAMLNode.Pair]? {
    if let pairs = node.pairs { return pairs }
    let subject = key.map { "« \(scope.path($0)) » attend" } ?? "Il faut"
    add(
      YAMLCode.wrongShape, "\(subject) un ensemble de clés, et non \(shape(node)).", in: scope,
      at: node,
      expected: "des clés et leurs valeurs")
    return nil
  }

  /// The elements of a list of the project.
  mutating func items(_ pair: YAMLNode.Pair) -> [YAMLNode]? {
    if let items = pair.value.items { return items }
    guard !reportEmpty(pair, in: .project) else { return nil }
    add(
      YAMLCode.wrongShape,
      "« \(pair.key.text ?? "") » attend une liste, et non \(shape(pair.value)).", in: .project,
      at: pair.value, expected: "un élément par collectif ou par financement")
    return nil
  }

  mutating func amount(_ pair: YAMLNode.Pair, in scope: ScenarioScope) -> Int64? {
    value(pair, in: scope) { ScenarioNumber.cents($0) }
  }

  mutating func integer(
    _ pair: YAMLNode.Pair, in scope: ScenarioScope, isDuration: Bool = false
  ) -> Int64? {
    value(pair, in: scope) { ScenarioNumber.integer($0, isDuration: isDuration) }
  }

  mutating func boolean(_ pair: YAMLNode.Pair, in scope: ScenarioScope) -> Bool? {
    value(pair, in: scope) { text in
      switch text {
      case "true", "oui": return .success(true)
      case "false", "non": return .success(false)
      default: break
      }
      var correction: String?
      if case .failure(let refusal) = TextReading.boolean(text) { correction = refusal.correction }
      return .failure(
        Refusal(
          .invalidBoolean, "n'est ni « oui » ni « non »", expected: "true, false, oui ou non",
          correction: correction))
    }
  }

  mutating func text(_ pair: YAMLNode.Pair, in scope: ScenarioScope) -> String? {
    value(pair, in: scope, TextReading.line)
  }

  private mutating func value<Result>(
    _ pair: YAMLNode.Pair, in scope: ScenarioScope,
    _ read: (String) -> Swift.Result<Result, Refusal>
  ) -> Result? {
    guard !reportEmpty(pair, in: scope) else { return nil }
    guard let text = pair.value.text else {
      let path = scope.path(pair.key.text ?? "")
      add(
        YAMLCode.wrongShape, "« \(path) » attend une valeur simple, et non \(shape(pair.value)).",
        in: scope, at: pair.value, expected: "une seule valeur")
      return nil
    }
    switch read(text) {
    case .success(let value): return value
    case .failure(let refusal):
      report(refusal, text, pair, in: scope)
      return nil
    }
  }

  private func shape(_ node: YAMLNode) -> String {
    node.isEmpty ? "rien" : node.shape
  }
}
