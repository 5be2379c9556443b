/// The limits within which the calculation is exact; beyond, an input is an error.
///
/// These are bounds of good sense, not rules of the Clas: the largest product of a rate and of a
/// total stays a hundred times below what 64 bits hold, and every total below 2^53, which a
/// Float64 slot holds exactly.
public enum FundingLimits {
  /// 10 000 000 €, for one collectif or one sum.
  ///
  /// **Units**: cents.
  public static let amount: Int64 = 1_000_000_000
  /// Collectifs of a project, those alike counted each.
  public static let collectifs: Int64 = 10_000
  public static let funders = 16
  /// Free lines of a plan.
  public static let otherFunding = 1_000
  /// Children or animators of a collectif.
  public static let people: Int64 = 1_000
  public static let sessionsPerWeek: Int64 = 50
  /// Minutes in a day.
  public static let sessionMinutes: Int64 = 1_440
  public static let weeks: Int64 = 53
}
