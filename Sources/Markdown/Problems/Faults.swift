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
        guard link.content.isBlank, !address.isEmpty else { return }
        faults.append(
          Fault(isImage ? .imageWithoutText(address) : .linkWithoutText(address), at: position))
      default: break
      }
    }
    return faults
  }

  /// Adds what was found wrong in the tree, and what its headings show as a whole.
  ///
  /// - Parameter highestLevels: the highest level that the headings of each section may have.
  mutating func report(_ found: [Fault], highestLevels: [Int]) {
    // The same fault may be found twice, by a pass and in the tree.
    var seen: Set<Fault> = []
    faults = (faults + found + faultsOfLevels(highestLevels)).filter { seen.insert($0).inserted }
      .sorted { $0.position < $1.position }
  }

  /// A heading may go down by one level, as far as pages show it, and rise as far as the one that begins its section: a higher
  /// one would take in the sections that follow.
  private func faultsOfLevels(_ highestLevels: [Int]) -> [Fault] {
    var faults: [Fault] = []
    var previous: Int?
    var first: [Int: Int] = [:]
    for block in blocks {
      guard case .heading(let heading) = block.kind else { continue }
      let section = block.position.text
      let highest = first[section].map { max(2, $0) } ?? highestLevels[section]
      let level = max(heading.level, highest)
      if heading.level < highest {
        faults.append(heading.fault(expected: highest, at: block.position))
      } else if level > Heading.lowestLevel {
        faults.append(Fault(.levelTooLow(found: level), at: block.position))
      } else if let above = previous, level > above + 1 {
        let kind = Fault.Kind.skippedLevel(found: level, expected: above + 1)
        faults.append(Fault(kind, at: block.position))
      } else if heading.isUnderlined, heading.level == 2 {
        let kind = Fault.Kind.underlinedHeading(heading.content.plainText)
        faults.append(Fault(kind, at: block.position))
      }
      if first[section] == nil { first[section] = level }
      previous = level
    }
    return faults
  }
}

extension Heading {
  fileprivate func fault(expected: Int, at position: Position) -> Fault {
    let kind = Fault.Kind.levelTooHigh(
      found: level, expected: expected, underlined: isUnderlined ? content.plainText : nil)
    if isUnderlined { return Fault(kind, at: position) }
    var signs = position
    signs.length = level
    return Fault(kind, at: signs, correction: String(repeating: "#", count: expected))
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
