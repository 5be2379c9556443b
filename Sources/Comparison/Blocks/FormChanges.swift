/// Words that stayed and changed their form: a box that became a text, a list that became paragraphs,
/// an item that went up to the list around it.
///
/// Blocks of two kinds are never compared word by word: one left and another came. Where both say the
/// same, the one that left, or the one that came for several, says what became of the words.
enum FormChanges {
  /// How many siblings are looked at for the words of one block.
  private static let reach = 60

  static func mark(_ changes: inout [BlockChange]) {
    var start = 0
    while start < changes.count {
      let end = changes[start...].firstIndex { !$0.isLoose } ?? changes.count
      if end > start { mark(&changes, start..<end) }
      start = end
      // What stands in an item may be what follows it now.
      while start < changes.count, !changes[start].isLoose {
        if changes[start].nature == .modified { markInside(&changes, at: start) }
        start += 1
      }
    }
  }

  private static func mark(_ changes: inout [BlockChange], _ range: Range<Int>) {
    let left = range.filter { changes[$0].nature == .removed }.prefix(reach)
    let came = range.filter { changes[$0].nature == .added }.prefix(reach)
    if left.isEmpty || came.isEmpty { return }
    let (old, new) = (left.map { changes[$0].words }, came.map { changes[$0].words })
    for (rank, index) in left.enumerated() {
      guard let found = run(of: old[rank], in: new) else { continue }
      changes[index].form = remark(changes[index].kind, changes[came[found.lowerBound]].kind)
    }
    for (rank, index) in came.enumerated() {
      guard let found = run(of: new[rank], in: old), found.count > 1 else { continue }
      changes[index].form = remark(changes[left[found.lowerBound]].kind, changes[index].kind)
    }
  }

  /// A list in an item whose own items are siblings of that item on the other side.
  private static func markInside(_ changes: inout [BlockChange], at index: Int) {
    guard case .item = changes[index].kind else { return }
    let around = changes[(index + 1)...].prefix(reach).prefix { $0.isLoose }
    for child in changes[index].children.indices {
      let list = changes[index].children[child]
      guard case .list = list.kind, list.isLoose else { continue }
      let others = around.filter { $0.nature != list.nature }.map(\.words)
      guard run(of: list.words, in: others) != nil else { continue }
      changes[index].children[child].form =
        list.nature == .removed
        ? "ces points remontent au niveau de la liste" : "ces points deviennent une sous-liste"
    }
  }

  /// Which blocks, one after the other, have the words.
  private static func run(of words: String, in others: [String]) -> Range<Int>? {
    if words.isEmpty { return nil }
    for start in others.indices where !others[start].isEmpty && words.hasPrefix(others[start]) {
      var rest = words[...]
      var end = start
      while end < others.count, !rest.isEmpty, rest.hasPrefix(others[end]) {
        rest = rest.dropFirst(others[end].count)
        end += 1
        guard !rest.isEmpty else { return start..<end }
        guard rest.first == "\n" else { break }
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  private static func remark(_ old: TextBlock.Kind, _ new: TextBlock.Kind) -> String? {
    switch (old, new) {
    case (.callout(let kind), _):
      "l’encadré \(TextBlock.Kind.title(kind)) est retiré, son texte reste"
    case (_, .callout(let kind)): "le texte entre dans l’encadré \(TextBlock.Kind.title(kind))"
    case (.quote, _): "la citation devient un texte ordinaire"
    case (_, .quote): "le texte devient une citation"
    case (.heading, _): "le titre devient un texte"
    case (_, .heading): "le texte devient un titre"
    case (.list, _): "la liste devient un texte suivi"
    case (_, .list): "le texte devient une liste"
    default: nil
    }
  }
}

extension BlockChange {
  /// Whether it stands on one side only.
  fileprivate var isLoose: Bool { nature == .removed || nature == .added }

  fileprivate var words: String { (earlierBlock ?? laterBlock)?.plainText ?? "" }
}
