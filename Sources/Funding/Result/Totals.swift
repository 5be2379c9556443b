/// The plan of funding over the whole project.
///
/// **Units**: cents.
public struct Totals: Sendable, Hashable {
  /// The cost of all the collectifs, blocked ones too (`cout`).
  public let cost: Line
  /// `ps`.
  public let ps: Line
  /// `bonus_enfants`.
  public let childrenBonus: Line
  /// `bonus_parents`.
  public let parentsBonus: Line
  /// What exceeds the most that the branche Famille may pay (`ecretement`).
  public let ecretement: Line
  /// Ps and bonuses, less `ecretement`; its other money is among `otherFunding`.
  public let brancheFamille: Line
  /// One line for each funder of the department that is asked, in their order.
  public let complements: [Line]
  /// The free lines, other money of the branche Famille included (`autres_financements`).
  public let otherFunding: Line
  public let total: Line
  /// What is left to find, never negative (`reste_a_financer`).
  public let remaining: Line
  /// What exceeds the cost, never negative (`surfinancement`).
  public let overfunding: Line

  /// - Parameter plan: the lines of the project.
  init(_ plan: ArraySlice<Line>) {
    cost = plan[.cost]
    ps = plan[.ps]
    childrenBonus = plan[.childrenBonus]
    parentsBonus = plan[.parentsBonus]
    ecretement = plan[.ecretement]
    brancheFamille = plan[.brancheFamille]
    complements = plan.filter { $0.code == .complement }
    otherFunding = plan[.otherFunding]
    total = plan[.total]
    remaining = plan[.remaining]
    overfunding = plan[.overfunding]
  }
}

extension PaymentCalendar {
  /// - Parameter plan: the lines of the project.
  init(_ plan: ArraySlice<Line>) {
    base = plan[.instalmentBase]
    first = plan[.firstInstalment]
    second = plan[.secondInstalment]
    balance = plan[.balance]
  }
}

extension ArraySlice<Line> {
  /// The line of a code that every plan has.
  fileprivate subscript(code: LineCode) -> Line {
    for line in self where line.code == code { return line }
    preconditionFailure("The calculation adds one line for each code of the plan.")
  }
}
