/// Figures with their units, dates, hours, telephone numbers.
extension Tokeniser {
  /// A figure and what belongs to it; the position is at a digit.
  mutating func takeFigure() {
    if takePhone() { return }
    takeNumber()
    let end = position
    takeLettersAndDigits()
    if position > end {
      // « 1er juillet 2025 », « 10h30 », « 2e »; the rest as a word.
      takeCompound()
      if has("er", at: end), position == end + 2 { takeMonth() }
      return
    }
    if takeUnit() || takeHours() { return }
    takeMonth()
  }

  /// « 03 29 68 39 77 », « 03.29.68.39.77 », « 0329683977 », « +33 3 29 68 39 77 ».
  private mutating func takePhone() -> Bool {
    var index = position
    let isAbroad = position > 0 && byte(position - 1) == UInt8(ascii: "+")
    if isAbroad {
      guard isDigit(index), isDigit(index + 1) else { return false }
      index = afterSpace(index + 2)
      guard isDigit(index) else { return false }
      index += 1
    } else {
      guard byte(index) == UInt8(ascii: "0"), isDigit(index + 1) else { return false }
      index += 2
    }
    for _ in 0..<4 {
      var next = afterSpace(index)
      if next == index, byte(next) == UInt8(ascii: ".") || byte(next) == UInt8(ascii: "-") {
        next += 1
      }
      guard isDigit(next), isDigit(next + 1) else { return false }
      index = next + 2
    }
    guard !isDigit(index) else { return false }
    position = index
    return true
  }

  /// Digits with their groups, decimals, and the numbers joined by `-`, `/` or `:`.
  private mutating func takeNumber() {
    let head = position
    position = afterDigits(position)
    if position - head <= 3 { takeGroups() }
    while let joint = jointLength(position), isDigit(position + joint) {
      position = afterDigits(position + joint)
    }
  }

  /// What joins two numbers, a dash included: « 2025–2026 ».
  private func jointLength(_ index: Int) -> Int? {
    switch byte(index) {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: ":"):
      1
    case 0xE2 where byte(index + 1) == 0x80 && (0x90...0x93).contains(byte(index + 2)): 3
    default: nil
    }
  }

  /// Groups of exactly three digits after a space: « 1 174 ».
  private mutating func takeGroups() {
    while true {
      let group = afterSpace(position)
      guard group > position, afterDigits(group) == group + 3 else { return }
      position = group + 3
    }
  }

  /// « € », « €/collectif », « % ».
  private mutating func takeUnit() -> Bool {
    let unit = afterSpace(position)
    if byte(unit) == UInt8(ascii: "%") {
      position = unit + 1
      return true
    }
    guard byte(unit) == 0xE2, byte(unit + 1) == 0x82, byte(unit + 2) == 0xAC else { return false }
    position = unit + 3
    if byte(position) == UInt8(ascii: "/"), position + 1 < limit, kind(position + 1) == .letter {
      position += 1
      takeLettersAndDigits()
    }
    return true
  }

  /// « 10 h », « 10 h 30 ».
  private mutating func takeHours() -> Bool {
    let unit = afterSpace(position)
    guard byte(unit) == UInt8(ascii: "h") else { return false }
    let end = unit + 1
    if end < limit, kind(end) == .letter || kind(end) == .apostrophe { return false }
    position = end
    let minutes = afterSpace(end)
    if afterDigits(minutes) == minutes + 2 { position = minutes + 2 }
    return true
  }

  /// « juin 2025 » or « juin » after a day.
  private mutating func takeMonth() {
    let head = afterSpace(position)
    guard head > position, head < limit, kind(head) == .letter else { return }
    var end = head
    while end < limit, kind(end) == .letter { end += length(end) }
    guard Months.isMonth(bytes, head..<end) else { return }
    position = end
    _ = takeYear()
  }

  /// « 2025 » after a month.
  mutating func takeYear() -> Bool {
    let year = afterSpace(position)
    guard year > position, afterDigits(year) == year + 4 else { return false }
    position = year + 4
    return true
  }
}

enum Months {
  private static let keys: Set<UInt64> = Set(
    [
      "janvier", "février", "fevrier", "mars", "avril", "mai", "juin", "juillet", "août", "aout",
      "septembre", "octobre", "novembre", "décembre", "decembre",
    ].map { name in Folding.key(Array(name.utf8), 0..<name.utf8.count) })

  static func isMonth(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    (3...10).contains(range.count) && keys.contains(Folding.key(bytes, range))
  }
}
