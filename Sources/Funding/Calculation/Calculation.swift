/// The calculation itself: it goes through the collectifs, then the plan, and leaves lines.
///
/// `FundingPlan` gives its lines a shape by name; the browser's slots take them as they are.
///
/// **Units**: cents. Nothing is rounded but each Ps, the most that the branche Famille may pay, and
/// each instalment.
struct Calculation {
  let rules: Rules
  let bareme: Bareme
  let ceiling: Int64
  /// The lines of each collectif in order, three or, when it is blocked, six; then the plan's.
  private(set) var lines: [Line] = []
  private(set) var findings: [Finding] = []
  /// Whether each collectif is blocked, in their order.
  let isBlocked: [Bool]
  private var sums = Sums()

  /// - Parameter scenario: checked: all its numbers are within `FundingLimits`.
  init(
    _ scenario: borrowing Scenario, rules: Rules, bareme: Bareme, ceiling: Int64,
    funders: [Funder]
  ) {
    self.rules = rules
    self.bareme = bareme
    self.ceiling = ceiling
    isBlocked = Eligibility.check(scenario, under: rules, into: &findings)
    for index in scenario.collectifs.indices { add(scenario.collectifs[index], at: index + 1) }
    addBrancheFamille(with: scenario.otherFunding)
    addComplements(of: funders, asked: scenario)
    addPlan(otherFunding: scenario.otherFunding)
  }

  /// Sums over the collectifs, those alike counted each, and of the plan.
  private struct Sums {
    var collectifs: Int64 = 0
    var cost: Int64 = 0
    /// The collectifs that get the Ps.
    var eligible: Int64 = 0
    var ps: Int64 = 0
    /// The collectifs that get the bonus.
    var withChildrenBonus: Int64 = 0
    var childrenBonus: Int64 = 0
    var withParentsBonus: Int64 = 0
    var parentsBonus: Int64 = 0
    var brancheFamille: Int64 = 0
    var complements: Int64 = 0
  }

  /// Adds the lines of a collectif, and why it does not get a bonus that was asked for.
  private mutating func add(_ collectif: borrowing Collectif, at rank: Int) {
    let ps = Ps(
      cost: collectif.cost, ceiling: ceiling, rate: rules[.psRate],
      rounding: bareme.rounding ?? .cent)
    let children = Bonus(
      collectif.childrenBonus ?? .notRequested, published: bareme.childrenBonus,
      needed: rules[.bonusCriteria], criteria: .childrenBonusCriteria,
      unpublished: .childrenBonusUnpublished)
    let parents = Bonus(
      collectif.parentsBonus ?? .notRequested, published: bareme.parentsBonus,
      needed: rules[.bonusCriteria], criteria: .parentsBonusCriteria,
      unpublished: .parentsBonusUnpublished)
    add(children.finding, at: rank)
    add(parents.finding, at: rank)

    let count = collectif.count
    let isBlocked = isBlocked[rank - 1]
    sums.collectifs += count
    sums.cost += collectif.cost * count
    if isBlocked {
      lines.add(.collectifPs, 0, Formula(.psBlocked, ps.amount), at: rank)
      lines.add(.collectifChildrenBonus, 0, children.blockedFormula, at: rank)
      lines.add(.collectifParentsBonus, 0, parents.blockedFormula, at: rank)
    } else {
      sums.eligible += count
      sums.ps += ps.amount * count
      sums.childrenBonus += children.amount * count
      if children.amount > 0 { sums.withChildrenBonus += count }
      sums.parentsBonus += parents.amount * count
      if parents.amount > 0 { sums.withParentsBonus += count }
    }
    lines.add(isBlocked ? .collectifPsUnblocked : .collectifPs, ps.amount, ps.formula, at: rank)
    lines.add(
      isBlocked ? .collectifChildrenBonusUnblocked : .collectifChildrenBonus, children.amount,
      children.formula, at: rank)
    lines.add(
      isBlocked ? .collectifParentsBonusUnblocked : .collectifParentsBonus, parents.amount,
      parents.formula, at: rank)
  }

  /// Adds why a bonus is not given.
  @inline(never)
  private mutating func add(_ finding: FindingCode?, at rank: Int) {
    guard let finding else { return }
    let isOfCriteria = finding == .childrenBonusCriteria || finding == .parentsBonusCriteria
    findings.add(finding, at: rank, Operands(isOfCriteria ? rules[.bonusCriteria] : 0))
  }

  /// Adds what the branche Famille pays, and when.
  private mutating func addBrancheFamille(with otherFunding: [OtherFunding]) {
    lines.add(.cost, sums.cost, Formula(.costSum, sums.collectifs))
    lines.add(.ps, sums.ps, Formula(sums.eligible > 0 ? .psSum : .psSumNone, sums.eligible))
    lines.add(
      .childrenBonus, sums.childrenBonus,
      .bonusSum(collectifs: sums.withChildrenBonus, bonus: bareme.childrenBonus ?? 0))
    lines.add(
      .parentsBonus, sums.parentsBonus,
      .bonusSum(collectifs: sums.withParentsBonus, bonus: bareme.parentsBonus ?? 0))

    var others: Int64 = 0
    for line in otherFunding where line.isBrancheFamille { others += line.amount }
    let bonus = sums.childrenBonus + sums.parentsBonus
    let ecretement = Ecretement(
      requested: sums.ps + bonus, others: others, cost: sums.cost,
      rate: rules[.cofinancingMaximum])
    if others > ecretement.maximum {
      findings.add(.otherBrancheFamilleExcess, Operands(others, ecretement.maximum))
    }
    sums.brancheFamille = sums.ps + bonus - ecretement.amount
    lines.add(.ecretement, ecretement.amount, ecretement.formula)
    lines.add(
      .brancheFamille, sums.brancheFamille,
      Formula(.brancheFamilleSum, sums.ps, bonus, ecretement.amount))
    PaymentCalendar.add(
      to: &lines, ps: sums.ps, brancheFamille: sums.brancheFamille, rules: rules)
  }

  private mutating func addComplements(of funders: [Funder], asked scenario: borrowing Scenario) {
    let first = lines.count
    Complements.add(
      of: funders, asked: scenario, cost: sums.cost, isBlocked: isBlocked, to: &lines,
      findings: &findings)
    for index in first..<lines.count { sums.complements += lines[index].amount }
  }

  /// Adds who pays what in the end, and what is left to find.
  private mutating func addPlan(otherFunding: [OtherFunding]) {
    var others: Int64 = 0
    for line in otherFunding { others += line.amount }
    lines.add(
      .otherFunding, others,
      Formula(
        otherFunding.isEmpty ? .otherFundingNone : .otherFundingSum, Int64(otherFunding.count)))
    let (cost, total) = (sums.cost, sums.brancheFamille + sums.complements + others)
    lines.add(
      .total, total, Formula(.totalSum, sums.brancheFamille, sums.complements, others))
    lines.add(
      .remaining, max(0, cost - total),
      Formula(cost > total ? .remainingDifference : .remainingNone, cost, total))
    lines.add(
      .overfunding, max(0, total - cost),
      Formula(total > cost ? .overfundingDifference : .overfundingNone, cost, total))
    if total > cost { findings.add(.overfunded, Operands(cost, total)) }
  }
}

extension [Line] {
  @inline(__always)
  mutating func add(
    _ code: LineCode, _ amount: Int64, _ formula: Formula, at rank: Int = 0, funder: Int = 0
  ) {
    let numbers = formula.operands
    add(
      code, amount, rank, funder, formula.code, numbers[0], numbers[1], numbers[2], numbers[3],
      numbers[4])
  }

  /// The same from bare numbers, one call without copies: the browser's module stays small.
  @inline(never)
  private mutating func add(
    _ code: LineCode, _ amount: Int64, _ rank: Int, _ funder: Int, _ formula: FormulaCode,
    _ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64, _ e: Int64
  ) {
    append(
      Line(
        code: code, collectif: rank, funder: funder, amount: amount,
        formula: Formula(formula, a, b, c, d, e)))
  }
}
