/// Two lists of siblings in one order of display.
struct BlockLayout {
  /// The pairs that stayed in order.
  private let pairs: [BlockAlignment.Pair]
  private var departed: [Int: BlockChange] = [:]
  private var arrived: [Int: BlockChange] = [:]

  init(_ pairs: [BlockAlignment.Pair]) { self.pairs = pairs }

  /// The indices that are in no pair.
  func rest(_ countA: Int, _ countB: Int) -> ([Int], [Int]) {
    let (inA, inB) = (Set(pairs.map(\.first)), Set(pairs.map(\.second)))
    return (
      (0..<countA).filter { !inA.contains($0) }, (0..<countB).filter { !inB.contains($0) }
    )
  }

  /// A block that left one place for another, perhaps in another list.
  mutating func addMove(_ i: Int?, _ j: Int?, _ change: BlockChange) {
    if let i {
      var twin = change
      twin.nature = .departed
      departed[i] = twin
    }
    if let j { arrived[j] = change }
  }

  func blocks(
    _ a: [ComparedBlock], _ b: [ComparedBlock], compare: (Int, Int) -> BlockChange
  ) -> [BlockChange] {
    var changes = BlockLayout.order(pairs, a.count, b.count).compactMap { i, j in
      switch (i, j) {
      case (let i?, let j?): compare(i, j)
      case (let i?, nil): departed[i] ?? .removed(a[i].block)
      case (nil, let j?): arrived[j] ?? .added(b[j].block)
      case (nil, nil): nil
      }
    }
    FormChanges.mark(&changes)
    return changes
  }

  /// The indices of two lists, pairs together: between two of them what is in the first list alone,
  /// then what is in the second.
  static func order(
    _ pairs: [BlockAlignment.Pair], _ countA: Int, _ countB: Int
  ) -> [(before: Int?, after: Int?)] {
    var order: [(Int?, Int?)] = []
    var (nextA, nextB) = (0, 0)
    for (i, j) in pairs + [(countA, countB)] {
      order += (nextA..<i).map { ($0, nil) }
      order += (nextB..<j).map { (nil, $0) }
      if i < countA { order.append((i, j)) }
      (nextA, nextB) = (i + 1, j + 1)
    }
    return order
  }
}
