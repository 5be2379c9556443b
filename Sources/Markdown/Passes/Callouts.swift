extension Document {
  /// Makes a callout of each quotation whose first line is `[!IMPORTANT]` or another kind.
  ///
  /// **Errors**: `encadre-inconnu`, for another word between `[!` and `]`, or text after it.
  mutating func readCallouts() {
    var faults: [Fault] = []
    visitBlocks { blocks in
      for index in blocks.indices {
        guard case .quote(let inner) = blocks[index].kind, let mark = CalloutMark(inner)
        else { continue }
        let wanted = mark.word.uppercased()
        guard let (_, kind) = Callout.Kind.words.first(where: { $0.key == wanted }) else {
          faults.append(Fault(.unknownCallout(mark.word), at: mark.position))
          continue
        }
        if !mark.isAlone {
          faults.append(Fault(.textAfterCallout(mark.word), at: mark.position))
        } else if mark.rest.isEmpty {
          faults.append(Fault(.emptyCallout(mark.word), at: mark.position))
        }
        blocks[index].kind = .callout(Callout(kind: kind, blocks: mark.rest))
      }
    }
    self.faults += faults
  }
}

/// The `[!KIND]` that begins a quotation.
private struct CalloutMark {
  var word: String
  var position: Position
  /// Whether nothing follows on the same line.
  var isAlone: Bool
  /// The quotation without its mark.
  var rest: [Block]

  init?(_ blocks: [Block]) {
    guard let first = blocks.first, case .paragraph(let content) = first.kind,
      case .text(let text)? = content.first, text.utf8.starts(with: "[!".utf8),
      let close = text.firstIndex(of: "]")
    else { return nil }
    word = String(text[..<close].dropFirst(2))
    position = first.position
    position.length = word.utf8.count + 3
    let after = text[close...].dropFirst().drop { $0 == " " }
    var remaining = Array(content.dropFirst())
    if after.isEmpty {
      isAlone = remaining.isEmpty || remaining.first == .softBreak || remaining.first == .lineBreak
      if isAlone, !remaining.isEmpty { remaining.removeFirst() }
    } else {
      isAlone = false
      remaining.insert(.text(String(after)), at: 0)
    }
    rest = Array(blocks.dropFirst())
    if !remaining.isEmpty { rest.insert(Block(.paragraph(remaining), at: first.position), at: 0) }
  }
}
