/// The lines that hold nothing but tags and comments: they vanish, with indentation and line end.
enum StandaloneLines {
  /// Shortens the texts around such tags and marks the tags. An insertion is never such a tag.
  static func remove(from pieces: inout [TemplatePiece], bytes: [UInt8]) {
    var index = 0
    while index < pieces.count {
      guard pieces[index].isLineTag, let before = lineStart(before: index, in: pieces, bytes) else {
        index += 1
        continue
      }
      let (end, after) = lineEnd(after: index, in: pieces, bytes)
      if let after {
        removeLine(index..<end, before: before, after: after, in: &pieces)
      }
      index = max(end, index + 1)
    }
  }

  /// Where the line of a tag begins, if nothing but white space is between it and the tag.
  private static func lineStart(before index: Int, in pieces: [TemplatePiece], _ bytes: [UInt8])
    -> Int?
  {
    let tagStart = pieces[index].range.lowerBound
    var start = tagStart
    // The end of the text before: its beginning may have gone with another tag's line.
    let limit =
      index > 0 && pieces[index - 1].kind == .text
      ? pieces[index - 1].range.lowerBound : tagStart
    while start > limit, bytes[start - 1] != Bytes.newline { start -= 1 }
    guard start == 0 || bytes[start - 1] == Bytes.newline else { return nil }
    return Bytes.skipSpaces(in: bytes, from: start, to: tagStart) == tagStart ? start : nil
  }

  /// The first piece after the line's tags, and where the next line begins if only white space
  /// follows them.
  private static func lineEnd(
    after index: Int, in pieces: [TemplatePiece], _ bytes: [UInt8]
  ) -> (piece: Int, next: Int?) {
    var index = index
    while index < pieces.count {
      let piece = pieces[index]
      if !piece.isLineTag {
        guard piece.kind == .text else { return (index, nil) }
        let end = piece.range.upperBound
        let offset = Bytes.skipSpaces(in: bytes, from: piece.range.lowerBound, to: end)
        if offset < end {
          return (index, bytes[offset] == Bytes.newline ? offset + 1 : nil)
        }
      }
      index += 1
    }
    return (index, bytes.count)
  }

  private static func removeLine(
    _ line: Range<Int>, before: Int, after: Int, in pieces: inout [TemplatePiece]
  ) {
    if line.lowerBound > 0, pieces[line.lowerBound - 1].kind == .text {
      let range = pieces[line.lowerBound - 1].range
      pieces[line.lowerBound - 1].range = range.lowerBound..<max(range.lowerBound, before)
    }
    for index in line {
      if pieces[index].kind == .text {
        pieces[index].range = pieces[index].range.lowerBound..<pieces[index].range.lowerBound
      } else {
        pieces[index].isStandalone = true
      }
    }
    if line.upperBound < pieces.count, pieces[line.upperBound].kind == .text {
      pieces[line.upperBound].range = after..<pieces[line.upperBound].range.upperBound
    }
  }
}

extension TemplatePiece {
  /// Whether the piece can vanish with its line.
  fileprivate var isLineTag: Bool { (kind == .tag || kind == .comment) && !isBroken }
}
