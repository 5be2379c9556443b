/// Numbers the changes of a text, and its moves, in the order of display.
struct ChangeNumbering {
  private var last = 0
  private var moves: [Int: Int] = [:]

  static func numbered(_ sections: [SectionChange]) -> [SectionChange] {
    var numbering = ChangeNumbering()
    var sections = sections
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        numbering.numberMoves(&sections[section].blocks[block])
        numbering.numberChanges(&sections[section].blocks[block])
      }
    }
    return sections
  }

  private mutating func numberMoves(_ change: inout BlockChange) {
    if let move = change.move {
      let number = moves[move] ?? moves.count + 1
      moves[move] = number
      change.move = number
    }
    for index in change.children.indices { numberMoves(&change.children[index]) }
  }

  private mutating func numberChanges(_ change: inout BlockChange) {
    switch change.nature {
    case .unchanged, .blank: return
    case .added, .removed, .moved, .departed: take(&change)
    case .modified:
      if change.saysItself { take(&change) }
      if change.isRow { return }
      for index in change.children.indices { numberChanges(&change.children[index]) }
    }
  }

  private mutating func take(_ change: inout BlockChange) {
    last += 1
    change.number = last
  }
}

extension BlockChange {
  /// Whether a modified block is a change by itself, and not only through the blocks inside.
  public var saysItself: Bool {
    guard nature == .modified else { return true }
    if isRow { return true }
    return runs.contains(where: \.isChange) || !remarks.isEmpty
      || !children.contains { $0.nature != .unchanged }
  }
}
