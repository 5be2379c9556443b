/// The bytes of the parsed text, by lines.
struct SourceLines {
  let bytes: [UInt8]
  /// The rank of the text among those that make one document.
  let rank: Int
  private let starts: [Int]

  init(_ bytes: [UInt8], rank: Int) {
    self.bytes = bytes
    self.rank = rank
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// The bytes of a line, from 1, without its end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(number - 1) else { return [] }
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    return bytes[starts[number - 1]..<max(starts[number - 1], end)]
  }

  func offset(_ position: Position) -> Int {
    guard starts.indices.contains(position.line - 1) else { return bytes.count }
    return min(starts[position.line - 1] + position.column - 1, bytes.count)
  }

  func position(atOffset offset: Int, length: Int) -> Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(text: rank, line: low + 1, column: offset - starts[low] + 1, length: length)
  }

  /// The position where a text really begins: at the given one, or else after it on its line, or
  /// else before. cmark does not count the indentation of a paragraph's second and later lines, and
  /// counts too much for one that goes on without the `>` of its quotation.
  func refined(_ position: Position, beginningWith prefix: some Collection<UInt8>) -> Position {
    let head = Array(prefix.prefix { $0 != UInt8(ascii: "\n") })
    let line = line(position.line)
    let start = line.startIndex + position.column - 1
    let last = line.endIndex - head.count
    guard last >= line.startIndex else { return position }
    let isHere: (Int) -> Bool = { line[$0...].starts(with: head) }
    // On a very long line what is far is something else; looking there would be quadratic.
    let reach = 2_000
    let nearest = min(start, last)
    let after = start <= last ? (start...min(last, start + reach)).first(where: isHere) : nil
    let before = (max(line.startIndex, nearest - reach)...nearest).last(where: isHere)
    guard let found = after ?? before else { return position }
    var refined = position
    refined.column = found - line.startIndex + 1
    refined.length = max(1, min(position.length, line.endIndex - found))
    return refined
  }
}
