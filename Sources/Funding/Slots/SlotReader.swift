/// Reads a scenario and its data from input slots, noting every slot that holds no whole number.
struct SlotReader {
  let input: UnsafeBufferPointer<Double>
  var errors: [InputError] = []
  /// Where the values being read stand, for errors.
  private var collectif = 0
  private var element = 0

  init(_ input: UnsafeBufferPointer<Double>) { self.input = input }

  mutating func rules() -> Rules {
    let rules = Rules { code in
      element = code.rawValue
      // The slots of the rules are the first ones, in the order of their codes.
      return mandatory(code.rawValue - 1, .rule)
    }
    element = 0
    return rules
  }

  mutating func bareme() -> Bareme {
    var bareme = Bareme()
    bareme.ceiling = optional(InputSlot.ceiling.rawValue, .ceiling)
    bareme.childrenBonus = optional(InputSlot.childrenBonus.rawValue, .childrenBonusAmount)
    bareme.parentsBonus = optional(InputSlot.parentsBonus.rawValue, .parentsBonusAmount)
    if let size = optional(InputSlot.rounding.rawValue, .rounding) {
      bareme.rounding = RoundingUnit(rawValue: size)
      if bareme.rounding == nil { note(.unknownCode, .rounding) }
    }
    return bareme
  }

  /// The funders, and what the project asks of each.
  mutating func funders() -> ([Funder], [Int64?]) {
    let count = count(.funders, .funder, capacity: Layout.funderCapacity)
    let funders = [Funder](count: count) { index in
      element = index + 1
      let start = Layout.funders + Layout.funderSize * index
      let code = mandatory(start + FunderSlot.basis.rawValue, .funder)
      let basis = (1...3).contains(code) ? Funder.Basis(rawValue: Int(code)) : nil
      if basis == nil { note(.unknownCode, .funder) }
      return Funder(
        basis ?? .free, low: mandatory(start + FunderSlot.low.rawValue, .funder),
        high: mandatory(start + FunderSlot.high.rawValue, .funder),
        share: mandatory(start + FunderSlot.share.rawValue, .funder),
        isRural: boolean(start + FunderSlot.isRural.rawValue, .funder) ?? false)
    }
    let asked = complements(
      count, from: Layout.funders + FunderSlot.asked.rawValue, step: Layout.funderSize)
    return (funders, asked)
  }

  /// What is asked of each funder, in slots that are `step` apart.
  @inline(never)
  private mutating func complements(_ count: Int, from start: Int, step: Int) -> [Int64?] {
    let asked = [Int64?](count: count) { index in
      element = index + 1
      return optional(start + step * index, .complement, onError: nil)
    }
    element = 0
    return asked
  }

  mutating func scenario(funders: Int, complements: [Int64?]) -> Scenario {
    var scenario = Scenario(collectifs: [])
    scenario.complements = complements
    scenario.conditions.hasFourAxes = condition(.hasFourAxes)
    scenario.conditions.isCollective = condition(.isCollective)
    scenario.conditions.isRegular = condition(.isRegular)
    scenario.conditions.goesBeyondHomework = condition(.goesBeyondHomework)
    scenario.conditions.isFreeOrSymbolic = condition(.isFreeOrSymbolic)
    let lines = count(.otherFunding, .otherFunding, capacity: Layout.otherFundingCapacity)
    scenario.otherFunding = [OtherFunding](count: lines) { index in
      element = index + 1
      let start = Layout.otherFunding + Layout.otherFundingSize * index
      let slot = start + OtherFundingSlot.isBrancheFamille.rawValue
      return OtherFunding(
        amount: mandatory(start + OtherFundingSlot.amount.rawValue, .otherFunding),
        isBrancheFamille: boolean(slot, .otherFunding) ?? false)
    }
    element = 0
    let collectifs = count(.collectifs, .collectifs, capacity: Layout.collectifCapacity)
    scenario.collectifs = [Collectif](count: collectifs) { index in
      collectif = index + 1
      return readCollectif(
        from: Layout.collectifs + Layout.collectifSize * index, funders: funders)
    }
    collectif = 0
    return scenario
  }

  private mutating func readCollectif(from start: Int, funders: Int) -> Collectif {
    func at(_ slot: CollectifSlot) -> Int { start + slot.rawValue }
    var result = Collectif(
      cost: mandatory(at(.cost), .cost), children: mandatory(at(.children), .children))
    result.count = optional(at(.count), .count) ?? 1
    result.animators = optional(at(.animators), .animators)
    result.sessionsPerWeek = optional(at(.sessionsPerWeek), .sessionsPerWeek)
    result.sessionMinutes = optional(at(.sessionMinutes), .sessionMinutes)
    result.weeks = optional(at(.weeks), .weeks)
    result.isRural = boolean(at(.isRural), .isRural)
    result.hasDisability = boolean(at(.hasDisability), .hasDisability)
    result.hasPremisesConstraint = boolean(at(.hasPremisesConstraint), .hasPremisesConstraint)
    result.childrenBonus = bonus(at(.childrenBonus), .childrenBonus)
    result.parentsBonus = bonus(at(.parentsBonus), .parentsBonus)
    result.complements = complements(funders, from: start + Layout.complements, step: 1)
    return result
  }

  /// The request in a slot; its criteria stand in the four slots that follow.
  @inline(never)
  private mutating func bonus(_ slot: Int, _ field: InputField) -> BonusRequest? {
    guard let code = optional(slot, field) else { return nil }
    switch code {
    case 0: return .notRequested
    case 1: return .granted
    case 2:
      return .criteria(
        BonusCriteria(
          project: boolean(slot + 1, field) ?? false,
          material: boolean(slot + 2, field) ?? false,
          speakers: boolean(slot + 3, field) ?? false,
          outings: boolean(slot + 4, field) ?? false))
    default:
      note(.unknownCode, field)
      return nil
    }
  }

  private mutating func condition(_ slot: InputSlot) -> Bool? {
    boolean(slot.rawValue, .conditions)
  }

  @inline(never)
  private mutating func count(_ slot: InputSlot, _ field: InputField, capacity: Int) -> Int {
    let number = mandatory(slot.rawValue, field)
    if (0...Int64(capacity)).contains(number) { return Int(number) }
    errors.add(number < 0 ? .negative : .tooMany, field, high: Int64(capacity))
    return 0
  }

  @inline(never)
  private mutating func boolean(_ slot: Int, _ field: InputField) -> Bool? {
    guard let number = optional(slot, field) else { return nil }
    if number != 0, number != 1 { note(.unknownCode, field) }
    return number == 1
  }

  @inline(never)
  private mutating func mandatory(_ slot: Int, _ field: InputField) -> Int64 {
    if let number = optional(slot, field) { return number }
    note(.missing, field)
    return 1
  }

  /// The whole number in a slot; nil when it is not given.
  ///
  /// - Parameter onError: what stands for a slot that holds no whole number; 1 is always valid.
  @inline(never)
  private mutating func optional(
    _ slot: Int, _ field: InputField, onError: Int64? = 1
  ) -> Int64? {
    let value = input[slot]
    if value.isNaN { return nil }
    // Beyond 2^53 a Float64 no longer tells neighbouring numbers apart.
    guard value.magnitude <= 0x1p53 else {
      note(value < 0 ? .negative : .tooLarge, field)
      return onError
    }
    if let number = Int64(exactly: value) { return number }
    note(.notWhole, field)
    return onError
  }

  @inline(never)
  private mutating func note(_ kind: InputError.Kind, _ field: InputField) {
    errors.add(kind, field, collectif: collectif, element: element)
  }
}
