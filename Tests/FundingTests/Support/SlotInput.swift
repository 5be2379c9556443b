import Funding

/// A scenario and its data as the page's script writes them: NaN for what is not given.
struct SlotInput {
  private(set) var slots = [Double](repeating: .nan, count: Layout.inputSize)

  init(slots: [Double]) { self.slots = slots }

  init(_ scenario: Scenario, _ data: RulesData) {
    for code in RuleCode.allCases where code.path.hasPrefix("regles.") {
      slots[code.rawValue - 1] = Double(data.rules[code])
    }
    set(.ceiling, data.bareme.ceiling)
    set(.childrenBonus, data.bareme.childrenBonus)
    set(.parentsBonus, data.bareme.parentsBonus)
    set(.rounding, data.bareme.rounding?.rawValue)
    set(.isRegular, scenario.conditions.isRegular.map { $0 ? 1 : 0 })
    set(.funders, Int64(data.funders.count))
    set(.otherFunding, Int64(scenario.otherFunding.count))
    set(.collectifs, Int64(scenario.collectifs.count))
    for (index, funder) in data.funders.map(\.funder).enumerated() {
      let start = Layout.funders + Layout.funderSize * index
      slots[start + FunderSlot.basis.rawValue] = Double(funder.basis.rawValue)
      slots[start + FunderSlot.low.rawValue] = Double(funder.low)
      slots[start + FunderSlot.high.rawValue] = Double(funder.high)
      slots[start + FunderSlot.share.rawValue] = Double(funder.share)
      slots[start + FunderSlot.isRural.rawValue] = funder.isRural ? 1 : 0
      slots[start + FunderSlot.asked.rawValue] = number(scenario.complements[index])
    }
    for (index, line) in scenario.otherFunding.enumerated() {
      let start = Layout.otherFunding + Layout.otherFundingSize * index
      slots[start + OtherFundingSlot.amount.rawValue] = Double(line.amount)
      slots[start + OtherFundingSlot.isBrancheFamille.rawValue] = line.isBrancheFamille ? 1 : 0
    }
    for (index, collectif) in scenario.collectifs.enumerated() {
      write(collectif, at: Layout.collectifs + Layout.collectifSize * index)
    }
  }

  mutating func set(_ slot: InputSlot, _ value: Int64?) { slots[slot.rawValue] = number(value) }

  private mutating func write(_ collectif: Collectif, at start: Int) {
    func at(_ slot: CollectifSlot) -> Int { start + slot.rawValue }
    slots[at(.count)] = Double(collectif.count)
    slots[at(.cost)] = Double(collectif.cost)
    slots[at(.children)] = Double(collectif.children)
    slots[at(.animators)] = number(collectif.animators)
    slots[at(.sessionsPerWeek)] = number(collectif.sessionsPerWeek)
    slots[at(.sessionMinutes)] = number(collectif.sessionMinutes)
    slots[at(.weeks)] = number(collectif.weeks)
    slots[at(.isRural)] = number(collectif.isRural)
    slots[at(.hasDisability)] = number(collectif.hasDisability)
    slots[at(.hasPremisesConstraint)] = number(collectif.hasPremisesConstraint)
    write(collectif.childrenBonus, at: at(.childrenBonus))
    write(collectif.parentsBonus, at: at(.parentsBonus))
    for (index, amount) in collectif.complements.enumerated() {
      slots[start + Layout.complements + index] = number(amount)
    }
  }

  private mutating func write(_ request: BonusRequest?, at start: Int) {
    switch request {
    case nil: break
    case .notRequested: slots[start] = 0
    case .granted: slots[start] = 1
    case .criteria(let criteria):
      slots[start] = 2
      slots[start + 1] = criteria.hasProject ? 1 : 0
      slots[start + 2] = criteria.first ? 1 : 0
      slots[start + 3] = criteria.second ? 1 : 0
      slots[start + 4] = criteria.third ? 1 : 0
    }
  }

  private func number(_ value: Int64?) -> Double { value.map(Double.init) ?? .nan }
  private func number(_ value: Bool?) -> Double { value.map { $0 ? 1 : 0 } ?? .nan }
}

/// The records of output slots.
struct SlotOutput {
  let slots: [Double]

  init(_ input: SlotInput) {
    slots = [Double](unsafeUninitializedCapacity: Layout.outputSize) { output, count in
      output.initialize(repeating: -1)
      input.slots.withUnsafeBufferPointer { calculate($0, into: output) }
      count = Layout.outputSize
    }
  }

  var status: Double { slots[OutputSlot.status.rawValue] }

  func records(_ slot: OutputSlot, from first: Int, size: Int) -> [[Int64]] {
    (0..<Int(slots[slot.rawValue])).map { index in
      slots[(first + size * index)..<(first + size * (index + 1))].map { Int64($0) }
    }
  }

  var lines: [[Int64]] { records(.lines, from: Layout.lines, size: Layout.lineSize) }
  var findings: [[Int64]] { records(.findings, from: Layout.findings, size: Layout.findingSize) }
  var errors: [[Int64]] { records(.errors, from: Layout.errors, size: Layout.errorSize) }
}
