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
  public var before: RichText { joined(\.before) }
  public var after: RichText { joined(\.after) }

  /// Adds a stretch, put together with the last one where both are of one nature.
  mutating func add(_ run: Run) {
    switch (last, run) {
    case (.equal(let text)?, .equal(let next)): self[count - 1] = .equal(text + next)
    case (.deleted(let text)?, .deleted(let next)): self[count - 1] = .deleted(text + next)
    case (.inserted(let text)?, .inserted(let next)): self[count - 1] = .inserted(text + next)
    case (.folded(let before, let after)?, .folded(let oldNext, let newNext)):
      self[count - 1] = .folded(before: before + oldNext, after: after + newNext)
    default: append(run)
    }
  }

  private func joined(_ side: (Run) -> RichText?) -> RichText {
    var result = RichText()
    for run in self { if let text = side(run) { result.append(text) } }
    return result
  }
}
