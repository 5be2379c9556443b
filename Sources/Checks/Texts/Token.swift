/// A piece of a section's Markdown that checks look at.
struct Token {
  enum Kind: UInt8 {
    case word
    /// « 31 », « 2025 », « 2 758,28 », « 2758.28 ».
    case number
    /// A sign of punctuation, a quote, a bracket, a currency.
    case sign
    /// Where a paragraph, a heading, an item or a cell ends.
    case end
  }

  var kind: Kind
  /// The scalar of a sign; of an end, « # » before a heading.
  var sign: Unicode.Scalar = " "
  /// The rank of a word in the lexicon; 0 for a word that it does not have.
  var entry: Int32 = 0
  /// The `WordHash` of a word, by which it is looked up.
  var hash: UInt64 = 0
  /// Of a word: whether it has capitals and, if so, whether it has no other letter.
  var capitals: Capitals = .none
  /// The bytes of the section.
  var range: Range<Int>

  enum Capitals: UInt8 {
    case none
    /// « Reaap ».
    case first
    /// « ELANCaf », « Ps-Clas ».
    case some
    /// « DSDEN ».
    case all
  }

  /// The first byte of a word.
  func first(in text: String) -> UInt8? {
    text.utf8.dropFirst(range.lowerBound).first
  }

  func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && sign == scalar }
}
