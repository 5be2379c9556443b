/// What a funder of the department gives beside the branche Famille, as the department declares it.
///
/// **Units**: cents, per porteur or per collectif. A flat sum has its two ends equal.
///
/// **Source**: `financements` of the department's file.
public struct Funder: Sendable, Hashable {
  /// What the sum is counted for. Raw values serve the flat layout.
  public enum Basis: Int, Sendable, Hashable, CaseIterable {
    /// Once for the project, whatever the number of collectifs.
    case perPorteur = 1
    case perCollectif
    /// The department declares no amount: the porteur enters one for the whole project.
    case free
  }

  public var basis: Basis
  /// The least that may be asked; 0 for a free sum.
  public var low: Int64
  /// The most that may be asked; the limit of amounts for a free sum.
  public var high: Int64
  /// The share of the cost that it does not exceed, in hundredths of a percent; 0 without one. The cost
  /// is that of the project or, for a sum per collectif, of the collectif.
  public var share: Int64
  /// Whether it is for rural projects.
  public var isRural: Bool

  public init(
    _ basis: Basis, low: Int64, high: Int64, share: Int64 = 0, isRural: Bool = false
  ) {
    self.basis = basis
    self.low = low
    self.high = high
    self.share = share
    self.isRural = isRural
  }

  public static var free: Funder { Funder(.free, low: 0, high: FundingLimits.amount) }

  /// The most that it gives for a cost; a share is rounded down to the cent.
  @inline(never)
  func most(of cost: Int64) -> Int64 {
    share == 0 ? high : min(high, Share.down(share, of: cost))
  }
}
