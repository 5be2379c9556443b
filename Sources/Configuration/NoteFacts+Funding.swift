import Facts
public import Funding

/// What the calculation of a note's funding needs, from its facts.
extension NoteFacts {
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

  private func basis(_ unit: AmountUnit) -> Funder.Basis {
    unit == .perCollectif ? .perCollectif : .perPorteur
  }

  private func cents(_ path: String) -> Int64? {
    for path in [path, "bareme." + path] {
      if case .amount(let amount)? = record.fact(at: path)?.value { return amount.cents }
    }
    return nil
  }

  private var rounding: RoundingUnit? {
    switch record.text(at: "bareme.ps.arrondi") {
    case "euro": .euro
    case "centime": .cent
    default: nil
    }
  }
}
