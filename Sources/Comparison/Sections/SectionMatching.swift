import Markdown
import Text

/// Which sections of two notes are the same ones.
enum SectionMatching {
  typealias Pair = BlockAlignment.Pair

  /// The pairs: by name, then by title, then by what they say, then by title less its
  /// figures (« Les orientations 2025-2026 »); sorted by the old one.
  static func pairs(_ a: [TextSection], _ b: [TextSection]) -> [Pair] {
    var restA = Array(a.indices)
    var restB = Array(b.indices)
    var pairs: [Pair] = []
    func take(_ found: [Pair]) {
      pairs += found
      let (inA, inB) = (Set(found.map(\.first)), Set(found.map(\.second)))
      restA.removeAll { inA.contains($0) }
      restB.removeAll { inB.contains($0) }
    }
    take(sameKey(restA.map { ($0, a[$0].name) }, restB.map { ($0, b[$0].name) }))
    let title = { (section: TextSection) in Slug.make(section.title) }
    take(sameKey(restA.map { ($0, title(a[$0])) }, restB.map { ($0, title(b[$0])) }))
    let (oldNodes, newNodes) = (restA.map { body(a[$0]) }, restB.map { body(b[$0]) })
    let alike = BlockAlignment.moves(oldNodes, newNodes, least: 500)
    take(alike.map { (restA[$0.first], restB[$0.second]) })
    let words = { (section: TextSection) in title(section).filter { !$0.isNumber } }
    take(sameKey(restA.map { ($0, words(a[$0])) }, restB.map { ($0, words(b[$0])) }))
    return pairs.sorted { $0 < $1 }
  }

  /// The first with the first, the second with the second.
  private static func sameKey(_ a: [(Int, String)], _ b: [(Int, String)]) -> [Pair] {
    var places: [String: [Int]] = [:]
    for (index, key) in b.reversed() { places[key, default: []].append(index) }
    return a.compactMap { index, key in
      places[key]?.popLast().map { (index, $0) }
    }
  }

  /// What a section says, less its title.
  private static func body(_ section: TextSection) -> ComparedBlock {
    var blocks = section.blocks[...]
    if case .heading? = blocks.first?.kind { blocks.removeFirst() }
    return ComparedBlock(TextBlock(.quote, RichText(), Array(blocks)))
  }
}
