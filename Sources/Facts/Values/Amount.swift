/// What an amount of money is counted for. Amounts with different units are never added up.
public enum AmountUnit: String, Sendable, Hashable, CaseIterable {
  case euros = "€"
  case perCollectif = "€/collectif"
  case perPorteur = "€/porteur"

  /// What follows the sign of the amount: « /collectif », or nothing.
  public var suffix: String { String(rawValue.dropFirst()) }

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
  public let rate: Rate?
  /// Nil for a share without limit.
  public let limit: Amount?
  /// What the limit is counted for, and with it the share; nil for a share of the whole project's cost.
  public let unit: AmountUnit?

  public init(rate: Rate? = nil, limit: Amount) {
    self.rate = rate
    self.limit = limit
    unit = limit.unit
  }

  public init(rate: Rate, unit: AmountUnit? = nil) {
    self.rate = rate
    limit = nil
    self.unit = unit
  }
}

/// An exact share of a whole.
///
/// **Units**: hundredths of a percent (32,5 % = 3250).
public struct Rate: Sendable, Hashable {
  public var hundredthsOfPercent: Int64

  public init(hundredthsOfPercent: Int64) { self.hundredthsOfPercent = hundredthsOfPercent }
}
