/// What stands between two quotes.
enum QuotedText {
  /// The rank of the quote that closes a text on its line, from a rank inside the quotes; nil when the
  /// text goes on.
  static func end(_ mark: Unicode.Scalar, in line: [Unicode.Scalar], from start: Int) -> Int? {
    var rank = start
    while rank < line.count {
      if mark == "\"", line[rank] == "\\" {
        rank += 2
        continue
      }
      if line[rank] == mark {
        guard mark == "'", rank + 1 < line.count, line[rank + 1] == "'" else { return rank }
        rank += 1
      }
      rank += 1
    }
    return nil
  }
}
