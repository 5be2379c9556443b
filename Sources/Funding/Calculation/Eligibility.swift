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
    check(scenario.conditions, into: &findings)
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

  private static func check(_ conditions: ProjectConditions, into findings: inout [Finding]) {
    if !conditions.hasFourAxes { findings.add(.missingAxes) }
    if !conditions.isCollective { findings.add(.individualAction) }
    if !conditions.isRegular { findings.add(.oneOffAction) }
    if !conditions.goesBeyondHomework { findings.add(.homeworkOnly) }
    if !conditions.isFreeOrSymbolic { findings.add(.costToFamilies) }
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
    guard children < rules[.childrenMinimum] else { return }
    let code: FindingCode =
      if collectif.isRural ?? false, children >= rules[.childrenMinimumRural] {
        .ruralChildren
      } else if collectif.hasDisability ?? false, children >= rules[.childrenMinimumDisability] {
        .disabilityChildren
      } else {
        .tooFewChildren
      }
    let isBlocking = code == .tooFewChildren
    findings.add(
      code, at: rank,
      Operands(
        children, rules[.childrenMinimum], isBlocking ? rules[.childrenMinimumRural] : 0,
        isBlocking ? rules[.childrenMinimumDisability] : 0))
  }

  /// Disability gives no relief here: only a rural collectif of few children may have fewer.
  private static func checkAnimators(
    _ collectif: borrowing Collectif, at rank: Int, under rules: Rules,
    into findings: inout [Finding]
  ) {
    let animators = collectif.animators ?? rules[.animators]
    guard animators < rules[.animators] else { return }
    let isException = collectif.isRural ?? false && collectif.children < rules[.ruralFewerThan]
    let isAllowed = isException && animators >= rules[.animatorsRural]
    findings.add(
      isAllowed ? .ruralAnimators : .tooFewAnimators, at: rank,
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
    let isLongEnough =
      sessions >= rules[.exceptionSessionsPerWeek] && minutes >= rules[.exceptionSessionMinutes]
    let code: FindingCode =
      if isLongEnough, collectif.isRural ?? false {
        .ruralSessions
      } else if isLongEnough, collectif.hasPremisesConstraint ?? false {
        .premisesSessions
      } else {
        .tooFewSessions
      }
    let isBlocking = code == .tooFewSessions
    findings.add(
      code, at: rank,
      Operands(
        sessions, minutes, rules[.sessionsPerWeek], rules[.sessionMinutes],
        isBlocking ? rules[.exceptionSessionsPerWeek] : 0,
        isBlocking ? rules[.exceptionSessionMinutes] : 0))
  }
}

extension [Finding] {
  @inline(__always)
  mutating func add(_ code: FindingCode, at rank: Int = 0, _ numbers: Operands = Operands()) {
    add(
      code, rank, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  /// The same from bare numbers, one call without copies: the browser's module stays small.
  @inline(never)
  private mutating func add(
    _ code: FindingCode, _ rank: Int, _ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64, _ e: Int64,
    _ f: Int64
  ) {
    append(Finding(code: code, collectif: rank, operands: Operands(a, b, c, d, e, f)))
  }
}
