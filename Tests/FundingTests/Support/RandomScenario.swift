import Funding
import TestSupport

/// Random projects, valid, on both sides of every threshold.
struct RandomScenario {
  var generator: SeededGenerator
  let funders: [Funder]

  init(seed: UInt64, funders: [Funder]) {
    generator = SeededGenerator(seed: seed)
    self.funders = funders
  }

  mutating func scenario() -> Scenario {
    var scenario = Scenario(collectifs: (0..<pick(1...5)).map { _ in collectif() })
    scenario.complements = funders.map { chance(2) ? asked(of: $0) : nil }
    scenario.otherFunding = (0..<pick(0...3)).map { _ in
      OtherFunding(amount: pick(0...3_000_00), isBrancheFamille: chance(4))
    }
    scenario.conditions.isRegular = !chance(20)
    return scenario
  }

  mutating func collectif() -> Collectif {
    var result = Collectif(
      count: pick(1...4), cost: chance(3) ? pick(0...2_000_00) : pick(0...12_000_00),
      children: pick(4...13))
    result.animators = chance(2) ? pick(1...3) : nil
    result.sessionsPerWeek = chance(3) ? pick(1...3) : nil
    result.sessionMinutes =
      chance(3) ? [60, 89, 90, 119, 120].randomElement(using: &generator) : nil
    result.weeks = chance(3) ? pick(25...30) : nil
    result.isRural = chance(3)
    result.hasDisability = chance(5)
    result.hasPremisesConstraint = chance(5)
    result.childrenBonus = chance(2) ? .granted : nil
    result.parentsBonus =
      chance(2)
      ? .criteria(
        BonusCriteria(project: !chance(4), speakers: chance(2), actions: false, audience: false))
      : nil
    result.complements = funders.map {
      $0.basis == .perCollectif && chance(3) ? asked(of: $0) : nil
    }
    return result
  }

  /// What the funder gives, or sometimes less or more.
  private mutating func asked(of funder: Funder) -> Int64 {
    guard funder.basis != .free, funder.low < funder.high, chance(4) else {
      return pick(funder.low...min(funder.high, 90_000_00))
    }
    return chance(2) ? pick(1...max(1, funder.low - 1)) : funder.high + pick(1...100_00)
  }

  private mutating func chance(_ oneIn: Int) -> Bool { generator.chance(oneIn) }

  private mutating func pick<T: FixedWidthInteger>(_ range: ClosedRange<T>) -> T {
    generator.pick(range)
  }
}
