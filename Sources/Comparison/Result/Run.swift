/// A stretch of a changed text.
public enum Run: Sendable, Hashable {
  case equal(RichText)
  /// The same words with another case, spacing, typography or style: shown as unchanged.
  case folded(before: RichText, after: RichText)
  case deleted(RichText)
  case inserted(RichText)

  public var before: RichText? {
    switch self {
    case .equal(let text), .deleted(let text): text
    case .folded(let before, _): before
    case .inserted: nil
    }
  }

  public var after: RichText? {
    switch self {
    case .equal(let text), .inserted(let text): text
    case .folded(_, let after): after
    case .deleted: nil
    }
  }

  /// Whether words were added or removed here.
  public var isChange: Bool {
    switch self {
    case .equal, .folded: false
    case .deleted, .inserted: true
    }
  }
}

extension [Run] {
  /// The old text, whole.
  public var before: RichText { joined(\.before) }
  /// The new text, whole.
  public var after: RichText { joined(\.after) }

  private func joined(_ side: (Run) -> RichText?) -> RichText {
    var result = RichText()
    for run in self { if let text = side(run) { result.append(text) } }
    return result
  }
}
