/// What the department's funders give, one line for each that is asked.
///
/// **Units**: cents. A blocked collectif gets no sum per collectif; with every collectif blocked
/// nothing is given per porteur either. A free sum is the porteur's own figure and stays.
///
/// **Source**: `financements` of the department's file.
enum Complements {
  /// - Parameter isBlocked: whether each collectif is blocked, in their order.
  static func add(
    of funders: [Funder], asked scenario: borrowing Scenario, isBlocked: [Bool],
    to lines: inout [Line]
  ) {
    for index in funders.indices {
      let asked = index < scenario.complements.count ? scenario.complements[index] ?? 0 : 0
      let rank = index + 1
      switch funders[index].basis {
      case .free where asked > 0:
        lines.add(.complement, asked, Formula(.complementFree), funder: rank)
      case .perPorteur where asked > 0:
        let isGiven = isBlocked.contains(false)
        lines.add(
          .complement, isGiven ? asked : 0,
          isGiven ? Formula(.complementPerPorteur) : Formula(.complementBlocked), funder: rank)
      case .perCollectif:
        addPerCollectif(asked, at: index, in: scenario, isBlocked: isBlocked, to: &lines)
      case .free, .perPorteur:
        break
      }
    }
  }

  private static func addPerCollectif(
    _ asked: Int64, at funder: Int, in scenario: borrowing Scenario, isBlocked: [Bool],
    to lines: inout [Line]
  ) {
    var isAsked = false
    var isUniform = true
    var collectifs: Int64 = 0
    var unitAmount: Int64 = 0
    var sum: Int64 = 0
    for index in scenario.collectifs.indices {
      let amount = scenario.collectifs[index].complement(at: funder) ?? asked
      guard amount > 0 else { continue }
      isAsked = true
      if isBlocked[index] { continue }
      if collectifs > 0, amount != unitAmount { isUniform = false }
      unitAmount = amount
      let count = scenario.collectifs[index].count
      collectifs += count
      sum += amount * count
    }
    guard isAsked else { return }
    let formula =
      switch (collectifs, isUniform) {
      case (0, _): Formula(.complementBlocked)
      case (_, true): Formula(.complementPerCollectif, collectifs, unitAmount)
      case (_, false): Formula(.complementPerCollectifSum, collectifs)
      }
    lines.add(.complement, sum, formula, funder: funder + 1)
  }
}

extension Collectif {
  /// What the collectif itself asks of a funder; nil when it leaves that to the project.
  fileprivate func complement(at funder: Int) -> Int64? {
    funder < complements.count ? complements[funder] : nil
  }
}
