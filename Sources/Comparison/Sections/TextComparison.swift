/// The texts of two notes, section by section.
struct TextComparison {
  private let before: [TextSection]
  private let after: [TextSection]
  private let causes: [String: String]
  private let oldNodes: [[ComparedBlock]]
  private let newNodes: [[ComparedBlock]]
  private let pairs: [SectionMatching.Pair]
  private var comparison = BlockComparison()
  private var flows = SectionFlows()
  private var layouts: [BlockLayout]
  /// What left an old section without a twin, what reached a new one, by section.
  private var loose: (old: [Int: BlockLayout], new: [Int: BlockLayout]) = ([:], [:])

  init(_ before: [TextSection], _ after: [TextSection], causes: [String: String]) {
    self.before = before
    self.after = after
    self.causes = causes
    oldNodes = before.map { $0.blocks.map { ComparedBlock($0) } }
    newNodes = after.map { $0.blocks.map { ComparedBlock($0) } }
    pairs = SectionMatching.pairs(before, after)
    layouts = []
  }

  mutating func sections() -> [SectionChange] {
    for (old, new) in pairs {
      let found = TextComparison.pairs(oldNodes[old], newNodes[new])
      layouts.append(BlockLayout(found))
    }
    findMoves()
    return ordered()
  }

  /// The blocks of two sections that kept their order; their titles are always a pair.
  private static func pairs(_ a: [ComparedBlock], _ b: [ComparedBlock]) -> [BlockAlignment.Pair] {
    guard case .heading? = a.first?.block.kind, case .heading? = b.first?.block.kind else {
      return BlockAlignment.pairs(a, b)
    }
    let rest = BlockAlignment.pairs(Array(a.dropFirst()), Array(b.dropFirst()))
    return [(0, 0)] + rest.map { ($0.first + 1, $0.second + 1) }
  }

  // MARK: - Moves

  private struct Place {
    var section: Int
    var block: Int
  }

  /// Fewer words are found everywhere: they are never said to be moved.
  private static let leastMoved = 3

  private mutating func findMoves() {
    let (old, new) = loosePlaces()
    let moves = BlockAlignment.moves(
      old.map { oldNodes[$0.section][$0.block] }, new.map { newNodes[$0.section][$0.block] })
    for (i, j) in moves {
      let (from, to) = (old[i], new[j])
      let (a, b) = (oldNodes[from.section][from.block], newNodes[to.section][to.block])
      var change = comparison.moved(a, b)
      if !pairs.contains(where: { $0 == (from.section, to.section) }) {
        flows.add(Likeness.common(a.bag, b.bag), from: from.section, to: to.section)
        change.movedBetween = BlockChange.SectionPair(
          from: before[from.section].name, to: after[to.section].name)
      }
      add(change, from: from, to: to)
    }
  }

  private mutating func add(_ change: BlockChange, from: Place, to: Place) {
    if let pair = pairs.firstIndex(where: { $0.first == from.section }) {
      layouts[pair].addMove(from.block, nil, change)
    } else {
      loose.old[from.section, default: BlockLayout([])].addMove(from.block, nil, change)
    }
    if let pair = pairs.firstIndex(where: { $0.second == to.section }) {
      layouts[pair].addMove(nil, to.block, change)
    } else {
      loose.new[to.section, default: BlockLayout([])].addMove(nil, to.block, change)
    }
  }

  /// The blocks without a place in order, on each side.
  private func loosePlaces() -> ([Place], [Place]) {
    var (old, new): ([Place], [Place]) = ([], [])
    for section in before.indices {
      let pair = pairs.firstIndex { $0.first == section }
      let rest = pair.map { layouts[$0].rest(oldNodes[section].count, 0).0 }
      old += (rest ?? TextComparison.body(oldNodes[section])).map {
        Place(section: section, block: $0)
      }
    }
    for section in after.indices {
      let pair = pairs.firstIndex { $0.second == section }
      let rest = pair.map { layouts[$0].rest(0, newNodes[section].count).1 }
      new += (rest ?? TextComparison.body(newNodes[section])).map {
        Place(section: section, block: $0)
      }
    }
    if old.isEmpty || new.isEmpty { return ([], []) }
    return (
      old.filter { oldNodes[$0.section][$0.block].bag.count >= TextComparison.leastMoved },
      new.filter { newNodes[$0.section][$0.block].bag.count >= TextComparison.leastMoved }
    )
  }

  /// The blocks of a section without a twin, less its title, which never moves alone.
  private static func body(_ nodes: [ComparedBlock]) -> [Int] {
    if case .heading? = nodes.first?.block.kind { return Array(nodes.indices.dropFirst()) }
    return Array(nodes.indices)
  }

  // MARK: - Order of display

  private mutating func ordered() -> [SectionChange] {
    let links = pairs.map { old, new in
      (first: old, second: new, weight: 1 + oldNodes[old].count + newNodes[new].count)
    }
    let stayed = Set(heaviestChain(links))
    var changes: [SectionChange] = []
    for pair in pairs.indices {
      changes.append(change(ofPair: pair, isMoved: !stayed.contains(pair)))
    }
    var sections: [SectionChange] = []
    var (nextA, nextB) = (0, 0)
    let anchors = stayed.sorted().map { ($0, pairs[$0].first, pairs[$0].second) }
    for (pair, i, j) in anchors + [(-1, before.count, after.count)] {
      for old in nextA..<i { sections.append(left(old, changes)) }
      for new in nextB..<j { sections.append(arrived(new, changes)) }
      if pair >= 0 { sections.append(changes[pair]) }
      (nextA, nextB) = (i + 1, j + 1)
    }
    return sections
  }

  /// The heaviest chain, found in an order that does not depend on which note is the old one.
  private func heaviestChain(_ links: [(first: Int, second: Int, weight: Int)]) -> [Int] {
    let (old, new) = (keys(before, oldNodes), keys(after, newNodes))
    guard new.lexicographicallyPrecedes(old) else { return Chain.heaviest(links) }
    let order = links.indices.sorted { links[$0].second < links[$1].second }
    let swapped = order.map {
      (first: links[$0].second, second: links[$0].first, weight: links[$0].weight)
    }
    return Chain.heaviest(swapped).map { order[$0] }
  }

  private func keys(_ sections: [TextSection], _ nodes: [[ComparedBlock]]) -> [UInt64] {
    zip(sections, nodes).flatMap { section, nodes in
      let name = Array(section.name.utf8)
      return [Folding.key(name, 0..<name.count)] + nodes.map(\.key)
    }
  }

  private func left(_ old: Int, _ changes: [SectionChange]) -> SectionChange {
    if let pair = pairs.firstIndex(where: { $0.first == old }) {
      var twin = changes[pair]
      twin.nature = .departed
      return twin
    }
    return SectionChange(
      nature: .removed, before: label(before[old]), after: nil, isMoved: false,
      blocks: (loose.old[old] ?? BlockLayout([])).blocks(oldNodes[old], []) { _, _ in .blank },
      cameFrom: [], wentTo: wentTo(old),
      cause: causes[before[old].name])
  }

  private func arrived(_ new: Int, _ changes: [SectionChange]) -> SectionChange {
    if let pair = pairs.firstIndex(where: { $0.second == new }) { return changes[pair] }
    return SectionChange(
      nature: .added, before: nil, after: label(after[new]), isMoved: false,
      blocks: (loose.new[new] ?? BlockLayout([])).blocks([], newNodes[new]) { _, _ in .blank },
      cameFrom: cameFrom(new), wentTo: [],
      cause: causes[after[new].name])
  }

  private mutating func change(ofPair pair: Int, isMoved: Bool) -> SectionChange {
    let (old, new) = pairs[pair]
    let layout = layouts[pair]
    let blocks = layout.blocks(oldNodes[old], newNodes[new]) {
      comparison.compare(oldNodes[old][$0], newNodes[new][$1])
    }
    let isChanged = blocks.contains { $0.nature != .unchanged }
    let cause = causes[after[new].name] ?? causes[before[old].name]
    return SectionChange(
      nature: isChanged ? .modified : .unchanged, before: label(before[old]),
      after: label(after[new]), isMoved: isMoved, blocks: blocks,
      cameFrom: cameFrom(new),
      wentTo: wentTo(old),
      cause: isChanged || isMoved ? cause : nil)
  }

  private func wentTo(_ old: Int) -> [String] {
    flows.targets(of: old, oldNodes, newNodes).map { after[$0].name }
  }

  private func cameFrom(_ new: Int) -> [String] {
    flows.origins(of: new, oldNodes, newNodes).map { before[$0].name }
  }

  private func label(_ section: TextSection) -> SectionChange.Label {
    SectionChange.Label(name: section.name, title: section.title)
  }
}
