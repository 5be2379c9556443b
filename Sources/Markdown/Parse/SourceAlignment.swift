/// Which bytes of the source a text node was read from.
///
/// The node says what the text is once backslashes and entities are resolved; what stood in the
/// source tells whether an author meant a sign as a mark or as itself.
struct SourceAlignment {
  /// For each byte of the text its offset in the source; nil for one that was escaped, or that an
  /// entity gave.
  private(set) var offsets: [Int?] = []
  /// Where the node begins in the source.
  let start: Int

  /// Nil where the source does not read so: the node is not where cmark says.
  init?(of text: [UInt8], in source: SourceLines, at position: Position) {
    let first = text.prefix { !SourceAlignment.mayBeWrittenOtherwise($0) }
    // A text that begins with a mark stands as it is, or where cmark says.
    start = source.offset(
      source.refined(position, beginningWith: first.isEmpty ? text.prefix(12) : first))
    let bytes = source.bytes
    offsets.reserveCapacity(text.count)
    var end = start
    while offsets.count < text.count {
      let sign = text[offsets.count]
      guard end < bytes.count else { return nil }
      if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.count, bytes[end + 1] == sign,
        SourceAlignment.isPunctuation(sign)
      {
        offsets.append(nil)
        end += 2
      } else if bytes[end] == UInt8(ascii: "&"),
        let length = SourceAlignment.entityLength(at: end, in: bytes),
        !text[offsets.count...].starts(with: bytes[end..<(end + length)])
      {
        end += length
        // One scalar; the few entities that give two are not worth more.
        repeat {
          offsets.append(nil)
        } while offsets.count < text.count
          && UTF8.isContinuation(text[offsets.count])
      } else if bytes[end] == sign {
        offsets.append(end)
        end += 1
      } else {
        return nil
      }
    }
  }

  private static func mayBeWrittenOtherwise(_ byte: UInt8) -> Bool {
    isPunctuation(byte) || byte >= 0x80 || byte < 0x20
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func entityLength(at start: Int, in bytes: [UInt8]) -> Int? {
    var end = start + 1
    while end < bytes.count, end - start < 40 {
      switch bytes[end] {
      case UInt8(ascii: ";"): return end > start + 1 ? end + 1 - start : nil
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: end += 1
      default: return nil
      }
    }
    return nil
  }
}
