package import Diagnostics
package import Facts
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

/// What may be expected of a node.
package enum FactShape {
  case record(Schema)
  case list
  /// A scalar.
  case value
}
