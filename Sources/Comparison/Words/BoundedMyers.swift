/// Myers' algorithm with a bound on the number of edits it explores at once.
///
/// Where the bound is met, the path that went furthest is kept and the search goes on from its end,
/// so that the time is at most proportional to the length times the bound.
struct BoundedMyers {
  let a: [UInt64]
  let b: [UInt64]
  var inA: Range<Int>
  var inB: Range<Int>

  private static let bound = 256

  /// Writes the index of its like for each element of the first range that has one.
  mutating func match(into match: inout [Int]) {
    while !inA.isEmpty, !inB.isEmpty { advance(into: &match) }
  }

  /// One search: to the end, or to the furthest point within the bound.
  private mutating func advance(into match: inout [Int]) {
    let (n, m) = (inA.count, inB.count)
    let (lowA, lowB) = (inA.lowerBound, inB.lowerBound)
    let bound = min(n + m, BoundedMyers.bound)
    // The furthest index in `a` on each diagonal; the rows of all rounds, one after the other.
    var furthest = [Int](repeating: 0, count: 2 * bound + 3)
    let middle = bound + 1
    var rounds: [Int] = []
    rounds.reserveCapacity((bound + 1) * (bound + 2) / 2)
    var end = (edits: 0, diagonal: 0, sum: -1)
    search: for edits in 0...bound {
      end.sum = -1
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        var x: Int
        if edits == 0 {
          x = 0
        } else if diagonal == -edits
          || (diagonal != edits
            && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
        {
          x = furthest[middle + diagonal + 1]
        } else {
          x = furthest[middle + diagonal - 1] + 1
        }
        var y = x - diagonal
        while x < n, y < m, a[lowA + x] == b[lowB + y] {
          x += 1
          y += 1
        }
        furthest[middle + diagonal] = x
        rounds.append(x)
        // Paths may leave the rectangle; in each round one at least is still inside.
        if x <= n, y <= m, x + y > end.sum { end = (edits, diagonal, x + y) }
        if x >= n, y >= m { break search }
      }
    }
    follow(end.edits, end.diagonal, rounds, into: &match)
  }

  /// Walks back from the end of the chosen path and writes the equal elements on it.
  private mutating func follow(
    _ edits: Int, _ diagonal: Int, _ rounds: [Int], into match: inout [Int]
  ) {
    func x(_ edits: Int, _ diagonal: Int) -> Int {
      rounds[edits * (edits + 1) / 2 + (diagonal + edits) / 2]
    }
    var diagonal = diagonal
    let endX = x(edits, diagonal)
    let endY = endX - diagonal
    var edits = edits
    while true {
      let here = x(edits, diagonal)
      var start = 0
      var previous = 0
      if edits > 0 {
        let isDown =
          diagonal == -edits
          || (diagonal != edits && x(edits - 1, diagonal - 1) < x(edits - 1, diagonal + 1))
        previous = isDown ? diagonal + 1 : diagonal - 1
        start = x(edits - 1, previous) + (isDown ? 0 : 1)
      }
      for index in start..<max(start, here) {
        match[inA.lowerBound + index] = inB.lowerBound + index - diagonal
      }
      if edits == 0 { break }
      edits -= 1
      diagonal = previous
    }
    inA = inA.lowerBound + endX..<inA.upperBound
    inB = inB.lowerBound + endY..<inB.upperBound
  }
}
