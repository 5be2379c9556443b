/// One change of the text, for lists: the smallest block that changed, in the order of display.
public struct TextChange: Sendable, Hashable {
  public enum Nature: String, Sendable, Hashable, CaseIterable {
    case added = "ajout"
    case removed = "suppression"
    case modified = "modification"
    case moved = "deplacement"
  }

  /// As `BlockChange.number`.
  public var number: Int
  /// The name of the section where it is, or where it was when it is no longer there.
  public var section: String
  public var nature: Nature
  /// The words before; nil for what was not there.
  public var before: String?
  public var after: String?
  /// What no word of it says: « la case est cochée ».
  public var remarks: [String]
  /// The words of both sides; those of inner blocks on lines of their own. Empty when only the block
  /// itself became another, and those inside are changes of their own.
  public var runs: [Run]
  public var movedBetween: BlockChange.SectionPair?
}

extension NoteComparison {
  /// The changes of the text, one by one; what moved is listed where it is now.
  public var textChanges: [TextChange] {
    sections.filter { $0.nature != .departed }.flatMap(\.textChanges)
  }
}

extension SectionChange {
  public var textChanges: [TextChange] {
    var changes: [TextChange] = []
    for block in blocks { collect(block, into: &changes) }
    return changes
  }

  private func collect(_ block: BlockChange, into changes: inout [TextChange]) {
    if let number = block.number, let nature = TextChange.Nature(block.nature) {
      changes.append(
        TextChange(
          number: number, section: label.name, nature: nature,
          before: block.ownText(block.earlierBlock), after: block.ownText(block.laterBlock),
          remarks: block.holdsChanges ? block.remarks : block.allRemarks,
          runs: block.holdsChanges ? block.runs : block.allRuns,
          movedBetween: block.movedBetween))
    }
    guard block.holdsChanges else { return }
    for child in block.children { collect(child, into: &changes) }
  }
}

extension TextChange.Nature {
  init?(_ nature: BlockChange.Nature) {
    switch nature {
    case .added: self = .added
    case .removed: self = .removed
    case .modified: self = .modified
    case .moved: self = .moved
    case .unchanged, .departed, .blank: return nil
    }
  }
}

extension BlockChange {
  public var isRow: Bool { if case .row = kind { true } else { false } }

  /// Whether the blocks inside are changes of their own.
  fileprivate var holdsChanges: Bool {
    nature == .modified && !isRow && children.contains { $0.nature != .unchanged }
  }

  /// The words of one side: the block's own when those inside are changes of their own.
  fileprivate func ownText(_ block: TextBlock?) -> String? {
    guard let block else { return nil }
    if nature == .modified, !isRow, !block.text.isEmpty { return block.text.textWithAddresses }
    return block.plainText
  }

  /// The words of the block and of those inside, in one list.
  var allRuns: [Run] {
    var all = runs
    let separator = RichText(isRow ? TextBlock.cellSeparator : "\n")
    for child in children where child.nature != .blank {
      let inner = child.allRuns
      if inner.isEmpty { continue }
      if !all.isEmpty {
        if child.before == nil {
          all.add(.inserted(separator))
        } else {
          all.add(child.after == nil ? .deleted(separator) : .equal(separator))
        }
      }
      for run in inner { all.add(run) }
    }
    return all
  }
}
