public import Facts
public import Funding

/// What the calculation of a note's funding needs, from its facts.
extension Record {
  /// The national rules.
  public var rules: Rules {
    Rules { code in
      switch value(NoteSchema.path(of: code)) {
      case .rate(let rate): rate.hundredthsOfPercent
      case .integer(let number): Int64(number)
      case .duration(let minutes): Int64(minutes)
      case .boolean(let holds): holds ? 1 : 0
      // A record without error holds every rule, each with its type.
      default: 0
      }
    }
  }

  /// The year's amounts: those that the note prints, else the national ones.
  ///
  /// Each is nil when neither the note nor the national file gives it.
  public var bareme: Bareme {
    Bareme(
      ceiling: cents(.ceiling), childrenBonus: cents(.childrenBonus),
      parentsBonus: cents(.parentsBonus), rounding: rounding)
  }

  /// The amounts that the note itself prints, under the year's rounding.
  public var printedBareme: Bareme {
    Bareme(
      ceiling: printedCents(.ceiling), childrenBonus: printedCents(.childrenBonus),
      parentsBonus: printedCents(.parentsBonus), rounding: rounding)
  }

  /// The department's other funders, in the order of its file.
  ///
  /// **Units**: a sum without unit is for the porteur, a share is one of the cost; a funder without a
  /// published sum is free.
  public var funders: [Funder] {
    records(NoteSchema.funders).map { record in
      var funder =
        switch record.value(NoteSchema.Funder.amount) {
        case .amount(let amount):
          Funder(basis(amount.unit), low: amount.cents, high: amount.cents)
        case .amountRange(let range): Funder(basis(range.unit), low: range.low, high: range.high)
        case .ceiling(let ceiling):
          Funder(
            ceiling.unit.map(basis) ?? .perPorteur, low: 0,
            high: ceiling.limit?.cents ?? FundingLimits.amount,
            share: ceiling.rate?.hundredthsOfPercent ?? 0)
        default: Funder.free
        }
      funder.isRural = record.value(NoteSchema.Funder.isRural) == .boolean(true)
      return funder
    }
  }

  /// The most that one collectif can have: its cost is the ceiling, and it has both bonuses.
  ///
  /// Nil without a ceiling, or when the amounts are beyond what can be computed.
  public func atCeiling(_ bareme: Bareme) -> FundingPlan? {
    guard let ceiling = bareme.ceiling else { return nil }
    let rules = rules
    let collectif = Collectif(
      cost: ceiling, children: rules[.childrenMinimum], childrenBonus: .granted,
      parentsBonus: .granted)
    do throws(InvalidInput) {
      return try FundingPlan(Scenario(collectifs: [collectif]), rules: rules, bareme: bareme)
    } catch {
      return nil
    }
  }

  private func basis(_ unit: AmountUnit) -> Funder.Basis {
    unit == .perCollectif ? .perCollectif : .perPorteur
  }

  private func cents(_ rule: RuleCode) -> Int64? {
    printedCents(rule) ?? amount(NoteSchema.path(of: rule))?.cents
  }

  private func printedCents(_ rule: RuleCode) -> Int64? {
    NoteSchema.printedPath(of: rule).flatMap(amount)?.cents
  }

  private var rounding: RoundingUnit? {
    switch text(NoteSchema.rounding) {
    case NoteSchema.euroRounding: .euro
    case NoteSchema.centRounding: .cent
    default: nil
    }
  }
}
