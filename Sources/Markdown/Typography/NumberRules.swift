/// The no-break spaces inside numbers: thousands, telephone numbers, postal codes.
///
/// A group of three digits joins only a group of one to three that begins a number, so that « en
/// 2025 126 collectifs » stays two numbers.
struct NumberRules {
  /// The space that a run of spaces becomes.
  struct Space {
    /// The first unit of the run.
    var index: Int
    var unit: UInt32
  }

  /// The spaces inside numbers, in their order.
  static func spaces(in units: [UInt32]) -> [Space] {
    var rules = NumberRules(units: units)
    var index = 0
    while index < units.count {
      if Unit.isDigit(units[index]), index == 0 || !Unit.isDigit(units[index - 1]) {
        index = rules.read(from: index)
        rules.decide()
      } else {
        index += 1
      }
    }
    return rules.spaces
  }

  private static let telephones = [
    [2, 2, 2, 2, 2], [1, 3, 2, 2, 2], [1, 3, 3, 3], [4, 2, 2, 2], [4, 3, 3],
  ]
  /// « au 32 30 », « le 32 30 ».
  private static let articles = ["au", "le"].map { $0.unicodeScalars.map(\.value) }
  private static let postalWords = ["TSA", "CS", "BP"].map { $0.unicodeScalars.map(\.value) }

  let units: [UInt32]
  var spaces: [Space] = []
  /// Groups of digits with only spaces between.
  var groups: [Range<Int>] = []

  /// Reads the groups that begin at a digit and returns where they end.
  private mutating func read(from start: Int) -> Int {
    groups.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let begin = index
      while index < units.count, Unit.isDigit(units[index]) { index += 1 }
      groups.append(begin..<index)
      var next = index
      while next < units.count, Unit.isSpace(units[next]) { next += 1 }
      guard next > index, next < units.count, Unit.isDigit(units[next]) else { return index }
      index = next
    }
  }

  private mutating func decide() {
    bindInternationalZero()
    var rank = 0
    while rank < groups.count {
      rank += max(1, joinedCount(at: rank))
    }
  }

  /// Joins the groups of one number and returns how many they are; 0 when nothing is joined.
  private mutating func joinedCount(at rank: Int) -> Int {
    if let count = telephone(at: rank) ?? postal(at: rank) {
      join(rank, count, with: Unit.noBreakSpace)
      return count
    }
    let count = thousands(at: rank)
    if count > 1 { join(rank, count, with: Unit.narrowNoBreakSpace) }
    return count
  }

  private mutating func join(_ rank: Int, _ count: Int, with space: UInt32) {
    for group in groups[rank..<rank + count].dropLast() {
      spaces.append(Space(index: group.upperBound, unit: space))
    }
  }

  // MARK: Thousands

  private func thousands(at rank: Int) -> Int {
    let first = groups[rank]
    guard first.count <= 3, units[first.lowerBound] != 0x30, rank > 0 || beginsNumber(first)
    else { return 0 }
    var end = rank + 1
    while end < groups.count, groups[end].count == 3, !continuesAsTime(groups[end]) { end += 1 }
    return end - rank
  }

  /// Whether what stands before a group lets a number begin there.
  private func beginsNumber(_ group: Range<Int>) -> Bool {
    let previous = unit(group.lowerBound - 1)
    let beforeIt = unit(group.lowerBound - 2)
    switch previous {
    case 0x2D, 0x2F: return !Unit.isWord(beforeIt)  // - /
    case 0x3A, 0x2C, 0x2E: return Unit.isLetter(beforeIt)  // : , .
    case 0x5F, 0x40, 0x23: return false  // _ @ #
    default: return !Unit.isWord(previous)
    }
  }

  private func continuesAsTime(_ group: Range<Int>) -> Bool {
    unit(group.upperBound) == 0x3A && Unit.isDigit(unit(group.upperBound + 1))
  }

  // MARK: Telephone

  /// « 03 29 68 39 77 », « 0 810 25 53 10 », « 0 800 123 456 », « +33 3 29 68 39 77 ».
  private func telephone(at rank: Int) -> Int? {
    if rank == 0, unit(groups[0].lowerBound - 1) == 0x2B { return international() }
    let lengths = groups[rank...].prefix(5).lazy.map(\.count)
    if units[groups[rank].lowerBound] == 0x30 {
      return NumberRules.telephones.first { lengths.starts(with: $0) }?.count
    }
    // After « +33 (0) ».
    let isAfterParenthesis = rank == 0 && unit(groups[0].lowerBound - 1) == 0x29
    if isAfterParenthesis, lengths.elementsEqual([1, 2, 2, 2, 2]) { return 5 }
    // « 32 30 », the short number of public services.
    let isShort = rank == 0 && groups.count == 2 && lengths.elementsEqual([2, 2])
    let first = groups[0].lowerBound
    guard isShort, units[first] == 0x33 else { return nil }
    return NumberRules.articles.contains { endsWith($0, before: first) } ? 2 : nil
  }

  private func international() -> Int? {
    guard (2...3).contains(groups[0].count) else { return nil }
    var digits = 0
    for (offset, group) in groups.dropFirst().enumerated() {
      digits += group.count
      if digits == 9, offset > 0 { return offset + 2 }
      if digits > 9 || group.count > 3 { return nil }
    }
    return nil
  }

  /// « +33 (0)3 29 68 39 77 »: the space before the parenthesis.
  private mutating func bindInternationalZero() {
    guard let last = groups.last, groups.count == 1, unit(last.lowerBound - 1) == 0x2B else {
      return
    }
    var next = last.upperBound
    while next < units.count, next < last.upperBound + 4, Unit.isSpace(units[next]) { next += 1 }
    if next > last.upperBound, units[next...].starts(with: [0x28, 0x30, 0x29]) {
      spaces.append(Space(index: last.upperBound, unit: Unit.noBreakSpace))
    }
  }

  // MARK: Postal codes

  /// « TSA 50 586 », « CS 20009 », « BP 123 »: the word and its number.
  private mutating func postal(at rank: Int) -> Int? {
    guard rank == 0 else { return nil }
    let first = groups[0]
    for word in NumberRules.postalWords where endsWith(word, before: first.lowerBound) {
      spaces.append(Space(index: firstSpace(before: first.lowerBound), unit: Unit.noBreakSpace))
      let isCut = groups.count > 1 && groups[1].count == 3 && first.count <= 2
      return isCut ? 2 : 1
    }
    return nil
  }

  // MARK: Units

  private func unit(_ index: Int) -> UInt32 {
    units.indices.contains(index) ? units[index] : Unit.edge
  }

  private func firstSpace(before index: Int) -> Int {
    var start = index
    while start > 0, Unit.isSpace(units[start - 1]) { start -= 1 }
    return start
  }

  /// Whether a whole word and a space stand before an index.
  private func endsWith(_ word: [UInt32], before index: Int) -> Bool {
    let end = firstSpace(before: index)
    guard end < index, end >= word.count else { return false }
    return units[(end - word.count)..<end].elementsEqual(word)
      && !Unit.isWord(unit(end - word.count - 1))
  }
}
