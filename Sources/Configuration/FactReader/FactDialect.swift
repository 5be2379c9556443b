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

  /// Whether a refused value is shown as it should be with its line around it.
  var showsLines: Bool { get }
}

extension FactDialect {
  /// A long text is cut for its message.
  package func excerpt(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.unicodeScalars.count <= excerptLength
      ? line : line.shortened(to: excerptLength - 2)
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
  package let showsLines = true

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
    // The year of a note is the name of its file.
    key == "annee" ? nil : NoteSchema.written.paths(endingIn: key).first
  }

  package func expectation(_ field: Field) -> String { field.expectation }
}

extension YAMLNode {
  /// The text that YAML took for a key: « - etape : suite ».
  fileprivate var textMeant: String? {
    guard let pair = pairs?.first, pairs?.count == 1, let key = pair.key.text,
      let value = pair.value.text,
      (pair.key.place.line, pair.key.place.column) == (place.line, place.column)
    else { return nil }
    return "\(key) : \(value)"
  }
}
