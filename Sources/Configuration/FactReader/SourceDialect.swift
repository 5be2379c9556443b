import Text
package import Diagnostics
package import Facts
package import YAML

/// The files of the project, which their authors write by hand.
package struct SourceDialect: FactDialect {
  package let file = "ce fichier"
  package let excerptLength = 80
  package let listedKeys = 12
  package let hasPendingWords = true

  package init() {}

  package func value(_ text: String, as type: FactType) throws(Refusal) -> Value {
    try ScalarReading.value(text, as: type)
  }

  package func isEmpty(_ node: YAMLNode, for field: Field) -> Bool { node.isEmpty }

  package func subject(_ schema: Schema, rank: Int) -> String? { nil }

  package func wrongShape(
    of node: YAMLNode, expected: FactShape, path: String
  ) -> Diagnostic {
    switch expected {
    case .record(let schema):
      let keys = schema.fields.prefix(3).map(\.key).joined(separator: ", ")
      return Diagnostic(
        YAMLCode.wrongShape,
        "\(path.isEmpty ? "Le fichier" : "« \(path) »") attend un ensemble de clés, et contient "
          + "\(node.shape).", at: node.place, expected: "des clés (\(keys)…), une par ligne")
    case .list:
      return Diagnostic(
        YAMLCode.wrongShape,
        "La clé « \(path) » attend une liste, et contient \(node.shape).", at: node.place,
        expected: "un élément par ligne, après « - »")
    case .value:
      return Diagnostic(
        YAMLCode.wrongShape,
        "« \(path) » attend une valeur simple, et contient \(node.shape).", at: node.place,
        expected: "un texte, entre guillemets droits s'il contient « : »",
        suggestion: node.textMeant.map { "- \"\($0)\"" })
    }
  }

  package func unknownKey(_ key: YAMLNode, of schema: Schema) -> Diagnostic? { nil }

  package func path(endingIn key: String) -> String? { NoteSchema.paths(endingIn: key).first }

  package func expectation(_ field: Field) -> String { field.expectation }

  /// The whole line as it should be; the value alone where it stands on several lines.
  package func suggestion(
    _ correction: String, for node: YAMLNode, in source: SourceText
  ) -> String? {
    guard case .scalar(_, let style) = node.content, style != .block else { return correction }
    let mark = source.line(node.place.line).flatMap { line in
      Array(line.unicodeScalars).dropFirst(node.place.column - 1).first
    }
    guard style == .quoted, let mark else { return source.line(node.place, with: correction) }
    return source.line(node.place, with: "\(mark)\(correction)\(mark)")
  }
}

extension YAMLNode {
  /// The text that YAML took for a key: « - etape : suite ».
  fileprivate var textMeant: String? {
    guard let pair = pairs?.first, pairs?.count == 1, let key = pair.key.text,
      let value = pair.value.text, pair.key.place.line == place.line
    else { return nil }
    return "\(key) : \(value)"
  }
}

extension SourceText {
  /// The line of a place with the value replaced, as it should be; nil when the value does not
  /// stand whole on that line.
  func line(_ place: Place, with text: String) -> String? {
    guard let line = line(place.line).map({ Array($0.unicodeScalars) }) else { return nil }
    let start = place.column - 1
    guard start >= 0, start + place.length <= line.count else { return nil }
    let fixed =
      line[..<start] + Array(text.unicodeScalars) + line[(start + place.length)...]
    return Array(fixed).trimmedScalars.string
  }
}
