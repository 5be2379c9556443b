/// The search for the name that an author probably meant.
public enum Suggestion {
  /// The candidate nearest to a name, if it is near enough to be a slip of the keyboard.
  ///
  /// The distance counts insertions, deletions, replacements and swaps of neighbours; at most a
  /// third of the name may differ. Between equals the first candidate wins.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates
    where candidate != name && abs(candidate.count - name.count) <= limit {
      let distance = distance(from: name.lowercased(), to: candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The nearest candidate in the place of a name, quotes around it left as they are; nil when the
  /// place is not just that name.
  public static func correction(
    of name: String, at place: Place?, among candidates: some Sequence<String>
  ) -> Correction? {
    guard var place, let nearest = nearest(to: name, among: candidates) else { return nil }
    let length = name.unicodeScalars.count
    switch place.length - length {
    case 0: break
    case 2: (place.column, place.length) = (place.column + 1, length)
    default: return nil
    }
    return Correction(place, with: nearest, isCertain: isCertain(name, among: candidates))
  }

  /// Whether the nearest candidate must be meant: one letter is wrong in a name of some length, no
  /// other candidate is as near, and the digits are the same, since `circulaire-2020` may be a slip
  /// for two editions.
  public static func isCertain(_ name: String, among candidates: some Sequence<String>) -> Bool {
    guard let nearest = nearest(to: name, among: candidates) else { return false }
    let digits = { (text: String) in text.filter(\.isNumber) }
    let distance = { (candidate: String) in
      Suggestion.distance(from: name.lowercased(), to: candidate.lowercased())
    }
    let least = distance(nearest)
    let isNear = least == 0 || least == 1 && name.count >= 4
    let isAlone = candidates.allSatisfy { $0 == nearest || $0 == name || distance($0) > least }
    return isNear && isAlone && digits(name) == digits(nearest)
  }

  /// Whether two names differ by one letter: what is not the same at both ends is one letter, or two
  /// that changed places. Among thousands of long names it tells what the distance is too slow for.
  public static func isSlip(_ a: [Unicode.Scalar], of b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) < 2 else { return false }
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var end = 0
    while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (a[start..<a.count - end], b[start..<b.count - end])
    return max(left.count, right.count) == 1
      || left.count == 2 && left.elementsEqual(right.reversed())
  }

  /// The Damerau-Levenshtein distance (optimal string alignment) between two words.
  static func distance(from a: String, to b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          value = min(value, beforePrevious[j - 2] + 1)
        }
        current.append(value)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
