/// Which elements of two sequences are the same, in order.
///
/// Three means, so that the time never grows as the square of the lengths: common ends are cut
/// off; long ranges are cut at the elements that stand once on each side (patience); what is left
/// goes through Myers' algorithm, whose number of edits is bounded and which goes on from the
/// furthest point reached.
struct SequenceMatching {
  let a: [UInt64]
  let b: [UInt64]
  /// For each element of `a` the index of its like in `b`; -1 for none.
  var match: [Int]

  /// Ranges longer than this are first cut at what is unique in them.
  private static let shortRange = 1_000
  /// Past this depth, cutting at unique elements gains nothing.
  private static let depth = 12

  /// The pairs of indices, in order.
  ///
  /// The sequences are compared in one canonical order, so that a swap gives the same pairs.
  static func pairs(_ a: [UInt64], _ b: [UInt64]) -> [(Int, Int)] {
    if b.lexicographicallyPrecedes(a) { return pairs(ordered: b, a).map { ($0.1, $0.0) } }
    return pairs(ordered: a, b)
  }

  private static func pairs(ordered a: [UInt64], _ b: [UInt64]) -> [(Int, Int)] {
    var matching = SequenceMatching(a: a, b: b, match: Array(repeating: -1, count: a.count))
    matching.run(0..<a.count, 0..<b.count, depth: 0)
    var pairs: [(Int, Int)] = []
    for (index, other) in matching.match.enumerated() where other >= 0 {
      pairs.append((index, other))
    }
    return pairs
  }

  private mutating func run(_ inA: Range<Int>, _ inB: Range<Int>, depth: Int) {
    var (lowA, highA) = (inA.lowerBound, inA.upperBound)
    var (lowB, highB) = (inB.lowerBound, inB.upperBound)
    while lowA < highA, lowB < highB, a[lowA] == b[lowB] {
      match[lowA] = lowB
      lowA += 1
      lowB += 1
    }
    while lowA < highA, lowB < highB, a[highA - 1] == b[highB - 1] {
      highA -= 1
      highB -= 1
      match[highA] = highB
    }
    guard lowA < highA, lowB < highB else { return }
    let anchors =
      highA - lowA + highB - lowB > SequenceMatching.shortRange && depth < SequenceMatching.depth
      ? uniqueAnchors(lowA..<highA, lowB..<highB) : []
    if anchors.isEmpty {
      var myers = BoundedMyers(a: a, b: b, inA: lowA..<highA, inB: lowB..<highB)
      myers.match(into: &match)
      return
    }
    for (anchorA, anchorB) in anchors + [(highA, highB)] {
      run(lowA..<anchorA, lowB..<anchorB, depth: depth + 1)
      if anchorA < highA { match[anchorA] = anchorB }
      lowA = anchorA + 1
      lowB = anchorB + 1
    }
  }

  /// The elements that stand once in each range, the longest series in the same order.
  private func uniqueAnchors(_ inA: Range<Int>, _ inB: Range<Int>) -> [(Int, Int)] {
    var places: [UInt64: (a: Int, b: Int)] = [:]
    places.reserveCapacity(inA.count)
    // -1 for not seen, -2 for seen twice.
    for index in inA {
      places[a[index], default: (-1, -1)].a = places[a[index]] == nil ? index : -2
    }
    for index in inB {
      guard let place = places[b[index]] else { continue }
      places[b[index]]?.b = place.b == -1 ? index : -2
    }
    var found: [(Int, Int)] = []
    for index in inA {
      if let place = places[a[index]], place.a == index, place.b >= 0 {
        // From the start of the range: the search for the series takes room up to the last index.
        found.append((index, place.b - inB.lowerBound))
      }
    }
    return Chain.heaviest(found.map { (first: $0.0, second: $0.1, weight: 1) })
      .map { (found[$0].0, found[$0].1 + inB.lowerBound) }
  }
}

/// Series of pairs that do not cross.
enum Chain {
  /// The series of greatest weight, both indices growing strictly, as indices into `links`.
  ///
  /// - Parameter links: sorted by their first index, then by the second.
  static func heaviest(_ links: [(first: Int, second: Int, weight: Int)]) -> [Int] {
    guard let last = links.map(\.second).max() else { return [] }
    // A Fenwick tree of the heaviest series that ends before a second index.
    var best = [(weight: Int, link: Int)](repeating: (0, -1), count: last + 2)
    var before = [Int](repeating: -1, count: links.count)
    var totals = [Int](repeating: 0, count: links.count)
    var index = 0
    while index < links.count {
      var end = index
      while end < links.count, links[end].first == links[index].first {
        var node = links[end].second
        var found = (weight: 0, link: -1)
        while node > 0 {
          if best[node].weight > found.weight { found = best[node] }
          node -= node & -node
        }
        before[end] = found.link
        totals[end] = found.weight + links[end].weight
        end += 1
      }
      for link in index..<end {
        var node = links[link].second + 1
        while node < best.count {
          if totals[link] > best[node].weight { best[node] = (totals[link], link) }
          node += node & -node
        }
      }
      index = end
    }
    guard var link = totals.indices.max(by: { totals[$0] < totals[$1] }) else { return [] }
    var chain: [Int] = []
    while link >= 0 {
      chain.append(link)
      link = before[link]
    }
    return chain.reversed()
  }
}
