/// The funding of a Clas project: what each collectif gets, the plan, the payment calendar.
///
/// The same source runs natively and in the reader's browser; all arithmetic is exact, on integers.
///
/// **Units**: cents; see each part for what is rounded, and when.
///
/// **Errors**: every fault of the input at once (`InvalidInput`); within `FundingLimits` nothing traps.
///
/// **Source**: circulaire C-2026-069, sections 2.1 to 2.3, 3.2, 3.3 and 4; the barème of the year;
/// the department's file for the other funders.
public struct FundingPlan: Sendable, Hashable {
  /// One element for each element of the scenario, in its order.
  public let collectifs: [CollectifFunding]
  public let totals: Totals
  public let calendar: PaymentCalendar
  /// The project's conditions first, then each collectif's in order, then what the plan shows.
  public let findings: [Finding]
  /// Every line: each collectif's, what the branche Famille pays and when, the funders', the plan.
  public let lines: [Line]

  /// - Parameter funders: the department's, in the order that the scenario refers to.
  public init(
    _ scenario: Scenario, rules: Rules, bareme: Bareme, funders: [Funder] = []
  ) throws(InvalidInput) {
    var errors = FundingPlan.errors(
      in: scenario, rules: rules, bareme: bareme, funders: funders)
    if bareme.ceiling == nil { errors.append(InputError(.missing, .ceiling)) }
    guard errors.isEmpty, let ceiling = bareme.ceiling else {
      throw InvalidInput(errors: errors)
    }
    let calculation = Calculation(
      scenario, rules: rules, bareme: bareme, ceiling: ceiling, funders: funders)
    lines = calculation.lines
    findings = calculation.findings
    var position = 0
    collectifs = scenario.collectifs.indices.map { index in
      let isBlocked = calculation.isBlocked[index]
      let size = isBlocked ? 6 : 3
      defer { position += size }
      return CollectifFunding(
        count: scenario.collectifs[index].count, isBlocked: isBlocked,
        lines: calculation.lines[position..<position + size])
    }
    let plan = calculation.lines[position...]
    totals = Totals(plan: plan)
    calendar = PaymentCalendar(plan: plan)
  }

  /// All the faults of the input, but for a missing ceiling.
  public static func errors(
    in scenario: Scenario, rules: Rules, bareme: Bareme, funders: [Funder] = []
  ) -> [InputError] {
    var validation = Validation()
    validation.check(rules: rules, bareme: bareme, funders: funders)
    validation.check(scenario, funders: funders)
    return validation.errors
  }
}
