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
    var blocks: [BlockChange] = []
    var (nextA, nextB) = (0, 0)
    for (i, j) in pairs + [(a.count, b.count)] {
      for index in nextA..<i { blocks.append(departed[index] ?? .removed(a[index].block)) }
      for index in nextB..<j { blocks.append(arrived[index] ?? .added(b[index].block)) }
      if i < a.count { blocks.append(compare(i, j)) }
      (nextA, nextB) = (i + 1, j + 1)
    }
    return blocks
  }
}
