/// How many words went from each old section to a new one that is not its own.
struct SectionFlows {
  private var flows: [(from: Int, to: Int, words: Int)] = []

  /// The share of either section, in percent, from which a move says that it was split or merged.
  private static let leastShare = 25

  mutating func add(_ words: Int, from: Int, to: Int) {
    if let index = flows.firstIndex(where: { $0.from == from && $0.to == to }) {
      flows[index].words += words
    } else {
      flows.append((from, to, words))
    }
  }

  /// The new sections that hold a good part of an old one, in order.
  func targets(of old: Int, _ oldNodes: [[ComparedBlock]], _ newNodes: [[ComparedBlock]]) -> [Int] {
    flows.filter { $0.from == old && isLarge($0, oldNodes, newNodes) }.map(\.to).sorted()
  }

  /// The old sections of which a good part is in a new one, in order.
  func origins(of new: Int, _ oldNodes: [[ComparedBlock]], _ newNodes: [[ComparedBlock]]) -> [Int] {
    flows.filter { $0.to == new && isLarge($0, oldNodes, newNodes) }.map(\.from).sorted()
  }

  private func isLarge(
    _ flow: (from: Int, to: Int, words: Int), _ oldNodes: [[ComparedBlock]],
    _ newNodes: [[ComparedBlock]]
  ) -> Bool {
    let sizes = [oldNodes[flow.from], newNodes[flow.to]].map { nodes in
      nodes.reduce(0) { $0 + $1.bag.count }
    }
    return sizes.contains { flow.words * 100 >= $0 * SectionFlows.leastShare }
  }
}
