/// When the money of the branche Famille comes: at most two instalments, then the balance.
///
/// **Units**: cents. The instalments are shares of the Ps, or of what is left of it and of the
/// bonuses when that is less, rounded down; the balance is all the rest, bonuses included.
///
/// **Source**: C-2026-069, section 4.
public struct PaymentCalendar: Sendable, Hashable {
  /// What the instalments are shares of.
  public var base: Line { plan[.instalmentBase] }
  /// The most that is paid in year N (`acompte_n`).
  public var first: Line { plan[.firstInstalment] }
  /// The most that is paid in year N+1 before the balance (`acompte_n1`).
  public var second: Line { plan[.secondInstalment] }
  /// What is paid on the real accounts (`solde`).
  public var balance: Line { plan[.balance] }

  /// The lines of the project.
  let plan: ArraySlice<Line>

  static func add(to lines: inout [Line], ps: Int64, brancheFamille: Int64, rules: Rules) {
    let base = min(ps, brancheFamille)
    let first = Share.down(rules[.firstInstalment], of: base)
    let second = Share.down(rules[.secondInstalment], of: base)
    lines.add(
      .instalmentBase, base,
      ps <= brancheFamille
        ? Formula(.baseIsPs, ps) : Formula(.baseIsBrancheFamille, ps, brancheFamille))
    lines.add(
      .firstInstalment, first, Formula(.firstInstalmentShare, rules[.firstInstalment], base))
    lines.add(
      .secondInstalment, second, Formula(.secondInstalmentShare, rules[.secondInstalment], base))
    lines.add(
      .balance, brancheFamille - first - second,
      Formula(.balanceRest, brancheFamille, first, second))
  }
}
