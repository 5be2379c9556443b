/// What the department's funders give, one line for each that is asked.
///
/// **Units**: cents. A blocked collectif gets no sum per collectif; with every collectif blocked
/// nothing is given per porteur either. A free sum is the porteur's own figure and stays.
///
/// **Source**: `financements` of the department's file.
enum Complements {
  /// - Parameters:
  ///   - cost: that of the whole project.
  ///   - isBlocked: whether each collectif is blocked, in their order.
  static func add(
    of funders: [Funder], asked scenario: borrowing Scenario, cost: Int64, isBlocked: [Bool],
    to lines: inout [Line], findings: inout [Finding]
  ) {
    for index in funders.indices {
      let funder = funders[index]
      let asked = index < scenario.complements.count ? scenario.complements[index] ?? 0 : 0
      let rank = index + 1
      let first = lines.count
      switch funder.basis {
      case .free where asked > 0:
        lines.add(.complement, asked, Formula(.complementFree), funder: rank)
      case .perPorteur where asked > 0:
        let amount = given(
          asked, by: funder, at: rank, cost: cost, collectif: 0, findings: &findings)
        let isHeldBack = !isBlocked.contains(false)
        lines.add(
          .complement, isHeldBack ? 0 : amount,
          isHeldBack
            ? Formula(.complementBlocked) : formula(of: amount, from: funder, cost: cost),
          funder: rank)
      case .perCollectif:
        addPerCollectif(
          asked, of: funder, at: index, in: scenario, isBlocked: isBlocked, to: &lines,
          findings: &findings)
      case .free, .perPorteur:
        break
      }
      if lines.count > first, funder.isRural, !scenario.hasRuralCollectif {
        findings.add(.ruralFunderElsewhere, funder: rank)
      }
    }
  }

  /// What the funder gives of what is wanted: no more than its most, nothing below its least; with a
  /// finding where it is something else.
  @inline(never)
  private static func given(
    _ wanted: Int64, by funder: Funder, at rank: Int, cost: Int64, collectif: Int,
    findings: inout [Finding]
  ) -> Int64 {
    let most = funder.most(of: cost)
    let amount = wanted < funder.low ? 0 : min(wanted, most)
    guard amount != wanted else { return amount }
    let isPerCollectif = funder.basis == .perCollectif
    if funder.low > 0 {
      findings.add(
        isPerCollectif ? .funderOutsideRangePerCollectif : .funderOutsideRange, at: collectif,
        funder: rank, Operands(wanted, funder.low, most))
    } else {
      findings.add(
        isPerCollectif ? .funderAboveMostPerCollectif : .funderAboveMost, at: collectif,
        funder: rank, Operands(wanted, most))
    }
    return amount
  }

  /// How what a funder gives for the whole project comes about.
  @inline(never)
  private static func formula(of amount: Int64, from funder: Funder, cost: Int64) -> Formula {
    if amount == 0 { return Formula(.complementNone) }
    if funder.share == 0 { return Formula(.complementPerPorteur) }
    return Formula(.complementShare, funder.share, cost, funder.most(of: cost))
  }

  private static func addPerCollectif(
    _ asked: Int64, of funder: Funder, at position: Int, in scenario: borrowing Scenario,
    isBlocked: [Bool], to lines: inout [Line], findings: inout [Finding]
  ) {
    var isAsked = false
    var isHeldBack = false
    // What the project asks for all its collectifs is said once, unless their costs decide.
    var commonAmount: Int64?
    var isUniform = true
    var collectifs: Int64 = 0
    var unitAmount: Int64 = 0
    var sum: Int64 = 0
    for index in scenario.collectifs.indices {
      let own = scenario.collectifs[index].complement(at: position)
      guard case let wanted = own ?? asked, wanted > 0 else { continue }
      isAsked = true
      let isCommon = own == nil && funder.share == 0
      let amount =
        (isCommon ? commonAmount : nil)
        ?? given(
          wanted, by: funder, at: position + 1, cost: scenario.collectifs[index].cost,
          collectif: isCommon ? 0 : index + 1, findings: &findings)
      if isCommon { commonAmount = amount }
      if amount == 0 { continue }
      if isBlocked[index] {
        isHeldBack = true
        continue
      }
      if collectifs > 0, amount != unitAmount { isUniform = false }
      unitAmount = amount
      let count = scenario.collectifs[index].count
      collectifs += count
      sum += amount * count
    }
    guard isAsked else { return }
    let formula =
      switch (collectifs, isUniform) {
      case (0, _): Formula(isHeldBack ? .complementBlocked : .complementNone)
      case (_, true): Formula(.complementPerCollectif, collectifs, unitAmount)
      case (_, false): Formula(.complementPerCollectifSum, collectifs)
      }
    lines.add(.complement, sum, formula, funder: position + 1)
  }
}

extension Scenario {
  fileprivate var hasRuralCollectif: Bool { collectifs.contains { $0.isRural ?? false } }
}

extension Collectif {
  /// What the collectif itself asks of a funder; nil when it leaves that to the project.
  fileprivate func complement(at funder: Int) -> Int64? {
    funder < complements.count ? complements[funder] : nil
  }
}
