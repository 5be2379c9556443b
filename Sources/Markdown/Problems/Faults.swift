extension Document {
  /// What is wrong in the tree itself, captions and callouts read, but for the levels of headings.
  func faultsOfTree() -> [Fault] {
    var faults: [Fault] = []
    forEachBlock { block in
      if let kind = block.fault { faults.append(Fault(kind, at: block.position)) }
    }
    forEachInline { inline in
      switch inline {
      case .html(let html, let position): faults.append(Fault(.html(html), at: position))
      case .link(let link), .image(let link):
        let isImage = if case .image = inline { true } else { false }
        let (address, position) = (link.destination, link.position)
        if !link.address.isSafe {
          faults.append(Fault(.unsafeAddress(address, isImage: isImage), at: position))
        }
        guard link.content.isBlank else { return }
        faults.append(
          Fault(isImage ? .imageWithoutText(address) : .linkWithoutText(address), at: position))
      default: break
      }
    }
    return faults
  }

  /// Adds what was found wrong in the tree, and what its headings show as a whole.
  mutating func report(_ found: [Fault]) {
    // The same fault may be found twice, by a pass and in the tree.
    var seen: Set<Fault> = []
    faults = (faults + found + faultsOfLevels).filter { seen.insert($0).inserted }
      .sorted { $0.position < $1.position }
  }

  /// A heading may rise by any number of levels, and go down by one.
  private var faultsOfLevels: [Fault] {
    var faults: [Fault] = []
    var previous: Int?
    for block in blocks {
      guard case .heading(let heading) = block.kind else { continue }
      if let above = previous, heading.level > above + 1 {
        let kind = Fault.Kind.skippedLevel(found: heading.level, expected: above + 1)
        faults.append(Fault(kind, at: block.position))
      }
      previous = heading.level
    }
    return faults
  }
}

extension Block {
  fileprivate var fault: Fault.Kind? {
    switch kind {
    case .html(let html): .html(html)
    case .table(let table) where table.caption.isEmpty: .tableWithoutCaption
    case .heading(let heading) where heading.content.isBlank: .emptyHeading
    case .paragraph(let content): content.caption.map { .captionWithoutTable($0.plainText) }
    default: nil
    }
  }
}

extension [Inline] {
  fileprivate var isBlank: Bool { plainText.allSatisfy(\.isWhitespace) }
}
