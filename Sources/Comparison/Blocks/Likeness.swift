/// How alike two blocks are, and which blocks are worth asking about.
enum Likeness {
  /// Two blocks that may be the same one, changed.
  struct Candidate {
    var first: Int
    var second: Int
    /// **Units**: thousandths; 1000 for the same words.
    var likeness: Int
    /// How many words they share.
    var common: Int
  }

  /// Up to so many pairs, each is tried; beyond, only those that share a rare word.
  private static let fewPairs = 256
  /// A word in more blocks than this is no sign of likeness.
  private static let rare = 8
  /// How many blocks are tried for one.
  private static let tries = 6

  /// The pairs of one family at least as alike as `least` wants, sorted by indices.
  ///
  /// The work is proportional to the words of the blocks, whatever they hold.
  static func candidates(
    _ a: [ComparedBlock], _ b: [ComparedBlock], least: (ComparedBlock, ComparedBlock) -> Int
  ) -> [Candidate] {
    if a.count * b.count <= fewPairs {
      return a.indices.flatMap { i in
        b.indices.compactMap { candidate(a[i], b[$0], i, $0, least) }
      }
    }
    let found = sharingRareWords(a, b)
    var candidates: [Candidate] = []
    for (i, j) in found {
      if let candidate = candidate(a[i], b[j], i, j, least) { candidates.append(candidate) }
    }
    return candidates
  }

  private static func candidate(
    _ a: ComparedBlock, _ b: ComparedBlock, _ i: Int, _ j: Int,
    _ least: (ComparedBlock, ComparedBlock) -> Int
  ) -> Candidate? {
    guard a.family == b.family else { return nil }
    let wanted = least(a, b)
    let total = a.bag.count + b.bag.count
    if wanted > 0, 2000 * min(a.bag.count, b.bag.count) < wanted * total { return nil }
    let common = common(a.bag, b.bag)
    let likeness = total == 0 ? 1000 : 2000 * common / total
    guard likeness >= wanted else { return nil }
    return Candidate(first: i, second: j, likeness: likeness, common: common)
  }

  /// How many elements two sorted lists share, each counted as often as both have it.
  static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// For each block of `a` the blocks of `b` with which it shares most rare words, by indices.
  private static func sharingRareWords(_ a: [ComparedBlock], _ b: [ComparedBlock]) -> [(Int, Int)] {
    let (inA, inB) = (places(a), places(b))
    var shared: [UInt64] = []
    var (i, j) = (0, 0)
    while i < inA.count, j < inB.count {
      if inA[i].key < inB[j].key {
        i += 1
      } else if inA[i].key > inB[j].key {
        j += 1
      } else {
        let (endA, endB) = (end(of: i, in: inA), end(of: j, in: inB))
        if endA - i <= rare, endB - j <= rare {
          for x in i..<endA {
            for y in j..<endB { shared.append(UInt64(inA[x].block) << 32 | UInt64(inB[y].block)) }
          }
        }
        (i, j) = (endA, endB)
      }
    }
    shared.sort()
    return mostShared(shared)
  }

  /// - Parameter shared: packed pairs, sorted, as often as they share a word.
  private static func mostShared(_ shared: [UInt64]) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var group: [(second: Int, count: Int)] = []
    var first = -1
    func close() {
      let kept = group.sorted { ($1.count, $0.second) < ($0.count, $1.second) }.prefix(tries)
      result += kept.map(\.second).sorted().map { (first, $0) }
      group = []
    }
    for pair in shared {
      let (i, j) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      if i != first {
        close()
        first = i
      }
      if group.last?.second == j {
        group[group.count - 1].count += 1
      } else {
        group.append((j, 1))
      }
    }
    close()
    return result
  }

  /// Each word of each block once, sorted by word.
  private static func places(_ nodes: [ComparedBlock]) -> [(key: UInt64, block: Int)] {
    var places: [(key: UInt64, block: Int)] = []
    for (index, node) in nodes.enumerated() {
      var last: UInt64?
      for key in node.bag where key != last {
        places.append((key, index))
        last = key
      }
    }
    return places.sorted { ($0.key, $0.block) < ($1.key, $1.block) }
  }

  private static func end(of index: Int, in places: [(key: UInt64, block: Int)]) -> Int {
    var end = index
    while end < places.count, places[end].key == places[index].key { end += 1 }
    return end
  }
}
