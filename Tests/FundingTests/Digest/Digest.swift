#if !DIGEST
  import Funding
#endif

/// The same random scenarios wherever it runs, and one number for all their results: two equal
/// digests mean two equal calculations.
///
/// - Parameters:
///   - seed: what the scenarios are drawn from.
///   - rows: how many; in one of twenty, some slots hold an outrageous number.
///   - input: room for `Layout.inputSize` slots.
///   - output: room for `Layout.outputSize` slots.
func digest(
  seed: UInt64, rows: Int, input: UnsafeMutableBufferPointer<Double>,
  output: UnsafeMutableBufferPointer<Double>
) -> UInt64 {
  var digest = Digest(state: seed)
  for _ in 0..<rows {
    digest.fill(input)
    calculate(UnsafeBufferPointer(input), into: output)
    digest.add(output)
  }
  return digest.hash
}

private struct Digest {
  var state: UInt64
  /// FNV-1a, a slot at a time.
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func draw(_ low: Int, _ high: Int) -> Double {
    Double(low + Int(next() % UInt64(high - low + 1)))
  }

  /// A number, or one time in four « not given ».
  mutating func maybe(_ low: Int, _ high: Int) -> Double {
    next() % 4 == 0 ? .nan : draw(low, high)
  }

  mutating func fill(_ input: UnsafeMutableBufferPointer<Double>) {
    let funders = Int(draw(0, 3))
    let others = Int(draw(0, 2))
    let collectifs = Int(draw(1, 3))
    fillHeader(input)
    input[InputSlot.funders.rawValue] = Double(funders)
    input[InputSlot.otherFunding.rawValue] = Double(others)
    input[InputSlot.collectifs.rawValue] = Double(collectifs)
    for index in 0..<funders { fillFunder(input, Layout.funders + Layout.funderSize * index) }
    for index in 0..<others {
      let start = Layout.otherFunding + Layout.otherFundingSize * index
      input[start] = draw(0, 400_000)
      input[start + 1] = maybe(0, 1)
    }
    for index in 0..<collectifs {
      fillCollectif(input, Layout.collectifs + Layout.collectifSize * index, funders: funders)
    }
    if next() % 20 == 0 { spoil(input, collectifs: collectifs) }
  }

  /// Rules near the real ones, so that both sides of every threshold are met.
  private mutating func fillHeader(_ input: UnsafeMutableBufferPointer<Double>) {
    func set(_ slot: InputSlot, _ value: Double) { input[slot.rawValue] = value }
    set(.psRate, draw(2_000, 4_000))
    set(.cofinancingMaximum, draw(4_000, 9_000))
    set(.firstInstalment, draw(2_000, 4_000))
    set(.secondInstalment, draw(3_000, 5_000))
    set(.childrenMinimum, 8)
    set(.childrenMaximum, draw(10, 12))
    set(.childrenMinimumRural, draw(4, 6))
    set(.childrenMinimumDisability, draw(4, 6))
    set(.animators, 2)
    set(.animatorsRural, draw(0, 1))
    set(.ruralFewerThan, draw(6, 9))
    set(.sessionsPerWeek, 2)
    set(.sessionMinutes, 90)
    set(.exceptionSessionsPerWeek, 1)
    set(.exceptionSessionMinutes, 120)
    set(.weeksMinimum, 27)
    for slot in InputSlot.ruralExceptions.rawValue...InputSlot.freeOrSymbolic.rawValue {
      input[slot] = next() % 8 == 0 ? 0 : 1
    }
    set(.bonusCriteria, draw(0, 2))
    set(.ceiling, next() % 16 == 0 ? .nan : draw(600_000, 900_000))
    set(.childrenBonus, maybe(20_000, 40_000))
    set(.parentsBonus, maybe(20_000, 40_000))
    set(.rounding, next() % 3 == 0 ? .nan : next() % 2 == 0 ? 1 : 100)
    for slot in InputSlot.hasFourAxes.rawValue...InputSlot.isFreeOrSymbolic.rawValue {
      input[slot] = next() % 32 == 0 ? 0 : maybe(1, 1)
    }
  }

  private mutating func fillFunder(_ input: UnsafeMutableBufferPointer<Double>, _ start: Int) {
    let low = draw(0, 50_000)
    let high = low + draw(0, 50_000)
    input[start + FunderSlot.basis.rawValue] = draw(1, 3)
    input[start + FunderSlot.low.rawValue] = low
    input[start + FunderSlot.high.rawValue] = high
    input[start + FunderSlot.share.rawValue] = next() % 2 == 0 ? 0 : draw(1, 9_000)
    input[start + FunderSlot.isRural.rawValue] = maybe(0, 1)
    input[start + FunderSlot.asked.rawValue] = maybe(Int(low), Int(high) + (low < high ? 9 : 0))
  }

  private mutating func fillCollectif(
    _ input: UnsafeMutableBufferPointer<Double>, _ start: Int, funders: Int
  ) {
    func set(_ slot: CollectifSlot, _ value: Double) { input[start + slot.rawValue] = value }
    set(.count, maybe(1, 20))
    set(.cost, next() % 4 == 0 ? draw(0, 200_000) : draw(0, 1_200_000))
    set(.children, next() % 2 == 0 ? draw(8, 10) : draw(3, 14))
    set(.animators, maybe(0, 3))
    set(.sessionsPerWeek, maybe(0, 3))
    set(.sessionMinutes, maybe(1, 2) * 60 + draw(-1, 1) * 30)
    set(.weeks, maybe(25, 30))
    for slot in CollectifSlot.isRural.rawValue...CollectifSlot.hasPremisesConstraint.rawValue {
      input[start + slot] = maybe(0, 1)
    }
    for slot in CollectifSlot.childrenBonus.rawValue...CollectifSlot.parentsAudience.rawValue {
      input[start + slot] = maybe(0, 1)
    }
    if next() % 2 == 0 { set(.childrenBonus, 2) }
    if next() % 2 == 0 { set(.parentsBonus, 2) }
    for funder in 0..<funders {
      let asks = next() % 8 == 0
      input[start + Layout.complements + funder] = asks ? draw(0, 50_000) : .nan
    }
  }

  /// Puts numbers that no one should enter into some slots that are read.
  private mutating func spoil(_ input: UnsafeMutableBufferPointer<Double>, collectifs: Int) {
    let collectif = Layout.collectifs + Layout.collectifSize * (collectifs - 1)
    for _ in 0...Int(next() % 3) {
      let slot =
        next() % 2 == 0
        ? Int(draw(0, Layout.funders - 1))
        : collectif + Int(draw(0, Layout.collectifSize - 1))
      input[slot] =
        switch next() % 10 {
        case 0: -1
        case 1: .nan
        case 2: 0.5
        case 3: .infinity
        case 4: -.infinity
        case 5: 0x1p52
        case 6: -0x1p63
        case 7: 1_000_000_000
        case 8: 10_000
        default: 1_000_000_001
        }
    }
  }

  /// Takes in the header and the records that it counts.
  mutating func add(_ output: UnsafeMutableBufferPointer<Double>) {
    func count(_ slot: OutputSlot) -> Int { Int(output[slot.rawValue]) }
    add(output, from: 0, Layout.errors)
    add(output, from: Layout.errors, Layout.errorSize * count(.errors))
    add(output, from: Layout.findings, Layout.findingSize * count(.findings))
    add(output, from: Layout.lines, Layout.lineSize * count(.lines))
  }

  private mutating func add(
    _ output: UnsafeMutableBufferPointer<Double>, from start: Int, _ count: Int
  ) {
    for slot in start..<start + count {
      hash = (hash ^ output[slot].bitPattern) &* 0x100_0000_01b3
    }
  }
}

#if DIGEST
  /// The digest of random scenarios, from the browser's module.
  @_expose(wasm, "digest") @_cdecl("funding_digest")
  public func fundingDigest(_ seed: Int64, _ rows: Int32) -> Int64 {
    Int64(
      bitPattern: digest(
        seed: UInt64(bitPattern: seed), rows: Int(rows), input: input(), output: output()))
  }
#endif
