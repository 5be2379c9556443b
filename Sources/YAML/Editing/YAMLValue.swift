import Text

/// What a YAML file says, without places, and how it is written where it is new.
public indirect enum YAMLValue: Sendable, Equatable {
  public struct Pair: Sendable, Equatable {
    public var key: String
    public var value: YAMLValue

    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  case scalar(String)
  case mapping([Pair])
  case sequence([YAMLValue])
}

extension YAMLNode {
  public var value: YAMLValue {
    switch content {
    case .scalar(let text, _): .scalar(text)
    case .mapping(let pairs):
      .mapping(pairs.map { YAMLValue.Pair($0.key.text ?? "", $0.value.value) })
    case .sequence(let items): .sequence(items.map(\.value))
    }
  }
}

extension YAMLNode {
  /// What it says, with another text at the end of a way; nil where there is no such way.
  public func value(replacing path: [YAMLStep], with text: String) -> YAMLValue? {
    self[path] == nil ? nil : value.replacing(path[...]) { _ in .scalar(text) }
  }
}

/// The way from the root of a file to one of its values.
public enum YAMLStep: Sendable, Hashable {
  case key(String)
  /// The rank of an item, from 0.
  case item(Int)
}

extension YAMLValue {
  /// The value with another one at the end of a way; the body gets nil where there is none, and what it
  /// gives back as nil goes away.
  func replacing(
    _ path: ArraySlice<YAMLStep>, _ body: (YAMLValue?) -> YAMLValue?
  ) -> YAMLValue? {
    guard let step = path.first else { return body(self) }
    let rest = path.dropFirst()
    func inner(_ value: YAMLValue?) -> YAMLValue? {
      guard let value else { return rest.isEmpty ? body(nil) : nil }
      return value.replacing(rest, body)
    }
    switch (step, self) {
    case (.key(let key), .mapping(var pairs)):
      guard let rank = pairs.firstIndex(where: { $0.key == key }) else {
        return inner(nil).map { .mapping(pairs + [Pair(key, $0)]) } ?? self
      }
      if let value = inner(pairs[rank].value) {
        pairs[rank].value = value
      } else {
        pairs.remove(at: rank)
      }
      return .mapping(pairs)
    case (.item(let rank), .sequence(var items)) where items.indices.contains(rank):
      if let value = inner(items[rank]) {
        items[rank] = value
      } else {
        items.remove(at: rank)
      }
      return .sequence(items)
    default: return self
    }
  }

  /// Whether both say the same, the keys of mappings in any order.
  func says(sameAs other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.mapping(let old), .mapping(let new)):
      old.count == new.count
        && old.allSatisfy { pair in
          new.contains { $0.key == pair.key && $0.value.says(sameAs: pair.value) }
        }
    case (.sequence(let old), .sequence(let new)):
      old.count == new.count && zip(old, new).allSatisfy { $0.says(sameAs: $1) }
    default: self == other
    }
  }

  // MARK: - Writing

  /// The lines of the value after a key or a dash: the first stands behind it, the others below.
  ///
  /// - Parameter indent: how far the lines below stand from the margin.
  func lines(indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    switch self {
    case .scalar(let text): return [YAMLValue.written(text)]
    case .mapping(let pairs):
      return [""] + pairs.flatMap { pair in pair.lines(indent: indent) }.map { margin + $0 }
    case .sequence(let items):
      return [""] + items.flatMap { $0.itemLines }.map { margin + $0 }
    }
  }

  /// The lines of an item with its dash.
  var itemLines: [String] {
    switch self {
    case .mapping(let pairs):
      pairs.flatMap { $0.lines(indent: 0) }.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    default: ["- " + lines(indent: 2).joined()]
    }
  }

  /// A text as it is written where it is new: between quotes unless it is plain beyond doubt.
  static func written(_ text: String) -> String { isSurelyPlain(text) ? text : quoted(text) }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func isSurelyPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || first.isASCIIDigit, last != ":", !last.isAnyWhite
    else { return false }
    return text != "null" && !text.contains(": ") && !text.contains(" #")
      && !text.contains(":\u{A0}") && !text.contains(":\u{202F}")
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" }
  }
}

extension YAMLValue.Pair {
  func lines(indent: Int) -> [String] {
    let lines = value.lines(indent: 2)
    return [key + ":" + (lines[0].isEmpty ? "" : " " + lines[0])] + lines.dropFirst()
  }
}
