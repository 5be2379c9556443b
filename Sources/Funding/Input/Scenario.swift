/// What a porteur describes: the collectifs of a project, and the other money.
public struct Scenario: Sendable, Hashable {
  /// One element for each collectif, or for several alike (`Collectif.count`).
  public var collectifs: [Collectif]
  public var conditions = ProjectConditions()
  /// What is asked of each funder of the department, by the funder's position; nil when nothing is.
  ///
  /// **Units**: cents, per porteur or per collectif as the funder declares; a free sum for the
  /// whole project otherwise. 0 asks for nothing.
  public var complements: [Int64?] = []
  public var otherFunding: [OtherFunding] = []

  public init(collectifs: [Collectif]) { self.collectifs = collectifs }
}

/// The conditions that the whole project meets; one that it does not blocks every collectif.
///
/// A nil is what the porteur has not said: it is taken as met, and the result says so.
///
/// **Source**: C-2026-069, section 2.1.
public struct ProjectConditions: Sendable, Hashable {
  /// The four axes together: children, parents, school, local partners (`quatre_axes`).
  public var hasFourAxes: Bool?
  /// Not strictly individual (`collectif`).
  public var isCollective: Bool?
  /// All the school year, not once (`regulier`).
  public var isRegular: Bool?
  /// More than help with homework (`au_dela_des_devoirs`).
  public var goesBeyondHomework: Bool?
  /// Free, or a symbolic contribution (`gratuit_ou_symbolique`).
  public var isFreeOrSymbolic: Bool?

  public init() {}

  /// Whether a condition that holds under the rules is neither met nor missed.
  func leavesUnsaid(under rules: Rules) -> Bool {
    hasFourAxes == nil && rules.holds(.fourAxes)
      || isCollective == nil && rules.holds(.collective)
      || isRegular == nil && rules.holds(.regular)
      || goesBeyondHomework == nil && rules.holds(.beyondHomework)
      || isFreeOrSymbolic == nil && rules.holds(.freeOrSymbolic)
  }
}

/// A free line of the financing plan.
///
/// **Units**: cents.
public struct OtherFunding: Sendable, Hashable {
  public var amount: Int64
  /// Other money of the branche Famille for the same Clas: it counts in the share it may pay.
  public var isBrancheFamille: Bool

  public init(amount: Int64, isBrancheFamille: Bool = false) {
    self.amount = amount
    self.isBrancheFamille = isBrancheFamille
  }
}
