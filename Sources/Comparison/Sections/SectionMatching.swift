import Facts
import Text

/// Which sections of two notes are the same ones.
enum SectionMatching {
  /// The pairs: by name, then by title, then by what they say, then by title less its
  /// figures (« Les orientations 2025-2026 »); sorted by the old one.
  static func pairs(_ a: [TextSection], _ b: [TextSection]) -> [BlockAlignment.Pair] {
    var pairs: [BlockAlignment.Pair] = []
    func take(_ match: ([TextSection], [TextSection]) -> [BlockAlignment.Pair]) {
      let (restA, restB) = BlockLayout(pairs).rest(a.count, b.count)
      pairs += match(restA.map { a[$0] }, restB.map { b[$0] }).map { (restA[$0], restB[$1]) }
    }
    let title = { (section: TextSection) in Slug.make(section.title) }
    take { twins($0.map(\.name), $1.map(\.name)) }
    take { twins($0.map(title), $1.map(title)) }
    take { BlockAlignment.moves($0.map(body), $1.map(body), least: 500) }
    let words = { (section: TextSection) in title(section).filter { !$0.isNumber } }
    take { twins($0.map(words), $1.map(words)) }
    return pairs.sorted { $0 < $1 }
  }

  /// What a section says, less its title.
  private static func body(_ section: TextSection) -> ComparedBlock {
    var blocks = section.blocks[...]
    if case .heading? = blocks.first?.kind { blocks.removeFirst() }
    return ComparedBlock(TextBlock(.quote, RichText(), Array(blocks)))
  }
}
