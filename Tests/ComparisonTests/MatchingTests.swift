@testable import Comparison
import TestSupport
import Testing

/// The search for what two sequences have in common.
@Suite struct MatchingTests {
  private func check(_ a: [UInt64], _ b: [UInt64]) -> Int {
    let pairs = SequenceMatching.pairs(a, b)
    for (i, j) in pairs { #expect(a[i] == b[j]) }
    for (one, next) in zip(pairs, pairs.dropFirst()) { #expect(one.0 < next.0 && one.1 < next.1) }
    let swapped = SequenceMatching.pairs(b, a)
    #expect(swapped.map(\.0) == pairs.map(\.1) && swapped.map(\.1) == pairs.map(\.0))
    return pairs.count
  }

  /// The length of the longest common subsequence, by the textbook.
  private func longest(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var corner = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? corner + 1 : max(above, row[j])
        corner = above
      }
    }
    return row[b.count]
  }

  @Test(arguments: UInt64(0)..<200)
  func shortSequencesGiveTheLongestCommonOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = UInt64.random(in: 1...8, using: &generator)
    let sequences = (0..<2).map { _ in
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt64.random(in: 0..<letters, using: &generator)
      }
    }
    #expect(check(sequences[0], sequences[1]) == longest(sequences[0], sequences[1]))
  }

  @Test func longSequencesEnd() {
    let many = (0..<4_000).map { UInt64($0) }
    #expect(check(many, many.map { $0 + 1_000_000 }) == 0)
    #expect(check(many, many.map { $0.isMultiple(of: 10) ? $0 + 1_000_000 : $0 }) == 3_600)
    #expect(check(many, many.reversed()) >= 1)
    let same = [UInt64](repeating: 7, count: 4_000)
    #expect(check(same, Array(same.dropLast(1_000))) == 3_000)
    let periodic = many.map { $0 % 3 }
    #expect(check(periodic, many.map { $0 % 2 }) > 200)
  }
}
