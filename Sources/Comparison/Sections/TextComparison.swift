/// The texts of two notes, section by section.
struct TextComparison {
  /// A section of either note or both, and how its blocks stand in one order.
  private struct Row {
    /// The rank in each note; nil where it is in the other alone.
    var old: Int?
    var new: Int?
    var layout: BlockLayout
  }

  private let before: [TextSection]
  private let after: [TextSection]
  private let causes: [String: String]
  private let oldNodes: [[ComparedBlock]]
  private let newNodes: [[ComparedBlock]]
  /// Those that both notes have, in the order of the old one; then the others.
  private var rows: [Row] = []
  /// The row of each section.
  private var oldRows: [Int: Int] = [:]
  private var newRows: [Int: Int] = [:]
  private var comparison = BlockComparison()
  /// How many words went from each old section to a new one that is not its own.
  private var flows: [Flow: Int] = [:]

  private struct Flow: Hashable {
    var from: Int
    var to: Int
  }

  /// The share of either section, in percent, from which a move says that it was split or merged.
  private static let leastShare = 25

  init(_ before: [TextSection], _ after: [TextSection], causes: [String: String]) {
    self.before = before
    self.after = after
    self.causes = causes
    oldNodes = before.map { $0.blocks.map { ComparedBlock($0) } }
    newNodes = after.map { $0.blocks.map { ComparedBlock($0) } }
    for (old, new) in SectionMatching.pairs(before, after) {
      let pairs = TextComparison.pairs(oldNodes[old], newNodes[new])
      add(Row(old: old, new: new, layout: BlockLayout(pairs)))
    }
    for old in before.indices where oldRows[old] == nil {
      add(Row(old: old, new: nil, layout: BlockLayout([])))
    }
    for new in after.indices where newRows[new] == nil {
      add(Row(old: nil, new: new, layout: BlockLayout([])))
    }
  }

  private mutating func add(_ row: Row) {
    if let old = row.old { oldRows[old] = rows.count }
    if let new = row.new { newRows[new] = rows.count }
    rows.append(row)
  }

  mutating func sections() -> [SectionChange] {
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

  private typealias Place = (section: Int, block: Int)

  /// Fewer words are found everywhere: they are never said to be moved.
  private static let leastMoved = 3

  private mutating func findMoves() {
    let old = loosePlaces(oldNodes, oldRows) { layout, count in layout.rest(count, 0).0 }
    let new = loosePlaces(newNodes, newRows) { layout, count in layout.rest(0, count).1 }
    // Words are counted only when there is where to go.
    if old.isEmpty || new.isEmpty { return }
    func large(_ places: [Place], _ nodes: [[ComparedBlock]]) -> [Place] {
      places.filter { nodes[$0.section][$0.block].bag.count >= TextComparison.leastMoved }
    }
    addMoves(from: large(old, oldNodes), to: large(new, newNodes))
  }

  private mutating func addMoves(from old: [Place], to new: [Place]) {
    let moves = BlockAlignment.moves(
      old.map { oldNodes[$0.section][$0.block] }, new.map { newNodes[$0.section][$0.block] })
    for (i, j) in moves {
      let (from, to) = (old[i], new[j])
      let (a, b) = (oldNodes[from.section][from.block], newNodes[to.section][to.block])
      var change = comparison.moved(a, b)
      let (oldRow, newRow) = (oldRows[from.section], newRows[to.section])
      if oldRow != newRow {
        flows[Flow(from: from.section, to: to.section), default: 0] +=
          Likeness.common(a.bag, b.bag)
        change.movedBetween = BlockChange.SectionPair(
          from: before[from.section].name, to: after[to.section].name)
      }
      if let oldRow { rows[oldRow].layout.addMove(from.block, nil, change) }
      if let newRow { rows[newRow].layout.addMove(nil, to.block, change) }
    }
  }

  /// The blocks of one note that have no place in order; of a section without a twin, all but its
  /// title, which never moves alone.
  private func loosePlaces(
    _ nodes: [[ComparedBlock]], _ ranks: [Int: Int], rest: (BlockLayout, Int) -> [Int]
  ) -> [Place] {
    nodes.indices.flatMap { section -> [Place] in
      guard let rank = ranks[section] else { return [] }
      let row = rows[rank]
      var blocks = rest(row.layout, nodes[section].count)
      if row.old == nil || row.new == nil, case .heading? = nodes[section].first?.block.kind {
        blocks.removeFirst()
      }
      return blocks.map { (section, $0) }
    }
  }

  // MARK: - Order of display

  private mutating func ordered() -> [SectionChange] {
    let rows = rows
    flows = flows.filter { isLarge($0.key, words: $0.value) }
    let pairs = rows.compactMap { row in row.old.flatMap { old in row.new.map { (old, $0) } } }
    let stayed = Set(heaviestChain(pairs))
    let changes = rows.indices.map { change(of: rows[$0], isMoved: !stayed.contains($0)) }
    let anchors = stayed.sorted().map { (first: pairs[$0].0, second: pairs[$0].1) }
    return BlockLayout.order(anchors, before.count, after.count).compactMap { old, new in
      guard let row = old.flatMap({ oldRows[$0] }) ?? new.flatMap({ newRows[$0] }) else {
        return nil
      }
      var change = changes[row]
      if new == nil, change.after != nil { change.nature = .departed }
      return change
    }
  }

  /// The heaviest chain, found in an order that does not depend on which note is the old one.
  private func heaviestChain(_ pairs: [(Int, Int)]) -> [Int] {
    let links = pairs.map { old, new in
      (first: old, second: new, weight: 1 + oldNodes[old].count + newNodes[new].count)
    }
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

  private mutating func change(of row: Row, isMoved: Bool) -> SectionChange {
    let old = row.old.map { oldNodes[$0] } ?? []
    let new = row.new.map { newNodes[$0] } ?? []
    let blocks = row.layout.blocks(old, new) { comparison.compare(old[$0], new[$1]) }
    let before = row.old.map { self.before[$0] }
    let after = row.new.map { self.after[$0] }
    let isPair = before != nil && after != nil
    let nature: SectionChange.Nature =
      before == nil
      ? .added
      : after == nil
        ? .removed : blocks.contains { $0.nature != .unchanged } ? .modified : .unchanged
    let cause = after.flatMap { causes[$0.name] } ?? before.flatMap { causes[$0.name] }
    func label(_ section: TextSection) -> SectionChange.Label {
      SectionChange.Label(name: section.name, title: section.title)
    }
    return SectionChange(
      nature: nature, before: before.map(label), after: after.map(label),
      isMoved: isPair && isMoved, blocks: blocks,
      cameFrom: row.new.map(cameFrom) ?? [], wentTo: row.old.map(wentTo) ?? [],
      cause: nature == .unchanged && !isMoved ? nil : cause)
  }

  /// Whether the words are a good part of what either section has.
  private func isLarge(_ flow: Flow, words: Int) -> Bool {
    [oldNodes[flow.from], newNodes[flow.to]].contains { nodes in
      words * 100 >= nodes.reduce(0) { $0 + $1.bag.count } * TextComparison.leastShare
    }
  }

  private func wentTo(_ old: Int) -> [String] {
    flows.keys.filter { $0.from == old }.map(\.to).sorted().map { after[$0].name }
  }

  private func cameFrom(_ new: Int) -> [String] {
    flows.keys.filter { $0.to == new }.map(\.from).sorted().map { before[$0].name }
  }
}
