import Markdown
public import Notes

extension Note {
  /// The parts of the published note that this one, which revises it, has no longer.
  ///
  /// A part leads to the one that its author names, else to the new one that has its title; another
  /// is gone: what held it does not say the same.
  ///
  /// - Parameter targets: the new anchor of each old one that the author names, both without `#`.
  public func formerAnchors(of published: Note, targets: [String: String]) -> [FormerAnchor] {
    let before = published.document.anchoredHeadings
    let now = document.anchoredHeadings
    let (old, names) = (Set(before.map(\.identifier)), Set(now.map(\.identifier)))
    let new = now.filter { !old.contains($0.identifier) }
    return before.filter { !names.contains($0.identifier) }.map { heading in
      let title = heading.content.plainText
      let target =
        targets[heading.identifier]
        ?? new.first { $0.content.plainText == title }?.identifier
      return FormerAnchor(anchor: heading.identifier, title: title, target: target)
    }
  }

  /// Whether one of its parts has an anchor.
  public func hasAnchor(_ anchor: String) -> Bool {
    document.anchoredHeadings.contains { $0.identifier == anchor }
  }

  /// What stood in this note before its revisions and does not now, each once: the latest word counts.
  public var formerAnchors: [FormerAnchor] {
    let anchors = (publication?.revisions ?? []).flatMap(\.formerAnchors)
    guard !anchors.isEmpty else { return [] }
    let names = Set(document.anchoredHeadings.map(\.identifier))
    var known: Set<String> = []
    let kept = anchors.reversed().filter {
      !names.contains($0.anchor) && known.insert($0.anchor).inserted
    }
    let targets = Dictionary(
      kept.map { ($0.anchor, $0.target) }, uniquingKeysWith: { first, _ in first })
    return kept.reversed().map { anchor in
      var anchor = anchor
      // A part may have been renamed again since: its address leads to what is there, or nowhere.
      var left = targets.count
      while let target = anchor.target, !names.contains(target) {
        anchor.target = left > 0 ? targets[target] ?? nil : nil
        left -= 1
      }
      return anchor
    }
  }
}

extension Document {
  /// The headings that links can lead to, in their order.
  fileprivate var anchoredHeadings: [Heading] {
    blocks.compactMap { block in
      guard case .heading(let heading) = block.kind, !heading.identifier.isEmpty else { return nil }
      return heading
    }
  }
}
