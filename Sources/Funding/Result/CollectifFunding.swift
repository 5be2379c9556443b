/// What one collectif gets; those alike have one element, for one of them.
///
/// **Units**: cents for one collectif.
public struct CollectifFunding: Sendable, Hashable {
  /// The position in the scenario, from 1.
  public let rank: Int
  /// How many collectifs are alike.
  public let count: Int64
  /// Whether a finding, its own or the project's, blocks it.
  public let isBlocked: Bool
  /// 0 when the collectif is blocked.
  public let ps: Line
  public let childrenBonus: Line
  public let parentsBonus: Line
  /// What a blocked collectif would get without its blocking findings; nil for the others.
  public let unblocked: Unblocked?

  public struct Unblocked: Sendable, Hashable {
    public let ps: Line
    public let childrenBonus: Line
    public let parentsBonus: Line
  }

  /// - Parameter lines: the collectif's, in the order of their codes.
  init(_ lines: ArraySlice<Line>, count: Int64, isBlocked: Bool) {
    let first = lines.startIndex
    self.count = count
    self.isBlocked = isBlocked
    rank = lines[first].collectif
    ps = lines[first]
    childrenBonus = lines[first + 1]
    parentsBonus = lines[first + 2]
    unblocked =
      isBlocked
      ? Unblocked(
        ps: lines[first + 3], childrenBonus: lines[first + 4], parentsBonus: lines[first + 5])
      : nil
  }
}
