/// The text of one file that authors wrote, and the places of its characters.
///
/// A byte order mark is dropped and each CRLF or lone CR becomes one LF, so that the rest of the
/// program sees one kind of text; neither changes a line or a column.
///
/// All conversions between offsets and places are in this file: cmark counts bytes, libyaml counts
/// scalars, and places count scalars.
public struct SourceText: Sendable {
  /// The path from the project's root, with `/` between folders.
  public let path: String
  public let text: String
  /// The text as the file holds it, byte order mark and line ends included.
  public let original: String
  /// The UTF-8 offset at which each line begins.
  private let lineStarts: [Int]
  /// The scalars before each multiple of `step` bytes, so that a place on a line of a megabyte is
  /// found as fast as another; empty where all lines are short.
  private let scalarCounts: [Int]
  private static let step = 1 << 10

  public init(path: String, text: String) {
    self.path = path
    original = text
    var clean = SourceText.normalized(text)
    var starts = [0]
    clean.withUTF8 { bytes in
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
    }
    self.text = clean
    lineStarts = starts
    scalarCounts = SourceText.scalarCounts(of: clean, lineStarts: starts)
  }

  private static func scalarCounts(of text: String, lineStarts: [Int]) -> [Int] {
    let ends = lineStarts.dropFirst() + [text.utf8.count]
    guard zip(lineStarts, ends).contains(where: { $1 - $0 > 8 * step }) else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var counts = [0]
      for start in stride(from: 0, to: bytes.count, by: step) {
        let block = bytes[start..<min(start + step, bytes.count)]
        counts.append(counts[counts.count - 1] + block.count { $0 & 0xC0 != 0x80 })
      }
      return counts
    }
  }

  private static func normalized(_ text: String) -> String {
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    let text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    // Both are whole characters, whatever follows.
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// Whether the file begins with a byte order mark, which is no part of its text.
  public var hasByteOrderMark: Bool { original.unicodeScalars.first == "\u{FEFF}" }

  /// The lines of the text, each with its end as the file has it; the last one has none.
  public var writtenLines: [(text: [Unicode.Scalar], end: String)] {
    var lines: [(text: [Unicode.Scalar], end: String)] = []
    var line: [Unicode.Scalar] = []
    var scalars = original.unicodeScalars.dropFirst(hasByteOrderMark ? 1 : 0)
    while let scalar = scalars.popFirst() {
      guard scalar == "\r" || scalar == "\n" else {
        line.append(scalar)
        continue
      }
      var end = String(scalar)
      if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        end = "\r\n"
      }
      lines.append((line, end))
      line = []
    }
    return lines + [(line, "")]
  }

  public var lineCount: Int { lineStarts.count }

  /// The text of a line without its end, or nil when the file has no such line.
  public func line(_ number: Int) -> String? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let start = lineStarts[number - 1]
    return String(Substring(text.utf8.dropFirst(start).prefix(end(of: number) - start)))
  }

  /// What is near a place on its line, and how many scalars of the line come before: all of a line, but
  /// of a very long one.
  public func excerpt(around place: Place) -> (text: String, before: Int)? {
    guard lineStarts.indices.contains(place.line - 1) else { return nil }
    let (start, end) = (lineStarts[place.line - 1], end(of: place.line))
    guard end - start > SourceText.longestExcerpt else { return line(place.line).map { ($0, 0) } }
    let margin = SourceText.longestExcerpt / 8
    let before = max(0, place.column - 1 - margin)
    guard let from = offset(start, scalars: before), from <= end else { return ("", before) }
    let length = min(place.length, margin) + 2 * margin
    let to = min(end, offset(from, scalars: length) ?? end)
    return (String(Substring(text.utf8.dropFirst(from).prefix(to - from))), before)
  }

  /// The longest line, in bytes, that an excerpt gives whole.
  private static let longestExcerpt = 2_000

  /// The UTF-8 offset at which a line ends, its end left out.
  private func end(of line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] - 1 : text.utf8.count
  }

  /// The place of a range of UTF-8 offsets; a range over several lines is cut at the first line's end.
  public func place(atUTF8 offset: Int, length: Int = 1) -> Place {
    let offset = min(max(0, offset), text.utf8.count)
    let line = lineNumber(atUTF8: offset)
    let end = min(max(offset, offset + length), max(offset, end(of: line)))
    return Place(
      file: path, line: line, column: scalars(from: lineStarts[line - 1], to: offset) + 1,
      length: scalars(from: offset, to: end))
  }

  /// What stands at a place; nil when the place is not whole on its line.
  public func text(at place: Place) -> String? {
    guard lineStarts.indices.contains(place.line - 1), place.column >= 1,
      let start = offset(lineStarts[place.line - 1], scalars: place.column - 1),
      let end = offset(start, scalars: place.length), end <= self.end(of: place.line)
    else { return nil }
    return String(Substring(text.utf8.dropFirst(start).prefix(end - start)))
  }

  /// The UTF-8 offset that lies so many scalars after another; nil beyond the text.
  private func offset(_ start: Int, scalars count: Int) -> Int? {
    var (offset, left) = (start, count)
    if count > SourceText.step, !scalarCounts.isEmpty {
      let wanted = scalars(from: 0, to: start) + count
      // The last count is that of the whole text.
      let block = SourceText.lastIndex(in: scalarCounts.dropLast(), atMost: wanted)
      (offset, left) = (block * SourceText.step, wanted - scalarCounts[block])
    }
    let bytes = text.utf8
    var index = bytes.index(bytes.startIndex, offsetBy: offset)
    while index < bytes.endIndex {
      if bytes[index] & 0b1100_0000 != 0b1000_0000 {
        if left == 0 { return offset }
        left -= 1
      }
      (index, offset) = (bytes.index(after: index), offset + 1)
    }
    return left == 0 ? offset : nil
  }

  /// The UTF-8 offset of a line and a column counted in bytes, both from 1, as cmark gives them.
  public func utf8Offset(line: Int, byteColumn: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard lineStarts.indices.contains(line - 1) else { return text.utf8.count }
    return min(lineStarts[line - 1] + max(0, byteColumn - 1), text.utf8.count)
  }

  /// The line, from 1, that holds a UTF-8 offset.
  public func lineNumber(atUTF8 offset: Int) -> Int {
    SourceText.lastIndex(in: lineStarts[...], atMost: offset) + 1
  }

  /// Where the last of some rising numbers stands that is not above one; the first where all are.
  private static func lastIndex(in numbers: ArraySlice<Int>, atMost limit: Int) -> Int {
    var (low, high) = (numbers.startIndex, numbers.endIndex)
    while high - low > 1 {
      let middle = (low + high) / 2
      if numbers[middle] <= limit { low = middle } else { high = middle }
    }
    return low
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    let (first, last) = (start / SourceText.step, end / SourceText.step)
    if scalarCounts.isEmpty || first == last { return counted(from: start, to: end) }
    return scalarCounts[last] + counted(from: last * SourceText.step, to: end)
      - scalarCounts[first] - counted(from: first * SourceText.step, to: start)
  }

  private func counted(from start: Int, to end: Int) -> Int {
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    let to = bytes.index(from, offsetBy: max(0, end - start))
    // Continuation bytes (10xxxxxx) do not begin a scalar.
    return bytes[from..<to].count { $0 & 0b1100_0000 != 0b1000_0000 }
  }
}
