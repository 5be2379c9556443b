@testable import Comparison

extension NoteComparison {
  /// The text as it would read the other way round.
  var mirroredSections: [SectionChange] {
    renumbered(mirrored(sections.map(\.mirrored), isAnchor: { $0.stands }, isOld: { $0.wasThere }))
  }
}

/// Between two siblings that stayed, those that left come first.
private func mirrored<Element>(
  _ items: [Element], isAnchor: (Element) -> Bool, isOld: (Element) -> Bool
) -> [Element] {
  var result: [Element] = []
  var (left, came): ([Element], [Element]) = ([], [])
  for item in items {
    if isAnchor(item) {
      result += left + came + [item]
      (left, came) = ([], [])
    } else if isOld(item) {
      left.append(item)
    } else {
      came.append(item)
    }
  }
  return result + left + came
}

extension SectionChange {
  fileprivate var stands: Bool { (nature == .unchanged || nature == .modified) && !isMoved }
  fileprivate var wasThere: Bool { nature == .removed || nature == .departed }

  fileprivate var mirrored: SectionChange {
    var section = self
    (section.before, section.after) = (after, before)
    (section.cameFrom, section.wentTo) = (wentTo, cameFrom)
    let blocks = blocks.map(\.mirrored)
    section.blocks = mirroredBlocks(blocks)
    switch nature {
    case .added: section.nature = .removed
    case .removed: section.nature = .added
    case .departed:
      let isChanged = section.blocks.contains { $0.nature != .unchanged }
      section.nature = isChanged ? .modified : .unchanged
    case .unchanged, .modified: section.nature = isMoved ? .departed : nature
    }
    return section
  }
}

private func mirroredBlocks(_ blocks: [BlockChange]) -> [BlockChange] {
  if blocks.contains(where: { $0.kind == .cell }) { return blocks }
  return mirrored(
    blocks, isAnchor: { $0.nature == .unchanged || $0.nature == .modified },
    isOld: { $0.nature == .removed || $0.nature == .departed })
}

extension BlockChange {
  fileprivate var mirrored: BlockChange {
    var change = self
    (change.before, change.after) = (after, before)
    if let between = movedBetween {
      change.movedBetween?.from = between.to
      change.movedBetween?.to = between.from
    }
    change.runs = mirroredRuns(runs)
    change.children = mirroredBlocks(children.map(\.mirrored))
    if case .table = kind { change.children = mirroredColumns(change.children) }
    switch nature {
    case .added: change.nature = .removed
    case .removed: change.nature = .added
    case .moved: change.nature = .departed
    case .departed: change.nature = .moved
    case .unchanged, .modified, .blank: break
    }
    return change
  }
}

/// Deletions stand before insertions on both sides.
private func mirroredRuns(_ runs: [Run]) -> [Run] {
  var result: [Run] = []
  for run in runs {
    switch run {
    case .equal: result.append(run)
    case .folded(let before, let after): result.append(.folded(before: after, after: before))
    case .deleted(let text): result.append(.inserted(text))
    case .inserted(let text):
      if case .inserted? = result.last {
        result.insert(.deleted(text), at: result.count - 1)
      } else {
        result.append(.deleted(text))
      }
    }
  }
  return result
}

/// The sections with their changes and moves numbered in their own order.
func renumbered(_ sections: [SectionChange]) -> [SectionChange] {
  var moves: [Int: Int] = [:]
  func visit(_ change: inout BlockChange) {
    change.number = nil
    // What it says depends on the side.
    change.form = nil
    if let move = change.move {
      let number = moves[move] ?? moves.count + 1
      moves[move] = number
      change.move = number
    }
    for index in change.children.indices { visit(&change.children[index]) }
  }
  var sections = sections
  for section in sections.indices {
    for block in sections[section].blocks.indices { visit(&sections[section].blocks[block]) }
  }
  return sections
}

/// The columns of all rows in the order that the header has once mirrored.
private func mirroredColumns(_ children: [BlockChange]) -> [BlockChange] {
  let header = children.first { $0.kind == .row(isHeader: true) }?.children ?? []
  let order = mirrored(
    Array(header.indices),
    isAnchor: { header[$0].nature == .unchanged || header[$0].nature == .modified },
    isOld: { header[$0].nature == .removed })
  return children.map { row in
    guard row.children.count == order.count, row.kind != .caption else { return row }
    var row = row
    row.children = order.map { row.children[$0] }
    return row
  }
}
