import Facts

/// Which blocks of two lists of siblings are the same ones.
enum BlockAlignment {
  typealias Pair = (first: Int, second: Int)

  /// The pairs that keep their order: equal blocks first, then, between them, those alike.
  static func pairs(_ a: [ComparedBlock], _ b: [ComparedBlock]) -> [Pair] {
    inCanonicalOrder(a, b) { a, b in
      let equal = SequenceMatching.pairs(a.map(\.key), b.map(\.key))
      var pairs: [Pair] = []
      var (nextA, nextB) = (0, 0)
      for (i, j) in equal + [(a.count, b.count)] {
        pairs += alike(a, nextA..<i, b, nextB..<j)
        if i < a.count { pairs.append((i, j)) }
        (nextA, nextB) = (i + 1, j + 1)
      }
      return pairs
    }
  }

  /// The pairs among blocks that have no place in order: equal ones first, then the most alike.
  ///
  /// - Parameter least: what two blocks must share to be the same one, in thousandths.
  static func moves(_ a: [ComparedBlock], _ b: [ComparedBlock], least: Int = 600) -> [Pair] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    return inCanonicalOrder(a, b) { a, b in
      var pairs: [Pair] = twins(a.map(\.key), b.map(\.key))
      let (restA, restB) = BlockLayout(pairs).rest(a.count, b.count)
      let candidates = Likeness.candidates(
        restA.map { a[$0] }, restB.map { b[$0] }, least: { _, _ in least })
      var (takenA, takenB): (Set<Int>, Set<Int>) = ([], [])
      let mostAlike = candidates.sorted {
        ($1.likeness, $1.common, $0.first, $0.second)
          < ($0.likeness, $0.common, $1.first, $1.second)
      }
      for candidate in mostAlike
      where !takenA.contains(candidate.first) && !takenB.contains(candidate.second) {
        takenA.insert(candidate.first)
        takenB.insert(candidate.second)
        pairs.append((restA[candidate.first], restB[candidate.second]))
      }
      return pairs.sorted { $0 < $1 }
    }
  }

  /// Runs a search on the lists in an order that does not depend on which is the old one.
  private static func inCanonicalOrder(
    _ a: [ComparedBlock], _ b: [ComparedBlock],
    _ search: ([ComparedBlock], [ComparedBlock]) -> [Pair]
  ) -> [Pair] {
    let isSwapped = b.lazy.map(\.key).lexicographicallyPrecedes(a.lazy.map(\.key))
    guard isSwapped else { return search(a, b) }
    return search(b, a).map { ($0.second, $0.first) }.sorted { $0 < $1 }
  }

  /// The series of pairs of most common words, in the gap between two equal blocks.
  private static func alike(
    _ a: [ComparedBlock], _ inA: Range<Int>, _ b: [ComparedBlock], _ inB: Range<Int>
  ) -> [Pair] {
    if inA.isEmpty || inB.isEmpty { return [] }
    let isLonely = inA.count == 1 && inB.count == 1
    let candidates = Likeness.candidates(Array(a[inA]), Array(b[inB])) {
      isLonely ? leastLikeness($0, $1) * 3 / 4 : leastLikeness($0, $1)
    }
    let links = candidates.map {
      (first: $0.first, second: $0.second, weight: 2 * $0.common + 1)
    }
    return Chain.heaviest(links).map {
      (inA.lowerBound + links[$0].first, inB.lowerBound + links[$0].second)
    }
  }

  /// How alike two neighbours must be to be the same block, in thousandths.
  private static func leastLikeness(_ a: ComparedBlock, _ b: ComparedBlock) -> Int {
    switch (a.block.kind, b.block.kind) {
    case (.heading(_, let old), .heading(_, let new)): return !old.isEmpty && old == new ? 0 : 400
    case (.list, _), (.quote, _), (.callout, _): return 300
    case (.table, _): return 250
    case (.caption, _), (.row(isHeader: true), _), (.rule, _): return 0
    case (.row, _): return hasSameFirstCell(a, b) ? 0 : 400
    case (.item, _): return 400
    default: return 450
    }
  }

  private static func hasSameFirstCell(_ a: ComparedBlock, _ b: ComparedBlock) -> Bool {
    guard let x = a.children.first, let y = b.children.first, !x.block.text.isEmpty else {
      return false
    }
    return x.tokens.tokens.map(\.key) == y.tokens.tokens.map(\.key)
  }
}
