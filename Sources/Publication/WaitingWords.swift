/// The words for what is not known yet, as people write them in a text.
enum WaitingWords {
  /// The words, and where a text has them.
  ///
  /// **Units**: columns start at 1; both count Unicode scalars, of which an accent may be one.
  struct Found: Equatable {
    var words: String
    var column: Int
    var length: Int
  }

  private static let all = [
    "à confirmer", "à compléter", "à paraître", "à préciser", "à définir",
  ]

  static func first(in text: some StringProtocol) -> Found? {
    let characters = Array(text)
    // Compared as people read them: whatever the case, the space and the way accents are written.
    let read = characters.map { $0 == "\u{A0}" ? " " : $0.lowercased() }
    return all.compactMap { words in
      let wanted = words.map(String.init)
      guard let range = read.firstRange(of: wanted) else { return nil }
      func scalars(_ characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + $1.unicodeScalars.count }
      }
      return Found(
        words: words, column: scalars(characters[..<range.lowerBound]) + 1,
        length: scalars(characters[range]))
    }.min { $0.column < $1.column }
  }
}
