import Comparison
import TestSupport

/// Texts and their edits, made from a seed.
struct RandomNotes {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let words = [
    "le", "la", "de", "l'", "école", "collectif", "Caf", "8 487 €", "32,5 %", "20 juin 2025",
    "2025-2026", "« Clas »", "\"Clas\"", "d’un", "d'un", "tne@vosges.fr", "https://caf.fr/a?b=c",
    "03 29 68 39 77", "porteur", "dossier", "ELAN", "œuvre", "OEUVRE", "…", "...", "e\u{301}cole",
    "\u{1F469}\u{200D}\u{1F3EB}", "C-2026-069", "à", "déposer", ".", ",", "?", "10 h 30", "mot",
  ]

  mutating func note() -> [TextSection] {
    (0..<Int.random(in: 0...5, using: &generator)).map { section($0) }
  }

  private mutating func section(_ index: Int) -> TextSection {
    let name = "section-\(index)"
    let heading = TextBlock(.heading(level: 2, identifier: name), text())
    let blocks = (0..<Int.random(in: 0...6, using: &generator)).map { _ in block(depth: 0) }
    return TextSection(name: name, title: heading.text.plainText, blocks: [heading] + blocks)
  }

  private mutating func block(depth: Int) -> TextBlock {
    switch Int.random(in: 0..<(depth < 2 ? 8 : 4), using: &generator) {
    case 0...3: return TextBlock(.paragraph, text())
    case 4:
      return TextBlock(
        list(), RichText(),
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          TextBlock(.item(isDone: isDone()), RichText(), [block(depth: depth + 1)])
        })
    case 5:
      let columns = Int.random(in: 1...4, using: &generator)
      let rows = (0..<Int.random(in: 1...5, using: &generator)).map { row in
        TextBlock(
          .row(isHeader: row == 0), RichText(),
          (0..<columns).map { _ in TextBlock(.cell, text()) })
      }
      return TextBlock(.table, RichText(), [TextBlock(.caption, text())] + rows)
    case 6: return TextBlock(callout(), RichText(), [block(depth: depth + 1)])
    default:
      return Bool.random(using: &generator)
        ? TextBlock(.code(info: ""), text()) : TextBlock(.rule)
    }
  }

  private mutating func list() -> TextBlock.Kind {
    .list(
      isOrdered: Bool.random(using: &generator), start: Int.random(in: 1...2, using: &generator),
      isTight: true)
  }

  private mutating func isDone() -> Bool? {
    [nil, nil, false, true].randomElement(using: &generator) ?? nil
  }

  private mutating func callout() -> TextBlock.Kind {
    [.quote, .callout("important"), .callout("note")].randomElement(using: &generator) ?? .quote
  }

  private mutating func text() -> RichText {
    var text = RichText()
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      let word = RandomNotes.words.randomElement(using: &generator) ?? ""
      var style = Style()
      switch Int.random(in: 0..<14, using: &generator) {
      case 0: style.marks = .strong
      case 1: style.link = "https://caf.fr"
      case 2: style.role = .noteReference
      case 3: style.role = .address
      case 4: style.marks = .strikethrough
      case 5: style.marks = .image
      default: break
      }
      let space = ["", " ", " ", " ", "\u{A0}", "  "].randomElement(using: &generator) ?? ""
      text.append(TextPiece(word + space, style))
    }
    return text
  }

  /// Another text, made from one by random changes at all levels.
  mutating func edited(_ note: [TextSection]) -> [TextSection] {
    var note = note
    for index in note.indices { note[index].blocks = edited(note[index].blocks) }
    guard !note.isEmpty else { return self.note() }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: note.remove(at: Int.random(in: note.indices, using: &generator))
    case 1: note.insert(section(9), at: Int.random(in: note.indices, using: &generator))
    case 2: note.shuffle(using: &generator)
    case 3: note[0].name = "autre"
    case 4:
      let half = note[0].blocks.count / 2
      let moved = Array(note[0].blocks[half...])
      note[0].blocks.removeSubrange(half...)
      note.append(TextSection(name: "moitie", title: "Moitié", blocks: moved))
    default: break
    }
    return note
  }

  private mutating func edited(_ blocks: [TextBlock]) -> [TextBlock] {
    var blocks = blocks
    for index in blocks.indices {
      if !Int.random(in: 0..<3, using: &generator).isMultiple(of: 3) { continue }
      blocks[index].children = edited(blocks[index].children)
      if blocks[index].children.isEmpty { blocks[index].text = edited(blocks[index].text) }
      switch blocks[index].kind {
      case .list: blocks[index].kind = list()
      case .item: blocks[index].kind = .item(isDone: isDone())
      case .callout, .quote: blocks[index].kind = callout()
      default: break
      }
    }
    // Tables stay regular: each row has a cell for each column, the header comes first.
    let isRegular = blocks.contains { $0.kind == .cell || $0.kind == .row(isHeader: true) }
    guard !blocks.isEmpty, !isRegular else { return blocks }
    let index = Int.random(in: blocks.indices, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: blocks.remove(at: index)
    case 1: blocks.insert(blocks[index], at: Int.random(in: blocks.indices, using: &generator))
    case 2: blocks.shuffle(using: &generator)
    case 3:
      let moved = blocks.remove(at: index)
      blocks.append(moved)
    default: break
    }
    return blocks
  }

  private mutating func edited(_ text: RichText) -> RichText {
    var pieces = text.pieces
    guard !pieces.isEmpty else { return self.text() }
    let index = Int.random(in: pieces.indices, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: pieces.remove(at: index)
    case 1: pieces[index].text += " mot de plus"
    case 2: pieces[index].text = pieces[index].text.uppercased()
    case 3: pieces[index].style.marks.formSymmetricDifference(.emphasis)
    case 4: pieces[index].style.marks.formSymmetricDifference(.strikethrough)
    default: pieces[index].text = " " + pieces[index].text
    }
    return RichText(pieces)
  }
}
