public import Diagnostics

/// A value of a YAML file and its place; scalars are text, whatever they look like.
public struct YAMLNode: Sendable {
  public enum Style: Sendable {
    case plain
    case quoted
    /// After `|` or `>`.
    case block
  }

  public struct Pair: Sendable {
    public var key: YAMLNode
    public var value: YAMLNode
  }

  public enum Content: Sendable {
    case scalar(String, Style)
    /// In the order of the file, duplicate keys included.
    case mapping([Pair])
    case sequence([YAMLNode])
  }

  public var content: Content
  public var place: Place

  public init(content: Content, place: Place) {
    self.content = content
    self.place = place
  }

  public var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  public var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  public var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  /// The value of a key; the first one when the key is written twice.
  public subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// Whether nothing is written: `cle:`, `cle: ~` or `cle: null`.
  public var isEmpty: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What it is, for messages.
  public var shape: String {
    switch content {
    case .scalar: "une valeur simple"
    case .mapping: "un ensemble de clés"
    case .sequence: "une liste"
    }
  }
}

/// A YAML file as read.
public struct YAMLDocument: Sendable {
  public var source: SourceText
  /// Nil when the file could not be understood or is empty; at least one error says why.
  public var root: YAMLNode?
  /// Lines whose slip was reported and mended in memory: nothing more is said about them.
  public var mendedLines: Set<Int>

  public init(source: SourceText, root: YAMLNode? = nil, mendedLines: Set<Int> = []) {
    self.source = source
    self.root = root
    self.mendedLines = mendedLines
  }
}
