/// A word, a figure with its unit, a date, an address or a mark, as the comparison counts them.
///
/// **Units**: offsets in bytes of the text. The spaces before a token belong to it.
struct Token: Equatable {
  /// Where the spaces before it begin: the end of the token before.
  var start: Int
  /// Where the token itself begins.
  var head: Int
  var end: Int
  /// Equal for tokens that differ only by case, spaces, apostrophes, quotes or dashes, and are
  /// struck out or not alike.
  var key: UInt64
  /// As `key`, whatever is struck out.
  var word: UInt64
  /// Whether it begins with a digit, or is a month with its year.
  var isFigure: Bool

  /// Tells the word from the same one without these marks.
  mutating func add(_ marks: Style.Marks) {
    if marks.isEmpty { return }
    key = Token.mixed(key, UInt64(marks.rawValue))
  }

  /// Makes one token of this one and the next.
  mutating func add(_ next: Token) {
    end = next.end
    key = Token.mixed(key, next.key)
    word = Token.mixed(word, next.word)
    isFigure = false
  }

  private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = Folding.Hash()
    hash.mix(first)
    hash.mix(second)
    return hash.value
  }
}

/// A text cut into tokens.
struct TokenText {
  let text: RichText
  let bytes: [UInt8]
  let tokens: [Token]
  /// The end of each piece of the text, in bytes.
  private let ends: [Int]

  init(_ text: RichText) {
    self.text = text
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var tokens: [Token] = []
    bytes.reserveCapacity(text.pieces.reduce(0) { $0 + $1.text.utf8.count })
    // A token of French has five bytes or so.
    tokens.reserveCapacity(bytes.capacity / 5)
    var from = 0
    var written = 0
    var marks: Style.Marks = []
    func cut(to end: Int) {
      var tokeniser = Tokeniser(bytes, from: from, to: end, start: written)
      let first = tokens.count
      while var token = tokeniser.next() {
        token.add(marks)
        // A picture with other words is another picture, whole.
        if marks.contains(.image), tokens.count > first {
          tokens[first].add(token)
        } else {
          tokens.append(token)
        }
      }
      written = tokens.last?.end ?? 0
      from = end
    }
    for piece in text.pieces {
      let isWords = piece.style.role == .text || piece.style.role == .lineBreak
      let newMarks = piece.style.marks.intersection(.saying)
      if !isWords || newMarks != marks { cut(to: bytes.count) }
      marks = newMarks
      bytes.append(contentsOf: piece.text.utf8)
      ends.append(bytes.count)
      if isWords { continue }
      if piece.style.role == .explanation, !tokens.isEmpty {
        // It goes with its acronym, which is the same word with and without.
        tokens[tokens.count - 1].end = bytes.count
      } else {
        tokens.append(TokenText.mark(piece.style.role, bytes, start: written, head: from))
      }
      from = bytes.count
      written = from
    }
    cut(to: bytes.count)
    self.bytes = bytes
    self.ends = ends
    self.tokens = tokens
  }

  /// The number of a footnote changes with the notes before it: all are alike.
  private static func mark(
    _ role: Style.Role, _ bytes: [UInt8], start: Int, head: Int
  ) -> Token {
    var hash = Folding.Hash()
    hash.add(role == .noteReference ? 1 : 2)
    if role != .noteReference { for byte in bytes[head...] { hash.add(byte) } }
    let key = hash.value
    return Token(
      start: start, head: head, end: bytes.count, key: key, word: key, isFigure: false)
  }

  /// The spaces after the last token.
  var tail: Range<Int> { (tokens.last?.end ?? 0)..<bytes.count }

  /// The bytes of a range of tokens, spaces before each included.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }

  func slice(_ range: Range<Int>) -> RichText {
    guard !range.isEmpty else { return RichText() }
    if range == 0..<bytes.count { return text }
    var result = RichText()
    var index = firstPiece(after: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound, index < ends.count {
      let end = min(ends[index], range.upperBound)
      let part = String(decoding: bytes[start..<end], as: UTF8.self)
      result.append(TextPiece(part, text.pieces[index].style))
      start = end
      index += 1
    }
    return result
  }

  private func firstPiece(after offset: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
