/// The changes that the rules ask for, unit by unit.
struct TypographyEdits {
  /// The units, spaces replaced and deleted in place.
  private(set) var units: [UInt32]
  /// What to insert before and after each unit; 0 for nothing.
  private var before: [UInt32]
  private var after: [UInt32]
  private let original: [UInt32]
  /// The no-break spaces that numbers ask for, by the first unit of a run of spaces.
  private var numberSpaces: [Int: UInt32]
  /// Whether each unit is part of an address or the like.
  private let isProtected: [Bool]

  init(_ units: [UInt32]) {
    self.units = units
    original = units
    before = [UInt32](repeating: 0, count: units.count)
    after = before
    numberSpaces = NumberRules.spaces(in: units)
    isProtected = AddressRules.protected(in: units)
  }

  mutating func apply() {
    var index = 0
    while index < original.count {
      if Unit.isSpace(original[index]) {
        var end = index + 1
        while end < original.count, Unit.isSpace(original[end]) { end += 1 }
        if let space = space(for: index..<end) { replace(index..<end, with: space) }
        index = end
      } else {
        insertMissing(at: index)
        index += 1
      }
    }
  }

  /// The text of the units after the changes.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + range.count / 8)
    for index in range {
      if before[index] != 0 { bytes.append(unit: before[index]) }
      bytes.append(unit: units[index])
      if after[index] != 0 { bytes.append(unit: after[index]) }
    }
    return bytes.text
  }

  private func unit(_ index: Int) -> UInt32 {
    original.indices.contains(index) ? original[index] : Unit.edge
  }

  // MARK: Spaces that are there

  /// The no-break space that a run of spaces becomes; nil when it may stay as it is.
  private func space(for run: Range<Int>) -> UInt32? {
    let previous = unit(run.lowerBound - 1)
    let next = unit(run.upperBound)
    guard !Unit.isEdge(previous), !Unit.isEdge(next) else { return nil }
    if previous == 0xAB || next == 0xBB { return Unit.noBreakSpace }
    if let space = numberSpaces[run.lowerBound] { return space }
    if endsNumberSign(run.lowerBound - 1), Unit.isWord(next) || next == InlineStream.object {
      return Unit.noBreakSpace
    }
    if Unit.isOpening(previous) { return nil }
    switch next {
    case 0x3A, 0x25, 0x20AC, 0x2030: return Unit.noBreakSpace  // : % € ‰
    case 0x3B, 0x21, 0x3F: return Unit.narrowNoBreakSpace  // ; ! ?
    case 0x6B, 0x4D:  // k€, M€
      return Unit.isDigit(previous) && unit(run.upperBound + 1) == 0x20AC
        ? Unit.noBreakSpace : nil
    default: return nil
    }
  }

  /// Puts one no-break space for the whole run, in a text node if the run touches one.
  private mutating func replace(_ run: Range<Int>, with space: UInt32) {
    let kept = run.first { original[$0] != InlineStream.softBreak } ?? run.lowerBound
    for index in run { units[index] = index == kept ? space : Unit.deleted }
  }

  // MARK: Spaces that are missing, apostrophes

  private mutating func insertMissing(at index: Int) {
    let previous = unit(index - 1)
    let next = unit(index + 1)
    switch original[index] {
    case 0xAB:  // «
      if !Unit.isEdge(next), !Unit.isSpace(next) { after[index] = Unit.noBreakSpace }
    case 0xBB:  // »
      if !Unit.isEdge(previous), !Unit.isSpace(previous), previous != 0xAB {
        before[index] = Unit.noBreakSpace
      }
    case _ where isProtected[index]: break
    case 0x3B, 0x21, 0x3F:  // ; ! ?
      if endsClause(previous), isFollowedByEnd(index) {
        before[index] = Unit.narrowNoBreakSpace
      }
    case 0x3A:  // :
      if endsClause(previous), isEnd(next) { before[index] = Unit.noBreakSpace }
    case 0x25, 0x20AC, 0x2030:  // % € ‰
      if Unit.isDigit(previous), !Unit.isWord(next) { before[index] = Unit.noBreakSpace }
    case 0xB0, 0xBA:  // ° º
      if endsNumberSign(index), Unit.isWord(next) { after[index] = Unit.noBreakSpace }
    case 0x27:  // '
      if Unit.isLetter(previous), Unit.isWord(next) || next == 0xAB || next == InlineStream.object {
        units[index] = 0x2019
      }
    default: break
    }
  }

  /// Whether a sign that wants a space before it may get one after this unit.
  private func endsClause(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x2E, 0x2026, 0x25, 0x20AC, 0x2030, 0xB0, 0xBA, InlineStream.object: true  // . … % € ‰ ° º
    case 0x29, 0x5D, 0xBB, 0x201D, 0x2019: true  // ) ] » ” ’
    default: Unit.isWord(unit)
    }
  }

  /// Whether nothing but signs of the same kind stand between this sign and the end of a word.
  private func isFollowedByEnd(_ index: Int) -> Bool {
    var next = index + 1
    // Longer rows of signs are no French; the bound keeps the whole linear.
    while next < index + 8 {
      switch unit(next) {
      case 0x21, 0x3F, 0x3B, 0x2E, 0x2026, 0x2C: next += 1  // ! ? ; . … ,
      default: return isEnd(unit(next)) || unit(next) == InlineStream.object
      }
    }
    return false
  }

  private func isEnd(_ unit: UInt32) -> Bool {
    Unit.isEdge(unit) || Unit.isSpace(unit) || Unit.isClosing(unit)
  }

  /// Whether the unit is the end of « n° ».
  private func endsNumberSign(_ index: Int) -> Bool {
    let sign = unit(index)
    guard sign == 0xB0 || sign == 0xBA else { return false }
    let letter = unit(index - 1)
    return (letter == 0x6E || letter == 0x4E) && !Unit.isWord(unit(index - 2))
  }
}

/// Which units belong to something written for machines.
enum AddressRules {
  /// A word between spaces or guillemets is an address when it holds `://`, `@` or `www.`.
  static func protected(in units: [UInt32]) -> [Bool] {
    var protected = [Bool](repeating: false, count: units.count)
    var start = 0
    for index in 0...units.count {
      guard index == units.count || isSeparator(units[index]) else { continue }
      if isAddress(units[start..<index]) {
        for inner in start..<index { protected[inner] = true }
      }
      start = index + 1
    }
    return protected
  }

  private static func isSeparator(_ unit: UInt32) -> Bool {
    Unit.isSpace(unit) || Unit.isEdge(unit) || unit == InlineStream.object || unit == 0xAB
      || unit == 0xBB
  }

  private static func isAddress(_ word: ArraySlice<UInt32>) -> Bool {
    for index in word.indices {
      switch word[index] {
      case 0x40: return true  // @
      case 0x3A where word[index...].starts(with: [0x3A, 0x2F, 0x2F]): return true  // ://
      case 0x77 where word[index...].starts(with: [0x77, 0x77, 0x77, 0x2E]): return true  // www.
      default: continue
      }
    }
    return false
  }
}
