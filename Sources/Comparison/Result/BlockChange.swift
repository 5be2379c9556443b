/// A block of the comparison, changed or not: what a page shows at one place.
///
/// **Shape**: as `TextBlock`; in a changed table the rows that it had and the rows that it has stand
/// in one order, each with a cell for every column of both.
public struct BlockChange: Sendable, Hashable {
  public enum Nature: Sendable, Hashable {
    /// The same words; case, spaces, typography or styles may differ (`Run.folded`).
    case unchanged
    /// Words changed here or in the blocks inside.
    case modified
    case added
    case removed
    /// It stands here now and stood elsewhere, where its twin is `departed`; words may differ.
    case moved
    /// It stood here and stands elsewhere now; it has what its twin has.
    case departed
    /// The cell of a row for a column that it never had.
    case blank
  }

  public var nature: Nature
  /// The rank among the changes of the text, from 1; nil for what did not change, and for what is
  /// inside a change that has one.
  public var number: Int?
  /// What it was; nil when it was not there.
  public var before: TextBlock.Kind?
  /// What it is; nil when it is no longer there.
  public var after: TextBlock.Kind?
  /// Its own words, in order; empty for a block that only holds others.
  public var runs: [Run]
  public var children: [BlockChange]
  /// Shared by the two places of one move; nil for what did not move.
  public var move: Int?
  /// What became of the form of words that stayed, in French; nil where nothing is to be said.
  var form: String?
  /// The names of the sections it left and reached, when it moved from one to another.
  public var movedBetween: SectionPair?

  public struct SectionPair: Sendable, Hashable {
    public var from: String
    public var to: String
  }

  init(
    _ nature: Nature, before: TextBlock.Kind?, after: TextBlock.Kind?, runs: [Run] = [],
    children: [BlockChange] = []
  ) {
    self.nature = nature
    self.before = before
    self.after = after
    self.runs = runs
    self.children = children
  }

  /// The kind to show it as: what it is, or what it was.
  public var kind: TextBlock.Kind { after ?? before ?? .paragraph }

  /// Whether it and what is inside say the same on both sides, wherever it stands.
  public var saysTheSame: Bool {
    guard let before, let after, after.remark(since: before) == nil else { return false }
    return !runs.contains(where: \.isChange)
      && children.allSatisfy { $0.nature == .unchanged && $0.saysTheSame }
  }

  /// The block as it was, here; nil when it was not here.
  public var oldBlock: TextBlock? {
    switch nature {
    case .added, .moved, .blank: nil
    case .unchanged, .modified, .removed, .departed: earlierBlock
    }
  }

  /// The block as it is, here; nil when it is not here.
  public var newBlock: TextBlock? {
    switch nature {
    case .removed, .departed, .blank: nil
    case .unchanged, .modified, .added, .moved: laterBlock
    }
  }

  /// The block as it was, wherever it stood.
  public var earlierBlock: TextBlock? {
    before.map { TextBlock($0, runs.before, children.compactMap(\.oldBlock)) }
  }

  /// The block as it is, wherever it stands.
  public var laterBlock: TextBlock? {
    after.map { TextBlock($0, runs.after, children.compactMap(\.newBlock)) }
  }

  /// A block that stands on one side only, all of it.
  public static func added(_ block: TextBlock) -> BlockChange { whole(.added, block, Run.inserted) }

  public static func removed(_ block: TextBlock) -> BlockChange {
    whole(.removed, block, Run.deleted)
  }

  static func unchanged(_ block: TextBlock) -> BlockChange { whole(.unchanged, block, Run.equal) }

  private static func whole(
    _ nature: Nature, _ block: TextBlock, _ run: (RichText) -> Run
  ) -> BlockChange {
    BlockChange(
      nature, before: nature == .added ? nil : block.kind,
      after: nature == .removed ? nil : block.kind,
      runs: block.text.isEmpty ? [] : [run(block.text)],
      children: block.children.map { whole(nature, $0, run) })
  }

  static let blank = BlockChange(.blank, before: nil, after: nil)
}
