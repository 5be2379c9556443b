/// The plan of funding over the whole project.
///
/// **Units**: cents.
public struct Totals: Sendable, Hashable {
  /// The cost of all the collectifs, blocked ones too (`cout`).
  public var cost: Line { plan[.cost] }
  public var ps: Line { plan[.ps] }
  public var childrenBonus: Line { plan[.childrenBonus] }
  public var parentsBonus: Line { plan[.parentsBonus] }
  /// What exceeds the most that the branche Famille may pay (`ecretement`).
  public var ecretement: Line { plan[.ecretement] }
  /// Ps and bonuses, less `ecretement`; its other money is among `otherFunding`.
  public var brancheFamille: Line { plan[.brancheFamille] }
  /// One line for each funder of the department that is asked, in their order.
  public var complements: [Line] { plan.filter { $0.code == .complement } }
  /// The free lines, other money of the branche Famille included (`autres_financements`).
  public var otherFunding: Line { plan[.otherFunding] }
  public var total: Line { plan[.total] }
  /// What is left to find, never negative (`reste_a_financer`).
  public var remaining: Line { plan[.remaining] }
  /// What exceeds the cost, never negative (`surfinancement`).
  public var overfunding: Line { plan[.overfunding] }

  /// The lines of the project.
  let plan: ArraySlice<Line>
}

extension ArraySlice<Line> {
  /// The line of a code that every plan has.
  subscript(code: LineCode) -> Line {
    for line in self where line.code == code { return line }
    preconditionFailure("The calculation adds one line for each code of the plan.")
  }
}
