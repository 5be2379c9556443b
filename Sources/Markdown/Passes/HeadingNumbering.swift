extension Document {
  /// Numbers the headings of the levels 2 and 3 in order, « 1. » and « 1.1 »; one under a heading that
  /// has no number gets none.
  mutating func assignNumbers() {
    var counts = [0, 0]
    // Whether the heading above, at each level, has a number.
    var isOpen = [false, false]
    for index in blocks.indices {
      guard case .heading(var heading) = blocks[index].kind else { continue }
      let rank = heading.level - 2
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
