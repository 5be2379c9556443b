import Diagnostics
import Facts
import Text
import YAML

/// What is said about a scenario that cannot be read.
extension ScenarioReader {
  mutating func add(
    _ code: some DiagnosticCode, _ message: String, in scope: ScenarioScope, at node: YAMLNode,
    expected: String? = nil, suggestion: String? = nil
  ) {
    guard !document.mendedLines.contains(node.place.line) else { return }
    diagnostics.add(
      Diagnostic(
        code, scope.sentence(message), at: node.place, expected: expected, suggestion: suggestion))
  }

  // Codes of the same target are written `.wrongShape`.
  mutating func add(
    _ code: ConfigurationCode, _ message: String, in scope: ScenarioScope, at node: YAMLNode,
    expected: String? = nil, suggestion: String? = nil
  ) {
    let code: any DiagnosticCode = code
    add(code, message, in: scope, at: node, expected: expected, suggestion: suggestion)
  }

  mutating func report(
    _ refusal: Refusal, _ text: String, _ pair: YAMLNode.Pair, in scope: ScenarioScope
  ) {
    add(
      refusal.code,
      "La valeur « \(ScenarioReader.short(text)) » de « \(scope.path(pair.key.text ?? "")) » "
        + "\(refusal.reason).",
      in: scope, at: pair.value, expected: refusal.expected, suggestion: refusal.correction)
  }

  /// Whether nothing is written for a key; it is then said.
  mutating func reportEmpty(_ pair: YAMLNode.Pair, in scope: ScenarioScope) -> Bool {
    guard pair.value.isEmpty else { return false }
    add(
      .emptyValue, "La clé « \(scope.path(pair.key.text ?? "")) » n'a pas de valeur.", in: scope,
      at: pair.key, expected: "une valeur, ou la clé supprimée")
    return true
  }

  /// Reports unknown keys; answers the keys that they probably mean.
  @discardableResult
  mutating func report(
    _ unknown: [YAMLNode.Pair], among names: [String], in scope: ScenarioScope
  ) -> Set<String> {
    var meant: Set<String> = []
    for pair in unknown {
      let key = pair.key.text ?? ""
      let nearest =
        Suggestion.nearest(to: key, among: names)
        ?? Slug.nearest(to: key).flatMap { name in
          names.first { $0.replacing("_", with: "-") == name }
        }
      if let nearest { meant.insert(nearest) }
      add(
        .unknownKey, "La clé « \(ScenarioReader.short(key)) » est inconnue\(scope.place).",
        in: scope, at: pair.key, expected: "une des clés " + names.joined(separator: ", "),
        suggestion: nearest)
    }
    return meant
  }

  mutating func reportMissing(
    _ key: String, in scope: ScenarioScope, at node: YAMLNode, expected: String
  ) {
    add(
      .missingKey, "Il manque la clé « \(key) »\(scope.place).", in: scope,
      at: node.pairs?.first?.key ?? node, expected: expected)
  }

  mutating func reportUnknownFunder(_ key: YAMLNode, in scope: ScenarioScope) {
    let code = key.text ?? ""
    add(
      ScenarioCode.unknownFunder,
      "« \(ScenarioReader.short(code)) » n'est pas un financeur du département.", in: scope,
      at: key,
      expected: funders.isEmpty
        ? "aucune clé : ce département n'a pas d'autre financeur"
        : "un financeur parmi " + funders.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: code, among: funders))
  }

  /// A long text is cut for its message.
  static func short(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= 60 ? line : line.prefix(57) + "…"
  }
}
