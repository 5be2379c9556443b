/// Cuts French text into tokens, in one pass over its bytes.
///
/// « l' » stands apart from its noun. Whole: « 8 487 € », « 32,5 % », « 20 juin 2025 », « octobre
/// 2025 », « 2025-2026 », « 10 h 30 », « C-2026-069 », telephone numbers, addresses.
struct Tokeniser {
  let bytes: [UInt8]
  let limit: Int
  /// Where the next token begins.
  var position: Int
  /// Where the spaces before it begin.
  private var start: Int
  private let hasAt: Bool

  /// - Parameter start: the end of the token before, whose spaces the first token takes.
  init(_ bytes: [UInt8], from: Int, to limit: Int, start: Int) {
    self.bytes = bytes
    self.limit = limit
    position = from
    self.start = start
    hasAt = bytes[from..<limit].contains(UInt8(ascii: "@"))
  }

  mutating func next() -> Token? {
    while position < limit, kind(position) == .space { position += length(position) }
    guard position < limit else { return nil }
    let head = position
    let kind = advance()
    let key =
      kind == .address
      ? Folding.addressKey(bytes, head..<position) : Folding.key(bytes, head..<position)
    let token = Token(
      start: start, head: head, end: position, key: key, word: key, isFigure: kind == .figure)
    start = position
    return token
  }

  private enum TokenKind {
    /// A date too.
    case figure
    case address
    case other
  }

  /// Goes past one token.
  private mutating func advance() -> TokenKind {
    switch kind(position) {
    case .digit:
      if takeEmail() { return .other }
      takeFigure()
      return .figure
    case .letter:
      if takeAddress() { return .address }
      if takeEmail() { return .other }
      return takeWord() ? .figure : .other
    default:
      if byte(position) == UInt8(ascii: "+"), isDigit(position + 1) {
        position += 1
        takeFigure()
        return .figure
      }
      takeMarks()
      return .other
    }
  }

  /// One mark, or the same mark several times: « ... ».
  private mutating func takeMarks() {
    let length = length(position)
    let first = position
    position += length
    while position + length <= limit,
      bytes[position..<position + length] == bytes[first..<first + length]
    {
      position += length
    }
  }

  /// A word with its apostrophe, or a compound word; true when it is a month with its year.
  private mutating func takeWord() -> Bool {
    let head = position
    takeLettersAndDigits()
    if position < limit, kind(position) == .apostrophe, isElided() {
      position += length(position)
      return false
    }
    let end = position
    takeCompound()
    // Few words have a figure after them: the names of months are looked up for those only.
    guard position == end, isDigit(afterSpace(end)), Months.isMonth(bytes, head..<end) else {
      return false
    }
    return takeYear()
  }

  /// Whether a letter follows the apostrophe at the position: else it closes a quotation.
  private func isElided() -> Bool {
    let next = position + length(position)
    return next < limit && kind(next) == .letter
  }

  mutating func takeLettersAndDigits() {
    while position < limit {
      let kind = kind(position)
      guard kind == .letter || kind == .digit else { return }
      position += length(position)
    }
  }

  /// « rendez-vous », « C-2026-069 »: hyphens with a letter or a digit after them.
  mutating func takeCompound() {
    while let hyphen = hyphenLength(position), position + hyphen < limit {
      let next = kind(position + hyphen)
      guard next == .letter || next == .digit else { return }
      position += hyphen
      takeLettersAndDigits()
    }
  }

  /// A hyphen, ordinary or unbreakable (U+2010, U+2011).
  private func hyphenLength(_ index: Int) -> Int? {
    switch byte(index) {
    case UInt8(ascii: "-"): 1
    case 0xE2 where byte(index + 1) == 0x80 && (0x90...0x91).contains(byte(index + 2)): 3
    default: nil
    }
  }

  // MARK: - Looking

  func kind(_ index: Int) -> Scan.Kind { Scan.kind(bytes, index, limit) }

  func length(_ index: Int) -> Int { min(Scan.length(bytes[index]), limit - index) }

  /// The byte at an index; zero past the end.
  func byte(_ index: Int) -> UInt8 { index < limit ? bytes[index] : 0 }

  func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }

  /// The index after one space, or the same index when there is none.
  func afterSpace(_ index: Int) -> Int {
    index < limit && kind(index) == .space ? index + length(index) : index
  }

  func afterDigits(_ index: Int) -> Int {
    var index = index
    while isDigit(index) { index += 1 }
    return index
  }

  func has(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      guard index + wanted.count <= limit else { return false }
      for offset in 0..<wanted.count where bytes[index + offset] | 0x20 != wanted[offset] | 0x20 {
        return false
      }
      return true
    }
  }

  // MARK: - Addresses

  /// An address that begins with its scheme or `www.`.
  private mutating func takeAddress() -> Bool {
    switch byte(position) | 0x20 {
    case UInt8(ascii: "h"):
      guard has("http://", at: position) || has("https://", at: position) else { return false }
    case UInt8(ascii: "w"): guard has("www.", at: position) else { return false }
    default: return false
    }
    takeUntilSpace()
    return true
  }

  private mutating func takeEmail() -> Bool {
    guard hasAt else { return false }
    var index = position
    // 64 bytes are the longest local part; without this bound « a.a.a… » would be read n times.
    let longest = min(limit, position + 65)
    while index < longest, isLocalPart(bytes[index]) { index += 1 }
    guard index > position, byte(index) == UInt8(ascii: "@"), index + 1 < limit,
      kind(index + 1) == .letter || kind(index + 1) == .digit
    else { return false }
    takeUntilSpace()
    return true
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: ".-_+".utf8.contains(byte)
    }
  }

  /// Goes to the next space or quote, less the marks that end a sentence.
  private mutating func takeUntilSpace() {
    let head = position
    while position < limit, kind(position) != .space, !isQuote(position) {
      position += length(position)
    }
    while position - 1 > head, isSentenceMark(bytes[position - 1]) { position -= 1 }
  }

  private func isQuote(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    case 0xC2: byte(index + 1) == 0xAB || byte(index + 1) == 0xBB
    default: false
    }
  }

  private func isSentenceMark(_ byte: UInt8) -> Bool { ".,;:!?)]".utf8.contains(byte) }
}
