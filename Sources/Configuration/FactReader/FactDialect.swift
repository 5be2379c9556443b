package import Diagnostics
package import Facts
import Text
package import YAML

/// How one kind of file is written, and the words for what is refused in it.
///
/// What all files share – their keys, which of them are unknown, missing or empty, what was probably
/// meant – is said by `FactReader` itself.
package protocol FactDialect: Sendable {
  /// « ce fichier ».
  var file: String { get }
  /// How many characters of a text a message repeats.
  var excerptLength: Int { get }
  /// How many keys a message lists.
  var listedKeys: Int { get }
  /// Whether `a_paraitre`, `a_confirmer` and `a_completer` may stand for a value.
  var hasPendingWords: Bool { get }

  /// What a scalar means.
  func value(_ text: String, as type: FactType) throws(Refusal) -> Value

  /// Whether nothing is written for a key.
  func isEmpty(_ node: YAMLNode, for field: Field) -> Bool

  /// What an item of a list is called where items are told by their rank, from 1: such an item is
  /// the subject of all that is said of it, and keeps its rank when it is refused.
  func subject(_ schema: Schema, rank: Int) -> String?

  func wrongShape(of node: YAMLNode, expected: FactShape, path: String) -> Diagnostic

  /// What is said of an unknown key, where it is more than that it is unknown.
  func unknownKey(_ key: YAMLNode, of schema: Schema) -> Diagnostic?

  /// Where a key that the root does not have may stand.
  func path(endingIn key: String) -> String?

  /// What to write for a key that is missing.
  func expectation(_ field: Field) -> String

  /// How a refused value is shown as it should be.
  func suggestion(_ correction: String, for node: YAMLNode, in source: SourceText) -> String?
}

extension FactDialect {
  /// A long text is cut for its message.
  package func excerpt(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= excerptLength ? line : line.prefix(excerptLength - 3) + "…"
  }
}

/// What may be expected of a node.
package enum FactShape {
  case record(Schema)
  case list
  /// A scalar.
  case value
}

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

  package func path(endingIn key: String) -> String? {
    NoteSchema.written.paths(endingIn: key).first
  }

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
