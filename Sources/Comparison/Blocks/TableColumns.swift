/// The columns of two tables, matched by their headers.
struct TableColumns {
  let columns: [(before: Int?, after: Int?)]
  /// Whether cells are compared one with one: the tables have as many columns, or one of them is no
  /// regular table.
  let areSame: Bool

  init(_ a: ComparedBlock, _ b: ComparedBlock) {
    let (old, new) = (TableColumns.header(a), TableColumns.header(b))
    areSame =
      old.count == new.count || !TableColumns.isRegular(a, old.count)
      || !TableColumns.isRegular(b, new.count)
    columns =
      areSame
      ? [] : BlockLayout.order(BlockAlignment.pairs(old, new), old.count, new.count)
  }

  private static func header(_ table: ComparedBlock) -> [ComparedBlock] {
    table.children.first { $0.block.kind == .row(isHeader: true) }?.children ?? []
  }

  private static func isRegular(_ table: ComparedBlock, _ count: Int) -> Bool {
    table.children.allSatisfy { child in
      if case .row = child.block.kind { child.block.children.count == count } else { true }
    }
  }

  /// A row that stands on one side only, with blank cells for the columns of the other side.
  func filled(_ row: BlockChange) -> BlockChange {
    guard case .row = row.kind, row.nature == .added || row.nature == .removed else { return row }
    var filled = row
    filled.children = columns.map { column in
      let index = row.nature == .added ? column.after : column.before
      return index.flatMap { row.children.indices.contains($0) ? row.children[$0] : nil } ?? .blank
    }
    return filled
  }
}
