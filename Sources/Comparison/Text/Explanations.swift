/// The full forms of acronyms, which the page prints at their first use: where that is, is no change.
///
/// A form that the other note does not know is compared as any other words.
enum Explanations {
  /// The sections of both notes, ready to be compared.
  static func settled(
    _ before: [TextSection], _ after: [TextSection]
  ) -> (before: [TextSection], after: [TextSection]) {
    let (old, new) = (forms(before), forms(after))
    if old == new { return (before, after) }
    return (spelled(before, but: new), spelled(after, but: old))
  }

  private static func forms(_ sections: [TextSection]) -> Set<String> {
    var forms: Set<String> = []
    func visit(_ block: TextBlock) {
      for piece in block.text.pieces { if let form = piece.style.form { forms.insert(form) } }
      for child in block.children { visit(child) }
    }
    for section in sections { for block in section.blocks { visit(block) } }
    return forms
  }

  private static func spelled(_ sections: [TextSection], but known: Set<String>) -> [TextSection] {
    sections.map { section in
      TextSection(
        name: section.name, title: section.title,
        blocks: section.blocks.map { spelled($0, but: known) })
    }
  }

  private static func spelled(_ block: TextBlock, but known: Set<String>) -> TextBlock {
    func isUnknown(_ style: Style) -> Bool {
      style.role == .explanation && style.form.map { !known.contains($0) } ?? true
    }
    var block = block
    block.children = block.children.map { spelled($0, but: known) }
    guard block.text.pieces.contains(where: { isUnknown($0.style) }) else { return block }
    block.text = RichText(
      block.text.pieces.map { piece in
        var piece = piece
        if isUnknown(piece.style) {
          piece.style.role = .text
          piece.style.form = nil
        }
        return piece
      })
    return block
  }
}
