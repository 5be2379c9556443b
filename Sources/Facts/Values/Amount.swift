/// What an amount of money is counted for. Amounts with different units are never added up.
public enum AmountUnit: String, Sendable, Hashable, CaseIterable {
  case euros = "€"
  case perCollectif = "€/collectif"
  case perPorteur = "€/porteur"

  /// The words that follow the amount in a sentence: « par collectif », or nothing.
  public var words: String? {
    switch self {
    case .euros: nil
    case .perCollectif: "par collectif"
    case .perPorteur: "par porteur"
    }
  }
}

/// An exact amount of money.
///
/// **Units**: cents.
public struct Amount: Sendable, Hashable {
  public var cents: Int64
  public var unit: AmountUnit

  public init(cents: Int64, unit: AmountUnit) {
    self.cents = cents
    self.unit = unit
  }
}

/// Two amounts of the same unit, the lower one first.
public struct AmountRange: Sendable, Hashable {
  public var low: Int64
  public var high: Int64
  public var unit: AmountUnit

  public init(low: Int64, high: Int64, unit: AmountUnit) {
    self.low = low
    self.high = high
    self.unit = unit
  }
}

/// The most that a funder gives: a share of the cost, a limit, or a share within a limit.
public struct Ceiling: Sendable, Hashable {
  public var rate: Rate?
  /// Nil for a share without limit.
  public var limit: Amount?

  public init(rate: Rate? = nil, limit: Amount? = nil) {
    self.rate = rate
    self.limit = limit
  }
}

/// An exact share of a whole.
///
/// **Units**: hundredths of a percent (32,5 % = 3250).
public struct Rate: Sendable, Hashable {
  public var hundredthsOfPercent: Int64

  public init(hundredthsOfPercent: Int64) { self.hundredthsOfPercent = hundredthsOfPercent }
}
