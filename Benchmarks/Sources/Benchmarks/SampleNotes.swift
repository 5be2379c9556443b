import Comparison

/// Notes of a chosen length, always the same: a section for every 400 words or so.
struct SampleNotes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below a bound (SplitMix64).
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private static let words = [
    "le", "la", "les", "de", "des", "du", "un", "une", "et", "à", "en", "pour", "par", "sur",
    "l’école", "d’une", "qu’il", "collectif", "porteur", "projet", "dossier", "enfants", "familles",
    "accompagnement", "scolarité", "agrément", "comité", "départemental", "financement", "bilan",
    "séances", "animateurs", "bénévoles", "parents", "territoire", "demande", "renouvellement",
    "plateforme", "convention", "année", "8 487 €", "32,5 %", "31 juillet 2025", "2025-2026",
  ]

  /// - Parameter stem: put before each word, so that two notes share none.
  mutating func note(words count: Int, stem: String = "") -> [TextSection] {
    var sections: [TextSection] = []
    var written = 0
    while written < count {
      var blocks = [
        TextBlock(.heading(level: 2, identifier: "section-\(sections.count)"), text(4, stem))
      ]
      while written < min(count, (sections.count + 1) * 400) {
        let length = 20 + below(50)
        written += length
        blocks.append(block(length, stem))
      }
      sections.append(
        TextSection(
          name: "section-\(sections.count)", title: "Section \(sections.count)", blocks: blocks))
    }
    return sections
  }

  private mutating func block(_ length: Int, _ stem: String) -> TextBlock {
    switch below(4) {
    case 0:
      let items = (0..<4).map { _ in
        TextBlock(
          .item(isDone: nil), RichText(), [TextBlock(.paragraph, text(length / 4, stem))])
      }
      return TextBlock(.list(isOrdered: false, start: 1, isTight: true), RichText(), items)
    default: return TextBlock(.paragraph, text(length, stem))
    }
  }

  private mutating func text(_ length: Int, _ stem: String) -> RichText {
    RichText((0..<length).map { _ in word(stem) }.joined(separator: " ") + ".")
  }

  private mutating func word(_ stem: String) -> String {
    // One word in three is rare, as in a real note.
    if below(3) == 0 { return "\(stem)mot\(below(3000))" }
    return stem + SampleNotes.words[below(SampleNotes.words.count)]
  }

  /// The note with one word in `period` replaced by another.
  mutating func edited(_ sections: [TextSection], oneIn period: Int) -> [TextSection] {
    sections.map { section in
      var section = section
      section.blocks = section.blocks.map { edited($0, period) }
      return section
    }
  }

  private mutating func edited(_ block: TextBlock, _ period: Int) -> TextBlock {
    var block = block
    block.children = block.children.map { edited($0, period) }
    let words = block.text.plainText.split(separator: " ")
    block.text = RichText(
      words.map { below(period) == 0 ? word("") : String($0) }.joined(separator: " "))
    return block
  }
}
