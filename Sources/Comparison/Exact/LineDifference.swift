/// Lines that two texts do not have alike, next to each other.
public struct LineDifference: Sendable, Hashable {
  /// What the old text has there; empty when it has nothing.
  public var before: String
  public var after: String
  /// The UTF-8 offset in the new text of the first character that differs.
  public var first: Int
  /// The offset of the last one.
  public var last: Int

  public static func all(from before: String, to after: String) -> [LineDifference] {
    guard before != after else { return [] }
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    var starts = [0]
    for line in new { starts.append((starts.last ?? 0) + line.utf8.count + 1) }
    return hunks(from: old, to: new).map { removed, inserted in
      LineDifference(
        old[removed].joined(separator: "\n"), new[inserted].joined(separator: "\n"),
        at: min(starts[inserted.lowerBound], max(0, after.utf8.count - 1)))
    }
  }

  private init(_ before: String, _ after: String, at start: Int) {
    let prefix = zip(before.utf8, after.utf8).prefix { $0 == $1 }.count
    let room = min(before.utf8.count, after.utf8.count) - prefix
    let suffix = zip(before.utf8.reversed(), after.utf8.reversed()).prefix { $0 == $1 }.count
    self.before = before
    self.after = after
    first = start + min(prefix, max(0, after.utf8.count - 1))
    last = max(first, start + after.utf8.count - min(suffix, room) - 1)
  }

  private typealias Hunk = (removed: Range<Int>, inserted: Range<Int>)

  /// The ranges of lines that differ: those removed, and those that stand in their place.
  private static func hunks(from old: [Substring], to new: [Substring]) -> [Hunk] {
    var isRemoved = [Bool](repeating: false, count: old.count)
    var isInserted = [Bool](repeating: false, count: new.count)
    // The sections of a note are short: no bounded search is needed here.
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    var hunks: [Hunk] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (removed, inserted) = (i, j)
      while i < old.count, isRemoved[i] { i += 1 }
      while j < new.count, isInserted[j] { j += 1 }
      if i > removed, i - removed == j - inserted {
        // As many lines on both sides: most likely each in the place of the other.
        hunks += zip(removed..<i, inserted..<j).map { ($0..<($0 + 1), $1..<($1 + 1)) }
      } else if i > removed || j > inserted {
        hunks.append((removed..<i, inserted..<j))
      } else {
        i += 1
        j += 1
      }
    }
    return hunks
  }

  /// The words that differ on each side, on one line with a few around them, and « … » where it is
  /// cut; nil on a side that has none.
  public var excerpts: (before: String?, after: String?) {
    let old = Array(before)
    let new = Array(after)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let room = min(old.count, new.count) - prefix
    let suffix = min(room, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
    return (
      LineDifference.excerpt(old, prefix..<(old.count - suffix)),
      LineDifference.excerpt(new, prefix..<(new.count - suffix))
    )
  }

  private static func excerpt(_ text: [Character], _ range: Range<Int>) -> String? {
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    var start = max(0, range.lowerBound - 30)
    var end = min(text.count, range.upperBound + 30)
    while start > 0, start < range.lowerBound, !text[start - 1].isWhitespace { start += 1 }
    while end < text.count, end > range.upperBound, !text[end].isWhitespace { end -= 1 }
    var words = Array(text[start..<end])
    if words.count > 240 { words = words.prefix(140) + Array(" […] ") + words.suffix(90) }
    let shown = String(words).split(whereSeparator: \.isNewline).joined(separator: " / ")
    return (start > 0 ? "… " : "") + shown + (end < text.count ? " …" : "")
  }
}
