public import Facts
public import Funding

/// What the calculation of a note's funding needs, from its facts.
public struct FundingFacts: Sendable {
  /// The facts of the note, rules and barème included.
  public let record: Record

  public init(_ record: Record) { self.record = record }

  /// The national rules.
  public var rules: Rules {
    Rules { code in
      switch record.fact(at: code.path)?.value {
      case .rate(let rate): rate.hundredthsOfPercent
      case .integer(let number): Int64(number)
      case .duration(let minutes): Int64(minutes)
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
      ceiling: cents("ps.plafond"), childrenBonus: cents("bonus.enfants"),
      parentsBonus: cents("bonus.parents"), rounding: rounding)
  }

  /// The amounts that the note itself prints, under the year's rounding.
  public var printedBareme: Bareme {
    Bareme(
      ceiling: printedCents("ps.plafond"), childrenBonus: printedCents("bonus.enfants"),
      parentsBonus: printedCents("bonus.parents"), rounding: rounding)
  }

  /// The department's other funders, in the order of its file.
  ///
  /// **Units**: a sum without unit is for the porteur; a funder without a published sum is free.
  public var funders: [Funder] {
    record.records(at: "financements").map { funder in
      switch funder["montant"]?.value {
      case .amount(let amount):
        Funder(basis(amount.unit), low: amount.cents, high: amount.cents)
      case .amountRange(let range): Funder(basis(range.unit), low: range.low, high: range.high)
      default: .free
      }
    }
  }

  /// The most that one collectif can have: its cost is the ceiling, and it has both bonuses.
  ///
  /// Nil without a ceiling, or when the amounts are beyond what can be computed.
  public func atCeiling(_ bareme: Bareme) -> FundingPlan? {
    guard let ceiling = bareme.ceiling else { return nil }
    let rules = rules
    let collectif = Collectif(
      cost: ceiling, children: rules.childrenMinimum, childrenBonus: .granted,
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

  private func cents(_ path: String) -> Int64? {
    printedCents(path) ?? printedCents("bareme." + path)
  }

  private func printedCents(_ path: String) -> Int64? {
    if case .amount(let amount)? = record.fact(at: path)?.value { amount.cents } else { nil }
  }

  private var rounding: RoundingUnit? {
    switch record.text(at: "bareme.ps.arrondi") {
    case "euro": .euro
    case "centime": .cent
    default: nil
    }
  }
}

extension NoteFacts {
  /// The national rules.
  public var rules: Rules { FundingFacts(record).rules }

  /// The year's amounts: those that the note prints, else the national ones.
  public var bareme: Bareme { FundingFacts(record).bareme }

  /// The department's other funders, in the order of its file.
  public var funders: [Funder] { FundingFacts(record).funders }
}
