extension Document {
  /// Moves each paragraph « Tableau : … » that stands right before a table into its caption.
  mutating func readCaptions() {
    visitBlocks { blocks in
      guard blocks.contains(where: \.isTable) else { return }
      var kept: [Block] = []
      kept.reserveCapacity(blocks.count)
      for var block in blocks {
        if case .table(var table) = block.kind, let before = kept.last,
          case .paragraph(let content) = before.kind, let caption = content.caption
        {
          kept.removeLast()
          table.caption = caption
          block.kind = .table(table)
        }
        kept.append(block)
      }
      blocks = kept
    }
  }
}

extension Block {
  fileprivate var isTable: Bool { if case .table = kind { true } else { false } }
}

extension [Inline] {
  /// What follows « Tableau : » at the beginning of a paragraph; nil when it begins otherwise.
  var caption: [Inline]? {
    guard case .text(let text)? = first, text.utf8.starts(with: "Tableau".utf8)
    else { return nil }
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    let mark = text.dropFirst("Tableau".count).drop(while: isSpace)
    guard mark.first == ":" else { return nil }
    let rest = mark.dropFirst().drop(while: isSpace)
    var caption = Array(dropFirst())
    if !rest.isEmpty {
      caption.insert(.text(String(rest)), at: 0)
    } else if caption.first == .softBreak {
      caption.removeFirst()
    }
    return caption.isEmpty ? nil : caption
  }
}
