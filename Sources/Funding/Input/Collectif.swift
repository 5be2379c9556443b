/// A group of children, or several alike.
///
/// A nil is what the porteur has not said: the common case of the rules then holds, and the result
/// lists it among its assumptions.
///
/// **Units**: cents a year for one collectif; minutes for one session.
///
/// **Source**: C-2026-069, section 2.1.
public struct Collectif: Sendable, Hashable {
  /// How many collectifs are like this one (`nombre`).
  public var count: Int64
  /// The yearly cost of one collectif (`cout`).
  public var cost: Int64
  /// The children of one collectif (`enfants`).
  public var children: Int64
  /// Professional or volunteer (`animateurs`).
  public var animators: Int64?
  public var sessionsPerWeek: Int64?
  public var sessionMinutes: Int64?
  public var weeks: Int64?
  public var isRural: Bool?
  /// A child with a disability who needs reinforced attention (`handicap`).
  public var hasDisability: Bool?
  /// Premises that do not allow two sessions a week (`contrainte_locaux`).
  public var hasPremisesConstraint: Bool?
  public var childrenBonus: BonusRequest?
  public var parentsBonus: BonusRequest?
  /// What this collectif asks of a funder who pays per collectif, instead of what the project says.
  ///
  /// **Shape**: by the funder's position; shorter than the list of funders, or empty, is the same
  /// as nil for the rest.
  public var complements: [Int64?] = []

  public init(
    count: Int64 = 1, cost: Int64, children: Int64, childrenBonus: BonusRequest? = nil,
    parentsBonus: BonusRequest? = nil
  ) {
    self.count = count
    self.cost = cost
    self.children = children
    self.childrenBonus = childrenBonus
    self.parentsBonus = parentsBonus
  }
}

/// What is said about one of the two bonuses.
public enum BonusRequest: Sendable, Hashable {
  case notRequested
  /// The Caf has granted it, or the porteur takes it as granted.
  case granted
  case criteria(BonusCriteria)
}

/// The criteria of a bonus: the project, and at least one of the three others.
///
/// **Source**: C-2026-069, section 2.2.
public struct BonusCriteria: Sendable, Hashable {
  /// A structured project for the whole school year: mandatory (`projet`).
  public var hasProject: Bool
  /// Children: `materiel`. Parents: `intervenants`.
  public var first: Bool
  /// Children: `intervenants`. Parents: `actions`.
  public var second: Bool
  /// Children: `sorties`. Parents: `public`.
  public var third: Bool

  /// For the bonus « enfants »: teaching material to buy, speakers who cost extra, cultural outings.
  public init(project: Bool, material: Bool, speakers: Bool, outings: Bool) {
    (hasProject, first, second, third) = (project, material, speakers, outings)
  }

  /// For the bonus « parents »: speakers who cost extra, specific actions, a public far from school.
  public init(project: Bool, speakers: Bool, actions: Bool, audience: Bool) {
    (hasProject, first, second, third) = (project, speakers, actions, audience)
  }

  /// How many of the three criteria that are not mandatory hold.
  var alternatives: Int64 { (first ? 1 : 0) + (second ? 1 : 0) + (third ? 1 : 0) }

  /// Whether the mandatory criterion holds, and as many of the others as are needed.
  func suffice(_ needed: Int64) -> Bool { hasProject && alternatives >= needed }
}
