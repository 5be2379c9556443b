/// Every fault of a scenario and of its data, so that all can be said at once.
///
/// **Errors**: see `InputError.Kind`; a published ceiling is not asked for here.
struct Validation {
  var errors: [InputError] = []

  mutating func check(rules: Rules, bareme: Bareme, funders: [Funder]) {
    for code in RuleCode.allCases where code.isNational {
      let high = code.isRate ? Share.whole : FundingLimits.collectifs
      check(rules[code], .rule, element: code.rawValue, to: high)
    }
    if errors.isEmpty, rules[.firstInstalment] + rules[.secondInstalment] > Share.whole {
      let code = RuleCode.secondInstalment.rawValue
      errors.add(.inconsistent, .rule, element: code)
    }
    check(bareme.ceiling ?? 0, .ceiling, to: FundingLimits.amount)
    check(bareme.childrenBonus ?? 0, .childrenBonusAmount, to: FundingLimits.amount)
    check(bareme.parentsBonus ?? 0, .parentsBonusAmount, to: FundingLimits.amount)
    if funders.count > FundingLimits.funders {
      errors.add(.tooMany, .funder, high: Int64(FundingLimits.funders))
    }
    for index in funders.indices {
      let funder = funders[index]
      check(funder.low, .funder, element: index + 1, to: FundingLimits.amount)
      check(funder.high, .funder, element: index + 1, to: FundingLimits.amount)
      check(funder.share, .funder, element: index + 1, to: Share.whole)
      if funder.low > funder.high {
        errors.add(.inconsistent, .funder, element: index + 1)
      }
    }
  }

  mutating func check(_ scenario: Scenario, funders: [Funder]) {
    check(count: scenario)
    for index in scenario.collectifs.indices {
      check(scenario.collectifs[index], at: index + 1, funders: funders)
    }
    check(scenario.complements, at: 0, funders: funders)
    if scenario.otherFunding.count > FundingLimits.otherFunding {
      errors.add(.tooMany, .otherFunding, high: Int64(FundingLimits.otherFunding))
    }
    for index in scenario.otherFunding.indices {
      let amount = scenario.otherFunding[index].amount
      check(amount, .otherFunding, element: index + 1, to: FundingLimits.amount)
    }
  }

  /// Counts the collectifs without trusting their numbers, which may be anything.
  private mutating func check(count scenario: Scenario) {
    if scenario.collectifs.isEmpty { errors.add(.missing, .collectifs) }
    var total: Int64 = 0
    for collectif in scenario.collectifs where total <= FundingLimits.collectifs {
      if collectif.count > 0 { total += min(collectif.count, FundingLimits.collectifs + 1) }
    }
    if total > FundingLimits.collectifs {
      errors.add(.tooMany, .collectifs, high: FundingLimits.collectifs)
    }
  }

  private mutating func check(_ collectif: Collectif, at rank: Int, funders: [Funder]) {
    check(collectif.count, .count, at: rank, from: 1, to: FundingLimits.collectifs)
    check(collectif.cost, .cost, at: rank, to: FundingLimits.amount)
    check(collectif.children, .children, at: rank, to: FundingLimits.people)
    check(collectif.animators ?? 0, .animators, at: rank, to: FundingLimits.people)
    check(
      collectif.sessionsPerWeek ?? 0, .sessionsPerWeek, at: rank, to: FundingLimits.sessionsPerWeek)
    check(
      collectif.sessionMinutes ?? 0, .sessionMinutes, at: rank, to: FundingLimits.sessionMinutes)
    check(collectif.weeks ?? 0, .weeks, at: rank, to: FundingLimits.weeks)
    check(collectif.complements, at: rank, funders: funders)
  }

  /// What is asked of funders, by the project or by one collectif.
  private mutating func check(_ complements: [Int64?], at rank: Int, funders: [Funder]) {
    if complements.count > funders.count {
      let high = Int64(funders.count)
      errors.add(.tooMany, .complement, collectif: rank, high: high)
    }
    for index in 0..<min(complements.count, funders.count) {
      guard let amount = complements[index], amount != 0 else { continue }
      let funder = funders[index]
      let kind: InputError.Kind
      if rank > 0, funder.basis != .perCollectif {
        kind = .notPerCollectif
      } else if amount < 0 {
        kind = .negative
      } else if funder.low == funder.high, amount != funder.low {
        kind = .notFlat
      } else if amount > FundingLimits.amount {
        kind = .tooLarge
      } else {
        continue
      }
      errors.add(
        kind, .complement, collectif: rank, element: index + 1, low: funder.low,
        high: kind == .tooLarge ? FundingLimits.amount : funder.high)
    }
  }

  @inline(never)
  private mutating func check(
    _ value: Int64, _ field: InputField, at rank: Int = 0, element: Int = 0, from low: Int64 = 0,
    to high: Int64
  ) {
    let kind: InputError.Kind
    if value < 0 {
      kind = .negative
    } else if value < low {
      kind = .tooSmall
    } else if value > high {
      kind = .tooLarge
    } else {
      return
    }
    errors.add(kind, field, collectif: rank, element: element, low: low, high: high)
  }
}

extension [InputError] {
  /// Adds an error. Not inlined: the browser's module stays small.
  @inline(never)
  mutating func add(
    _ kind: InputError.Kind, _ field: InputField, collectif: Int = 0, element: Int = 0,
    low: Int64 = 0, high: Int64 = 0
  ) {
    append(
      InputError(kind, field, collectif: collectif, element: element, low: low, high: high))
  }
}
