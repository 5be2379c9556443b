/// Two blocks, and all that is inside.
struct BlockComparison {
  /// The number of the last move found; shared by the comparison of one pair of notes.
  var lastMove = 0

  mutating func compare(
    _ a: ComparedBlock, _ b: ComparedBlock, columns: TableColumns? = nil
  ) -> BlockChange {
    if let columns, case .row = a.block.kind { return row(a, b, columns) }
    if a.key == b.key, a.block == b.block { return .unchanged(b.block) }
    var change = BlockChange(.unchanged, before: a.block.kind, after: b.block.kind)
    change.runs = WordComparison.runs(a, b)
    change.children = inside(a, b)
    let isChanged =
      change.runs.contains(where: \.isChange)
      || change.children.contains { $0.nature != .unchanged }
      || b.block.kind.remark(since: a.block.kind) != nil
    change.nature = isChanged ? .modified : .unchanged
    return change
  }

  private mutating func inside(_ a: ComparedBlock, _ b: ComparedBlock) -> [BlockChange] {
    switch a.block.kind {
    case .table: return rows(a, b)
    case .row where a.children.count == b.children.count:
      return zip(a.children, b.children).map { compare($0, $1) }
    default: return children(a.children, b.children)
    }
  }

  /// Siblings in one order: between two that stayed, first those that left, then those that came.
  ///
  /// - Parameter columns: those of the tables whose rows they are; nil where rows are compared as any
  ///   other blocks.
  private mutating func children(
    _ a: [ComparedBlock], _ b: [ComparedBlock], columns: TableColumns? = nil
  ) -> [BlockChange] {
    if a.isEmpty, b.isEmpty { return [] }
    var layout = BlockLayout(BlockAlignment.pairs(a, b))
    let (restA, restB) = layout.rest(a.count, b.count)
    for (i, j) in BlockAlignment.moves(restA.map { a[$0] }, restB.map { b[$0] }) {
      layout.addMove(restA[i], restB[j], moved(a[restA[i]], b[restB[j]], columns: columns))
    }
    return layout.blocks(a, b) { compare(a[$0], b[$1], columns: columns) }
  }

  /// One block at its two places.
  mutating func moved(
    _ a: ComparedBlock, _ b: ComparedBlock, columns: TableColumns? = nil
  ) -> BlockChange {
    lastMove += 1
    // What moved inside takes numbers of its own.
    let number = lastMove
    var change = compare(a, b, columns: columns)
    change.nature = .moved
    change.move = number
    return change
  }

  private mutating func rows(_ a: ComparedBlock, _ b: ComparedBlock) -> [BlockChange] {
    let columns = TableColumns(a, b)
    if columns.areSame { return children(a.children, b.children) }
    return children(a.children, b.children, columns: columns).map(columns.filled)
  }

  /// Two rows of tables that have not the same columns.
  private mutating func row(_ a: ComparedBlock, _ b: ComparedBlock, _ columns: TableColumns)
    -> BlockChange
  {
    var change = BlockChange(.modified, before: a.block.kind, after: b.block.kind)
    change.runs = WordComparison.runs(a, b)
    for column in columns.columns {
      let old = column.before.flatMap { a.children.indices.contains($0) ? a.children[$0] : nil }
      let new = column.after.flatMap { b.children.indices.contains($0) ? b.children[$0] : nil }
      switch (old, new) {
      case (let old?, let new?): change.children.append(compare(old, new))
      case (let old?, nil): change.children.append(.removed(old.block))
      case (nil, let new?): change.children.append(.added(new.block))
      case (nil, nil): change.children.append(.blank)
      }
    }
    return change
  }
}
