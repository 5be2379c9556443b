extension Document {
  /// What is wrong in the tree itself, captions and callouts read, but for the levels of headings.
  func faultsOfTree() -> [Fault] {
    var finder = FaultFinder()
    forEachBlock { finder.examine($0) }
    forEachInline { finder.examine($0) }
    return finder.faults
  }

  /// Adds what was found wrong in the tree, and what its headings show as a whole.
  mutating func report(_ found: [Fault]) {
    var finder = FaultFinder(faults: faults + found)
    finder.examineLevels(blocks)
    // The same fault may be found twice, by a pass and in the tree.
    var seen: Set<Fault> = []
    faults = finder.faults.filter { seen.insert($0).inserted }
      .sorted { $0.position < $1.position }
  }
}

private struct FaultFinder {
  var faults: [Fault] = []

  mutating func examine(_ block: Block) {
    switch block.kind {
    case .html(let html): add(.html(html), at: block.position)
    case .table(let table):
      if table.caption.isEmpty { add(.tableWithoutCaption, at: block.position) }
    case .heading(let heading):
      if heading.content.plainText.allSatisfy(\.isWhitespace) {
        add(.emptyHeading, at: block.position)
      }
    case .paragraph(let content):
      if let caption = content.caption {
        add(.captionWithoutTable(caption.plainText), at: block.position)
      }
    case .list, .quote, .callout, .code, .rule: break
    }
  }

  mutating func examine(_ inline: Inline) {
    switch inline {
    case .html(let html, let position): add(.html(html), at: position)
    case .link(let link):
      if !link.address.isSafe {
        add(.unsafeAddress(link.destination, isImage: false), at: link.position)
      }
      if !link.content.hasSomethingToRead {
        add(.linkWithoutText(link.destination), at: link.position)
      }
    case .image(let image):
      if !image.address.isSafe {
        add(.unsafeAddress(image.destination, isImage: true), at: image.position)
      }
      if !image.content.hasSomethingToRead {
        add(.imageWithoutText(image.destination), at: image.position)
      }
    default: break
    }
  }

  /// A heading may rise by any number of levels, and go down by one.
  mutating func examineLevels(_ blocks: [Block]) {
    var previous: Int?
    for block in blocks {
      guard case .heading(let heading) = block.kind else { continue }
      if let above = previous, heading.level > above + 1 {
        add(.skippedLevel(found: heading.level, expected: above + 1), at: block.position)
      }
      previous = heading.level
    }
  }

  private mutating func add(_ kind: Fault.Kind, at position: Position) {
    faults.append(Fault(kind, at: position))
  }
}

extension [Inline] {
  fileprivate var hasSomethingToRead: Bool {
    !plainText.allSatisfy(\.isWhitespace)
  }
}
