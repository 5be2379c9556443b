/// How alike two blocks are, and which blocks are worth asking about.
enum Likeness {
  /// Two blocks that may be the same one, changed.
  struct Candidate {
    var first: Int
    var second: Int
    /// **Units**: thousandths; 1000 for the same words.
    var likeness: Int
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
    return sharingRareWords(a, b).compactMap { i, j in candidate(a[i], b[j], i, j, least) }
  }

  private static func candidate(
    _ a: ComparedBlock, _ b: ComparedBlock, _ i: Int, _ j: Int,
    _ least: (ComparedBlock, ComparedBlock) -> Int
  ) -> Candidate? {
    guard a.block.kind.family == b.block.kind.family else { return nil }
    let wanted = least(a, b)
    let explained = common(a.explanations, b.explanations)
    let total = a.bag.count + b.bag.count + 2 * explained
    let most = min(a.bag.count, b.bag.count) + explained
    if wanted > 0, 2000 * most < wanted * total { return nil }
    let common = common(a.bag, b.bag) + explained
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
    return a.indices.flatMap { i in
      var shared: [Int: Int] = [:]
      for key in Set(a[i].bag) where inA[key]?.count ?? 0 <= rare {
        guard let places = inB[key], places.count <= rare else { continue }
        for j in places { shared[j, default: 0] += 1 }
      }
      return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(tries)
        .map(\.key).sorted().map { (i, $0) }
    }
  }

  private static func places(_ blocks: [ComparedBlock]) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for (index, block) in blocks.enumerated() {
      for key in Set(block.bag) { places[key, default: []].append(index) }
    }
    return places
  }
}
