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

  /// The scenario if nobody accepts an exception for the collectifs of these ranks, from 1.
  public func refusingExceptions(ofCollectifs ranks: [Int]) -> Scenario {
    var scenario = self
    for rank in ranks {
      scenario.collectifs[rank - 1].isRural = false
      scenario.collectifs[rank - 1].hasDisability = false
      scenario.collectifs[rank - 1].hasPremisesConstraint = false
    }
    return scenario
  }
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

  /// The conditions that hold under the rules and are neither met nor missed.
  public func unsaid(under rules: Rules) -> [RuleCode] {
    [
      (hasFourAxes, RuleCode.fourAxes), (isCollective, .collective), (isRegular, .regular),
      (goesBeyondHomework, .beyondHomework), (isFreeOrSymbolic, .freeOrSymbolic),
    ].filter { $0.0 == nil && rules.holds($0.1) }.map { $0.1 }
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
