import Diagnostics

/// A value of a YAML file and its place; scalars are text, whatever they look like.
struct YAMLNode: Sendable {
  enum Style: Sendable {
    case plain
    case quoted
    /// After `|` or `>`.
    case block
  }

  struct Pair: Sendable {
    var key: YAMLNode
    var value: YAMLNode
  }

  indirect enum Content: Sendable {
    case scalar(String, Style)
    /// In the order of the file, duplicate keys included.
    case mapping([Pair])
    case sequence([YAMLNode])
  }

  var content: Content
  var place: Place

  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  /// The value of a key; the first one when the key is written twice.
  subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// Whether nothing is written: `cle:`, `cle: ~` or `cle: null`.
  var isEmpty: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What it is, for messages.
  var shape: String {
    switch content {
    case .scalar: "une valeur simple"
    case .mapping: "un ensemble de clés"
    case .sequence: "une liste"
    }
  }
}

/// A YAML file as read.
struct YAMLDocument: Sendable {
  var source: SourceText
  /// Nil when the file could not be understood or is empty; at least one error says why.
  var root: YAMLNode?
  /// Lines whose slip was reported and mended in memory: nothing more is said about them.
  var mendedLines: Set<Int> = []
}
