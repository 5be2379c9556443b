/// What one collectif gets; those alike have one element, for one of them.
///
/// **Units**: cents for one collectif.
public struct CollectifFunding: Sendable, Hashable {
  /// The position in the scenario, from 1.
  public var rank: Int { lines[lines.startIndex].collectif }
  /// How many collectifs are alike.
  public let count: Int64
  /// Whether a finding, its own or the project's, blocks it.
  public let isBlocked: Bool
  /// In the order of their codes: the Ps and the two bonuses, 0 when the collectif is blocked; then, for a blocked one, what it
  /// would get without its blocking findings.
  public let lines: ArraySlice<Line>

  public var ps: Line { lines[lines.startIndex] }
  public var childrenBonus: Line { lines[lines.startIndex + 1] }
  public var parentsBonus: Line { lines[lines.startIndex + 2] }

  /// A blocked collectif without its blocking findings; nil for the others.
  public var unblocked: CollectifFunding? {
    isBlocked
      ? CollectifFunding(count: count, isBlocked: false, lines: lines.dropFirst(3)) : nil
  }
}
