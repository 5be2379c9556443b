import TestSupport

/// Random texts made of what trips the rules.
enum RandomText {
  private static let atoms = [
    " ", " ", " ", "  ", "\n", "\u{A0}", "\u{202F}", "«", "»", ";", ":", "!", "?", "%", "€", "n°",
    "N°", "°", "'", "’", ".", ",", "…", "-", "–", "/", "(", ")", "+", "0", "3", "12", "126", "487",
    "2025", "03", "29", "mot", "école", "l", "e\u{301}", "TSA", "CS", "au", "k", "https://a.fr",
    "a@b.fr", "www.a.fr", "DSDEN", "10:00", "C-2026-069", "*", "**", "`", "~~", "[", "](", "](a)",
    "#", "&amp;", "\\", "|", "œ", "🙂", "\t",
  ]

  static func line(_ generator: inout SeededGenerator, atoms count: Int) -> String {
    (0..<count).map { _ in generator.pick(atoms) }.joined()
  }

  private static let words = [
    "collectif", "accompagnement", "à", "la", "scolarité", "dépôt", "8\u{202F}487\u{A0}€",
    "n°\u{A0}5",
    "«\u{A0}porteur\u{A0}»", "**important**", "`code exact`", "*mot*", "~~ancien~~",
    "[site](https://www.caf.fr/un/chemin)", "<clas@caf.fr>", "[^n]", "e\u{301}te\u{301}", "🙂",
    "anticonstitutionnellement-et-plus-encore",
  ]

  static func paragraph(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...40, using: &generator)).map { _ in generator.pick(words) }
      .joined(separator: " ")
  }

  /// A document of blocks of every kind.
  static func document(_ generator: inout SeededGenerator) -> String {
    var blocks: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let text = paragraph(&generator)
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: blocks.append("## " + text)
      case 1: blocks.append("- \(text)\n- \(paragraph(&generator))\n\n  1. \(text)\n  2. b")
      case 2: blocks.append("> [!NOTE]\n> \(text)\n>\n> - \(text)")
      case 3: blocks.append("> \(text)\n> > \(text)")
      case 4:
        let cell = generator.pick(words)
        blocks.append("Tableau : \(cell)\n\n| a | \(cell) |\n|--|:-:|\n| \(text) | b |\n| c | d |")
      case 5: blocks.append("1. \(text)\n\n   \(text)\n1. - \(text)")
      case 6: blocks.append("- [x] \(text)\n- [ ] \(text)")
      default: blocks.append(text)
      }
    }
    return blocks.joined(separator: "\n\n") + "\n\n[^n]: Une note\n"
  }
}
