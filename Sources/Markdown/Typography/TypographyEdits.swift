/// The changes that the rules ask for, in the order of the units.
struct TypographyEdits {
  /// What becomes of one unit.
  struct Edit {
    var index: Int
    var unit: UInt32
    /// What is inserted before and after it.
    var before = Unit.none
    var after = Unit.none
  }

  private(set) var edits: [Edit] = []
  private let units: [UInt32]
  /// The no-break spaces that numbers ask for and that were not met yet.
  private var numberSpaces: ArraySlice<NumberRules.Space>
  private var addresses: AddressRules

  init(_ units: [UInt32]) {
    self.units = units
    numberSpaces = NumberRules.spaces(in: units)[...]
    addresses = AddressRules(units: units)
    var index = 0
    while index < units.count {
      if Unit.isSpace(units[index]) {
        var end = index + 1
        while end < units.count, Unit.isSpace(units[end]) { end += 1 }
        if let space = space(for: index..<end) { replace(index..<end, with: space) }
        index = end
      } else {
        insertMissing(at: index)
        index += 1
      }
    }
  }

  private func unit(_ index: Int) -> UInt32 {
    units.indices.contains(index) ? units[index] : Unit.edge
  }

  // MARK: Spaces that are there

  /// The no-break space that a run of spaces becomes; nil when it may stay as it is.
  private mutating func space(for run: Range<Int>) -> UInt32? {
    let previous = unit(run.lowerBound - 1)
    let next = unit(run.upperBound)
    let ofNumber = numberSpaces.first?.index == run.lowerBound ? numberSpaces.popFirst() : nil
    guard !Unit.isEdge(previous), !Unit.isEdge(next) else { return nil }
    if previous == 0xAB || next == 0xBB { return Unit.noBreakSpace }
    if let ofNumber { return ofNumber.unit }
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
    let kept = run.first { units[$0] != InlineStream.softBreak } ?? run.lowerBound
    for index in run {
      let unit = index == kept ? space : Unit.none
      if unit != units[index] { edits.append(Edit(index: index, unit: unit)) }
    }
  }

  // MARK: Spaces that are missing, apostrophes

  private mutating func insertMissing(at index: Int) {
    let sign = units[index]
    guard Unit.isSign(sign) else { return }
    let previous = unit(index - 1)
    let next = unit(index + 1)
    var edit = Edit(index: index, unit: sign)
    switch sign {
    case 0xAB:  // «
      if !Unit.isEdge(next), !Unit.isSpace(next) { edit.after = Unit.noBreakSpace }
    case 0xBB:  // »
      if !Unit.isEdge(previous), !Unit.isSpace(previous), previous != 0xAB {
        edit.before = Unit.noBreakSpace
      }
    case _ where addresses.hold(index): break
    case 0x3B, 0x21, 0x3F:  // ; ! ?
      if endsClause(previous), isFollowedByEnd(index) {
        edit.before = Unit.narrowNoBreakSpace
      }
    case 0x3A:  // :
      if endsClause(previous), isEnd(next) { edit.before = Unit.noBreakSpace }
    case 0x25, 0x20AC, 0x2030:  // % € ‰
      if Unit.isDigit(previous), !Unit.isWord(next) { edit.before = Unit.noBreakSpace }
    case 0xB0, 0xBA:  // ° º
      if endsNumberSign(index), Unit.isWord(next) { edit.after = Unit.noBreakSpace }
    default:  // '
      if Unit.isLetter(previous), Unit.isWord(next) || next == 0xAB || next == InlineStream.object {
        edit.unit = 0x2019
      }
    }
    if edit.unit != sign || edit.before != Unit.none || edit.after != Unit.none {
      edits.append(edit)
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

/// Which units belong to something written for machines: a word between spaces or guillemets is an
/// address when it holds `://`, `@` or `www.`.
private struct AddressRules {
  let units: [UInt32]
  /// The word that was looked at last, and what it is.
  var word = 0..<0
  var isAddress = false

  mutating func hold(_ index: Int) -> Bool {
    guard !word.contains(index) else { return isAddress }
    // The indices come in order: what was looked at is not looked at again.
    var start = index
    while start > word.upperBound, !isSeparator(units[start - 1]) { start -= 1 }
    var end = index
    while end < units.count, !isSeparator(units[end]) { end += 1 }
    word = start..<end
    isAddress = AddressRules.isAddress(units[word])
    return isAddress
  }

  private func isSeparator(_ unit: UInt32) -> Bool {
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
