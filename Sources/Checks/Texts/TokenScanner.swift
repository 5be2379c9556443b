import Text

/// Cuts the Markdown of a section into words, numbers and signs, in one pass over its bytes.
///
/// What readers do not see as words is passed over: addresses, code, labels of footnotes, kinds of
/// callouts, entities, marks of emphasis.
struct TokenScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private var index = 0
  private var isInHeading = false
  private var tokens: [Token] = []

  static func tokens(of text: String, _ lexicon: Lexicon) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = TokenScanner(bytes: bytes, lexicon: lexicon)
      return scanner.scan()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    tokens.reserveCapacity(bytes.count / 5)
  }

  private subscript(offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func scan() -> [Token] {
    beginLine()
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        index += 1
        if isInHeading { addEnd() }
        isInHeading = false
        beginLine()
      case 0x30...0x39: scanNumber()
      case 0x41...0x5A, 0x61...0x7A: scanWord()
      case 0x80...: scanScalar()
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "<"): skip(to: UInt8(ascii: ">"), within: 400)
      case UInt8(ascii: "&"): skipEntity()
      case UInt8(ascii: "|"):
        addEnd()
        index += 1
      case UInt8(ascii: "["):
        // « [^note] », « [!NOTE] », and not an image in a link.
        let next = self[index + 1]
        if next == UInt8(ascii: "^")
          || next == UInt8(ascii: "!") && self[index + 2] != UInt8(ascii: "[")
        {
          skip(to: UInt8(ascii: "]"), within: 100)
        } else {
          addSign(length: 1)
        }
      case UInt8(ascii: "]"):
        addSign(length: 1)
        if self[index] == UInt8(ascii: "(") { skipDestination() }
      case UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"),
        UInt8(ascii: "+"), UInt8(ascii: "@"):
        addSign(length: 1)
      default: index += 1
      }
    }
    addEnd()
    return tokens
  }

  // MARK: Lines

  /// A line that is empty, or begins an item, a heading, a row or a footnote, ends what came before.
  private mutating func beginLine() {
    var start = index
    while self[start] == 0x20 || self[start] == UInt8(ascii: ">") { start += 1 }
    switch self[start] {
    case 0x0A, 0, UInt8(ascii: "|"): addEnd()
    case UInt8(ascii: "#"):
      addEnd("#")
      isInHeading = true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if self[start + 1] == 0x20 {
        addEnd()
        start += 2
      }
    case UInt8(ascii: "["):
      if self[start + 1] == UInt8(ascii: "^") { addEnd() }
    case 0x30...0x39:
      var end = start
      while (0x30...0x39).contains(self[end]) { end += 1 }
      let isItem = self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")")
      if isItem, self[end + 1] == 0x20 {
        addEnd()
        start = end + 2
      }
    default: break
    }
    index = start
  }

  private mutating func addEnd(_ sign: Unicode.Scalar = " ") {
    if let last = tokens.last, last.kind == .end, sign == " " { return }
    tokens.append(Token(kind: .end, sign: sign, range: index..<index))
  }

  // MARK: Words and numbers

  private mutating func scanWord() {
    let start = index
    var hash = FNV1a()
    var previous: UInt8 = 0
    var (letters, capitals) = (0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      let isSmall = byte >= 0x61 && byte <= 0x7A
      let isCapital = byte >= 0x41 && byte <= 0x5A
      if byte >= 0x80 {
        // Latin letters are C3 to C5; « × » and « ÷ » are none, and other signs are longer.
        guard (0xC3...0xC5).contains(byte), self[index + 1] & 0b1101_1111 != 0x97 || byte != 0xC3
        else { break }
        letters += 1
        if byte == 0xC3, self[index + 1] <= 0x9E { capitals += 1 }
        hash.add(byte)
        hash.add(WordHash.lowered(self[index + 1], after: byte))
        index += 2
        continue
      }
      guard isSmall || isCapital || byte >= 0x30 && byte <= 0x39 else { break }
      letters += 1
      if isCapital { capitals += 1 }
      hash.add(WordHash.lowered(byte, after: previous))
      previous = byte
      index += 1
    }
    index = min(index, bytes.count)
    // « × », « ÷ ».
    if index == start {
      index += 2
      return
    }
    // An address that was typed as it is: « https://… », « www.… ».
    if self[index] == UInt8(ascii: ":"), self[index + 1] == UInt8(ascii: "/") {
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")"),
        bytes[index] != UInt8(ascii: "]"), !endsAddress(index)
      { index += 1 }
      return
    }
    let first = bytes[start]
    let beginsWithCapital = first <= 0x5A || first == 0xC3 && self[start + 1] <= 0x9E
    let kind: Token.Capitals =
      capitals == 0
      ? .none : capitals == letters ? .all : capitals == 1 && beginsWithCapital ? .first : .some
    tokens.append(
      Token(
        kind: .word, entry: lexicon.rank(of: hash.state), hash: hash.state, capitals: kind,
        range: start..<index))
  }

  /// Whether a no-break space, « », ”, … or ’ begins here: an address that is typed as it is ends before.
  private func endsAddress(_ offset: Int) -> Bool {
    switch (self[offset], self[offset + 1]) {
    case (0xC2, 0xA0), (0xC2, 0xBB): true
    case (0xE2, 0x80): [0x99, 0x9D, 0xA6, 0xAF].contains(self[offset + 2])
    default: false
    }
  }

  /// Digits, groups of three after a space, a part after a comma or a point.
  private mutating func scanNumber() {
    let start = index
    skipDigits()
    while index - start > 0, index - start <= 3 || tokensAreGrouped(from: start) {
      let space = spaceLength(at: index)
      guard space > 0, (0..<3).allSatisfy({ isDigit(index + space + $0) }),
        !isDigit(index + space + 3)
      else { break }
      index += space + 3
    }
    let mark = self[index]
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "."), isDigit(index + 1) {
      index += 1
      skipDigits()
    }
    tokens.append(Token(kind: .number, range: start..<index))
  }

  /// Whether the number holds a group already: « 1 234 567 ».
  private func tokensAreGrouped(from start: Int) -> Bool {
    (start..<index).contains { !isDigit($0) }
  }

  private mutating func skipDigits() { while isDigit(index) { index += 1 } }

  private func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(self[offset]) }

  /// The bytes of a space within a number: the ordinary one, and both no-break spaces.
  private func spaceLength(at offset: Int) -> Int {
    if self[offset] == 0x20 { return 1 }
    if self[offset] == 0xC2, self[offset + 1] == 0xA0 { return 2 }
    if self[offset] == 0xE2, self[offset + 1] == 0x80, self[offset + 2] == 0xAF { return 3 }
    return 0
  }

  // MARK: Signs

  private mutating func scanScalar() {
    let byte = bytes[index]
    if (0xC3...0xC5).contains(byte) { return scanWord() }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else {
      index = bytes.count
      return
    }
    let decoded = String(decoding: bytes[index..<index + length], as: UTF8.self)
    switch decoded.unicodeScalars.first {
    case .some(let scalar) where TokenScanner.signs.contains(scalar):
      tokens.append(Token(kind: .sign, sign: scalar, range: index..<index + length))
    default: break
    }
    index += length
  }

  private static let signs: Set<Unicode.Scalar> = ["«", "»", "“", "”", "…", "€", "–", "—", "§"]

  private mutating func addSign(length: Int) {
    tokens.append(
      Token(kind: .sign, sign: Unicode.Scalar(bytes[index]), range: index..<index + length))
    index += length
  }

  // MARK: What is no text

  private mutating func skip(to end: UInt8, within limit: Int) {
    let last = min(bytes.count, index + limit)
    var place = index + 1
    while place < last, bytes[place] != end { place += 1 }
    index = place < last ? place + 1 : index + 1
  }

  /// How far the end of an address or of code is looked for: nothing is read again and again.
  private static let longestSkip = 2_000

  /// The address of a link, in which brackets may stand in pairs.
  private mutating func skipDestination() {
    var depth = 0
    var place = index
    let last = min(bytes.count, index + TokenScanner.longestSkip)
    while place < last, bytes[place] != 0x0A {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      place += 1
      if depth == 0 {
        index = place
        return
      }
    }
  }

  /// As many backquotes as opened it close code.
  private mutating func skipCode() {
    let start = index
    while self[index] == UInt8(ascii: "`") { index += 1 }
    let count = index - start
    var place = index
    let last = min(bytes.count, index + TokenScanner.longestSkip)
    while place < last {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let run = place
      while self[place] == UInt8(ascii: "`") { place += 1 }
      if place - run == count {
        index = place
        return
      }
    }
  }

  private mutating func skipEntity() {
    var place = index + 1
    while place < min(bytes.count, index + 10), bytes[place] != UInt8(ascii: ";"),
      bytes[place] != 0x20
    { place += 1 }
    index = self[place] == UInt8(ascii: ";") ? place + 1 : index + 1
  }
}
