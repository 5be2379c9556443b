package import Diagnostics

/// A value of a YAML file and its place; scalars are text, whatever they look like.
package struct YAMLNode: Sendable {
  package enum Style: Sendable {
    case plain
    case quoted
    /// After `|` or `>`.
    case block
  }

  package struct Pair: Sendable {
    package var key: YAMLNode
    package var value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  package indirect enum Content: Sendable {
    case scalar(String, Style)
    /// In the order of the file, duplicate keys included.
    case mapping([Pair])
    case sequence([YAMLNode])
  }

  package var content: Content
  package var place: Place

  package init(content: Content, place: Place) {
    self.content = content
    self.place = place
  }

  package var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  package var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  package var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  /// The value of a key; the first one when the key is written twice.
  package subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// Whether nothing is written: `cle:`, `cle: ~` or `cle: null`.
  package var isEmpty: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What it is, for messages.
  package var shape: String {
    switch content {
    case .scalar: "une valeur simple"
    case .mapping: "un ensemble de clés"
    case .sequence: "une liste"
    }
  }
}

/// A YAML file as read.
package struct YAMLDocument: Sendable {
  package var source: SourceText
  /// Nil when the file could not be understood or is empty; at least one error says why.
  package var root: YAMLNode?
  /// Lines whose slip was reported and mended in memory: nothing more is said about them.
  package var mendedLines: Set<Int> = []

  package init(source: SourceText, root: YAMLNode? = nil, mendedLines: Set<Int> = []) {
    self.source = source
    self.root = root
    self.mendedLines = mendedLines
  }
}
