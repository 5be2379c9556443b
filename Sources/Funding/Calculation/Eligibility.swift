/// Whether collectifs meet the conditions of the Ps, and which exceptions they need.
///
/// **Source**: C-2026-069, section 2.1.
enum Eligibility {
  /// Adds the findings of the project, then of each collectif in order; answers whether each
  /// collectif is blocked, by itself or with the project.
  ///
  /// A collectif of a blocked project is checked too: its own findings are to be mended as well.
  @inline(never)
  static func check(
    _ scenario: borrowing Scenario, under rules: Rules, into findings: inout [Finding]
  ) -> [Bool] {
    check(scenario.conditions, under: rules, into: &findings)
    let isProjectBlocked = !findings.isEmpty
    return [Bool](count: scenario.collectifs.count) { index in
      let first = findings.count
      check(scenario.collectifs[index], at: index + 1, under: rules, into: &findings)
      var isBlocked = isProjectBlocked
      for index in first..<findings.count where findings[index].code.severity == .blocking {
        isBlocked = true
      }
      return isBlocked
    }
  }

  private static func check(
    _ conditions: ProjectConditions, under rules: Rules, into findings: inout [Finding]
  ) {
    func need(_ isMet: Bool?, _ rule: RuleCode, orElse finding: FindingCode) {
      if isMet == false, rules.holds(rule) { findings.add(finding) }
    }
    need(conditions.hasFourAxes, .fourAxes, orElse: .missingAxes)
    need(conditions.isCollective, .collective, orElse: .individualAction)
    need(conditions.isRegular, .regular, orElse: .oneOffAction)
    need(conditions.goesBeyondHomework, .beyondHomework, orElse: .homeworkOnly)
    need(conditions.isFreeOrSymbolic, .freeOrSymbolic, orElse: .costToFamilies)
  }

  private static func check(
    _ collectif: borrowing Collectif, at rank: Int, under rules: Rules,
    into findings: inout [Finding]
  ) {
    checkChildren(collectif, at: rank, under: rules, into: &findings)
    checkAnimators(collectif, at: rank, under: rules, into: &findings)
    checkSessions(collectif, at: rank, under: rules, into: &findings)
    let weeks = collectif.weeks ?? rules[.weeksMinimum]
    if weeks < rules[.weeksMinimum] {
      findings.add(.tooFewWeeks, at: rank, Operands(weeks, rules[.weeksMinimum]))
    }
  }

  private static func checkChildren(
    _ collectif: borrowing Collectif, at rank: Int, under rules: Rules,
    into findings: inout [Finding]
  ) {
    let children = collectif.children
    if children > rules[.childrenMaximum] {
      findings.add(.tooManyChildren, at: rank, Operands(children, rules[.childrenMaximum]))
    }
    var minimum = rules[.childrenMinimum]
    guard children < minimum else { return }
    let (rural, disability) = (rules[.childrenMinimumRural], rules[.childrenMinimumDisability])
    let isRural = collectif.isRural(under: rules)
    let hasDisability = rules.holds(.disabilityException) && collectif.hasDisability ?? false
    let isOfRight = rules.holds(.exceptionsOfRight)
    // What the minimum may become, where the department has exceptions that are not asked for.
    var (third, fourth): (Int64, Int64) = (0, 0)
    let code: FindingCode
    if isRural, children >= rural {
      code = isOfRight ? .ruralChildrenOfRight : .ruralChildren
    } else if hasDisability, children >= disability {
      code = isOfRight ? .disabilityChildrenOfRight : .disabilityChildren
    } else if isRural {
      (code, minimum) = (.tooFewRuralChildren, rural)
    } else if hasDisability {
      (code, minimum) = (.tooFewDisabilityChildren, disability)
    } else if rules.holds(.ruralExceptions) {
      third = rural
      let both = rules.holds(.disabilityException)
      code = both ? .tooFewChildren : .tooFewChildrenUnlessRural
      if both { fourth = disability }
    } else if rules.holds(.disabilityException) {
      (code, third) = (.tooFewChildrenUnlessDisability, disability)
    } else {
      code = .tooFewChildrenStrictly
    }
    findings.add(code, at: rank, Operands(children, minimum, third, fourth))
  }

  /// Disability gives no relief here: only a rural collectif of few children may have fewer.
  private static func checkAnimators(
    _ collectif: borrowing Collectif, at rank: Int, under rules: Rules,
    into findings: inout [Finding]
  ) {
    let animators = collectif.animators ?? rules[.animators]
    guard animators < rules[.animators] else { return }
    let isException =
      collectif.isRural(under: rules) && collectif.children < rules[.ruralFewerThan]
    let isAllowed = isException && animators >= rules[.animatorsRural]
    let code: FindingCode =
      if isAllowed {
        rules.holds(.exceptionsOfRight) ? .ruralAnimatorsOfRight : .ruralAnimators
      } else {
        rules.holds(.ruralExceptions) ? .tooFewAnimators : .tooFewAnimatorsStrictly
      }
    findings.add(
      code, at: rank,
      Operands(
        animators, isException && !isAllowed ? rules[.animatorsRural] : rules[.animators]))
  }

  /// Rural goes before premises: the committee need not look into the premises then.
  private static func checkSessions(
    _ collectif: borrowing Collectif, at rank: Int, under rules: Rules,
    into findings: inout [Finding]
  ) {
    let sessions = collectif.sessionsPerWeek ?? rules[.sessionsPerWeek]
    let minutes = collectif.sessionMinutes ?? rules[.sessionMinutes]
    if sessions >= rules[.sessionsPerWeek], minutes >= rules[.sessionMinutes] { return }
    let isRural = collectif.isRural(under: rules)
    let hasPremises =
      rules.holds(.premisesException) && collectif.hasPremisesConstraint ?? false
    let (fewer, longer) = (rules[.exceptionSessionsPerWeek], rules[.exceptionSessionMinutes])
    let isLongEnough = sessions >= fewer && minutes >= longer
    let code: FindingCode =
      if isRural || hasPremises {
        isLongEnough ? (isRural ? .ruralSessions : .premisesSessions) : .tooFewSessionsEven
      } else {
        switch (rules.holds(.ruralExceptions), rules.holds(.premisesException)) {
        case (true, true): .tooFewSessions
        case (true, false): .tooFewSessionsUnlessRural
        case (false, true): .tooFewSessionsUnlessPremises
        case (false, false): .tooFewSessionsStrictly
        }
      }
    let namesException =
      code != .ruralSessions && code != .premisesSessions && code != .tooFewSessionsStrictly
    findings.add(
      code, at: rank,
      Operands(
        sessions, minutes, rules[.sessionsPerWeek], rules[.sessionMinutes],
        namesException ? fewer : 0, namesException ? longer : 0))
  }
}

extension Collectif {
  /// Whether it is rural where rural collectifs have exceptions.
  fileprivate func isRural(under rules: Rules) -> Bool {
    isRural ?? false && rules.holds(.ruralExceptions)
  }
}

extension [Finding] {
  @inline(__always)
  mutating func add(
    _ code: FindingCode, at rank: Int = 0, funder: Int = 0, _ numbers: Operands = Operands()
  ) {
    add(
      code, rank, funder, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  /// The same from bare numbers, one call without copies: the browser's module stays small.
  @inline(never)
  private mutating func add(
    _ code: FindingCode, _ rank: Int, _ funder: Int, _ a: Int64, _ b: Int64, _ c: Int64,
    _ d: Int64, _ e: Int64, _ f: Int64
  ) {
    append(
      Finding(code: code, collectif: rank, funder: funder, operands: Operands(a, b, c, d, e, f)))
  }
}
