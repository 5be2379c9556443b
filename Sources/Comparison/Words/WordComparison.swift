/// Two texts, word by word.
enum WordComparison {
  /// An unchanged stretch of so few letters between two changes joins them.
  private static let shortIsland = 4
  /// Below this share of common words, in percent, the whole text is said to be replaced.
  private static let leastShare = 20

  /// The stretches of both texts, in order; all the bytes of each text are in one of them.
  static func runs(_ before: ComparedBlock, _ after: ComparedBlock) -> [Run] {
    if before.block.text.isEmpty, after.block.text.isEmpty { return [] }
    let (a, b) = (before.tokens, after.tokens)
    let matches = stretches(before, after)
    var builder = RunBuilder(a: a, b: b)
    var (nextA, nextB) = (0, 0)
    for match in matches {
      builder.change(nextA..<match.a.lowerBound, nextB..<match.b.lowerBound)
      builder.same(match.a, match.b)
      (nextA, nextB) = (match.a.upperBound, match.b.upperBound)
    }
    builder.change(nextA..<a.tokens.count, nextB..<b.tokens.count)
    builder.tail()
    return builder.runs
  }

  typealias Stretch = (a: Range<Int>, b: Range<Int>)

  /// The unchanged stretches that are worth showing.
  private static func stretches(_ before: ComparedBlock, _ after: ComparedBlock) -> [Stretch] {
    let (a, b) = (before.tokens, after.tokens)
    let pairs = SequenceMatching.pairs(a.tokens.map(\.key), b.tokens.map(\.key))
    let explained = Likeness.common(before.explanations, after.explanations)
    let longest = max(a.tokens.count, b.tokens.count) + explained
    if longest > 8, (pairs.count + explained) * 100 < longest * leastShare { return [] }
    var stretches: [Stretch] = []
    for (i, j) in pairs {
      if let last = stretches.last, last.a.upperBound == i, last.b.upperBound == j {
        stretches[stretches.count - 1] = (last.a.lowerBound..<i + 1, last.b.lowerBound..<j + 1)
      } else {
        stretches.append((i..<i + 1, j..<j + 1))
      }
    }
    return stretches.filter { !isIsland($0, a, b) }
  }

  /// Whether a stretch is short and stands between two changes.
  private static func isIsland(_ stretch: Stretch, _ a: TokenText, _ b: TokenText) -> Bool {
    let isFirst = stretch.a.lowerBound == 0 && stretch.b.lowerBound == 0
    let isLast = stretch.a.upperBound == a.tokens.count && stretch.b.upperBound == b.tokens.count
    if isFirst || isLast { return false }
    let (old, new) = (a.byteRange(stretch.a), b.byteRange(stretch.b))
    // Four letters are 16 bytes at most, with spaces and marks between.
    if max(old.count, new.count) > 32 { return false }
    let letters = max(Scan.letterCount(a.bytes, old), Scan.letterCount(b.bytes, new))
    return letters <= shortIsland
  }
}

/// Puts stretches together, with the spaces that stand outside of changes.
private struct RunBuilder {
  let a: TokenText
  let b: TokenText
  private(set) var runs: [Run] = []

  mutating func change(_ inA: Range<Int>, _ inB: Range<Int>) {
    var (old, new) = (a.byteRange(inA), b.byteRange(inB))
    if !inA.isEmpty, !inB.isEmpty {
      // The space before a word that replaces another is no part of the change.
      let oldSpace = a.tokens[inA.lowerBound].start..<a.tokens[inA.lowerBound].head
      let newSpace = b.tokens[inB.lowerBound].start..<b.tokens[inB.lowerBound].head
      if !oldSpace.isEmpty, !newSpace.isEmpty {
        unchanged(oldSpace, newSpace)
        old = oldSpace.upperBound..<old.upperBound
        new = newSpace.upperBound..<new.upperBound
      }
    }
    if !old.isEmpty { runs.append(.deleted(a.slice(old))) }
    if !new.isEmpty { runs.append(.inserted(b.slice(new))) }
  }

  /// Tokens of the same keys: those of one spelling together, the others apart.
  mutating func same(_ inA: Range<Int>, _ inB: Range<Int>) {
    var first = inA.lowerBound
    let shift = inB.lowerBound - inA.lowerBound
    while first < inA.upperBound {
      let isSame = isSameSpelling(first, first + shift)
      var end = first + 1
      while end < inA.upperBound, isSameSpelling(end, end + shift) == isSame { end += 1 }
      let (old, new) = (a.byteRange(first..<end), b.byteRange(first + shift..<end + shift))
      if isSame {
        unchanged(old, new)
      } else {
        runs.add(.folded(before: a.slice(old), after: b.slice(new)))
      }
      first = end
    }
  }

  mutating func tail() {
    if a.tail.isEmpty, b.tail.isEmpty { return }
    unchanged(a.tail, b.tail)
  }

  private func isSameSpelling(_ i: Int, _ j: Int) -> Bool {
    let (x, y) = (a.tokens[i], b.tokens[j])
    guard x.end - x.start == y.end - y.start else { return false }
    let shift = y.start - x.start
    for index in x.start..<x.end where a.bytes[index] != b.bytes[index + shift] { return false }
    return true
  }

  /// The same words; their styles may differ.
  private mutating func unchanged(_ old: Range<Int>, _ new: Range<Int>) {
    let (before, after) = (a.slice(old), b.slice(new))
    if before == after, a.bytes[old] == b.bytes[new] {
      runs.add(.equal(after))
    } else {
      runs.add(.folded(before: before, after: after))
    }
  }
}
