public import Yams

extension Node {
  /// The elements of a sequence; none for anything else.
  public var list: [Node] { sequence.map(Array.init) ?? [] }

  /// The keys and values of a mapping, in order.
  public var entries: [(key: String, value: Node)] {
    mapping?.map { ($0.key.string ?? "", $0.value) } ?? []
  }

  public func text(_ key: String) -> String { self[key]?.string ?? "" }

  /// The node at a path such as `regles.ps.taux`, `1` being the first element of a list.
  public func at(_ path: String) -> Node? {
    path.split(separator: ".").reduce(self) { node, key in
      if let rank = Int(key) {
        return node.flatMap { $0.list.indices.contains(rank - 1) ? $0.list[rank - 1] : nil }
      }
      return node?[String(key)]
    }
  }
}
