/// Which headings get a number: « 1. » for those of the top level, « 1.1 » for the next…
public struct HeadingNumbering: Sendable, Hashable {
  /// The level of the headings numbered « 1. ».
  public var topLevel: Int
  /// How many levels are numbered.
  public var depth: Int

  public init(topLevel: Int = 2, depth: Int = 2) {
    self.topLevel = topLevel
    self.depth = depth
  }
}

extension Document {
  /// Numbers the headings in order; a heading under one that has no number gets none.
  public mutating func assignNumbers(_ numbering: HeadingNumbering = HeadingNumbering()) {
    var counts = [Int](repeating: 0, count: max(0, numbering.depth))
    // Whether the heading above, at each level, has a number.
    var isOpen = [Bool](repeating: false, count: max(0, numbering.depth))
    for index in blocks.indices {
      guard case .heading(var heading) = blocks[index].kind else { continue }
      let rank = heading.level - numbering.topLevel
      heading.number = nil
      if rank >= 0, rank < counts.count {
        let isCounted = heading.isNumbered && (rank == 0 || isOpen[rank - 1])
        if isCounted {
          counts[rank] += 1
          let parts = counts[...rank].map(String.init)
          heading.number = parts.joined(separator: ".") + (rank == 0 ? "." : "")
        }
        isOpen[rank] = isCounted
        for lower in counts.indices where lower > rank {
          counts[lower] = 0
          isOpen[lower] = false
        }
      }
      blocks[index].kind = .heading(heading)
    }
  }
}
