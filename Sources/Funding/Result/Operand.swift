/// The numbers of a formula or a finding, by name: the placeholders of their French sentences.
public enum Operand: Int, Sendable, Hashable, CaseIterable {
  /// The amount of the line itself: every sentence of a formula may use it.
  case amount = 1
  // Amounts.
  case cost, ceiling, ps, bonus, requested, otherBrancheFamille, cofinancingMaximum
  case ecretement, brancheFamille, base, firstInstalment, secondInstalment
  case unitAmount, complements, otherFunding, total
  /// A share before rounding.
  case exact
  // Rates.
  case rate
  // Numbers.
  case collectifs, criteria, lines
  case children, childrenMinimum, childrenMaximum, childrenMinimumRural, childrenMinimumDisability
  case animators, animatorsMinimum
  case sessions, sessionsMinimum, sessionsException
  case weeks, weeksMinimum
  // Durations.
  case minutes, minutesMinimum, minutesException

  /// How the number is written.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// Cents: « 2 758,28 € ».
    case amount = 1
    /// Ten-thousandths of a cent: « 2 758,275 € ».
    case exactAmount
    /// Hundredths of a percent: « 32,5 % ».
    case rate
    /// Minutes: « 1 h 30 ».
    case duration
    // Numbers, written with their noun: « 7 enfants ».
    case children, animators, sessions, weeks, collectifs, criteria, lines
  }

  public var kind: Kind {
    switch self {
    case .amount, .cost, .ceiling, .ps, .bonus, .requested, .otherBrancheFamille,
      .cofinancingMaximum, .ecretement, .brancheFamille, .base, .firstInstalment,
      .secondInstalment, .unitAmount, .complements, .otherFunding, .total:
      .amount
    case .exact: .exactAmount
    case .rate: .rate
    case .collectifs: .collectifs
    case .criteria: .criteria
    case .lines: .lines
    case .children, .childrenMinimum, .childrenMaximum, .childrenMinimumRural,
      .childrenMinimumDisability:
      .children
    case .animators, .animatorsMinimum: .animators
    case .sessions, .sessionsMinimum, .sessionsException: .sessions
    case .weeks, .weeksMinimum: .weeks
    case .minutes, .minutesMinimum, .minutesException: .duration
    }
  }
}

/// The numbers of one formula or finding, in the order that its code declares; the rest are 0.
///
/// **Units**: see `Operand.Kind`.
public struct Operands: Sendable, Hashable {
  /// The most numbers that a formula or a finding has.
  public static let capacity = 6

  private var a: Int64, b: Int64, c: Int64, d: Int64, e: Int64, f: Int64

  init(
    _ a: Int64 = 0, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0, _ e: Int64 = 0,
    _ f: Int64 = 0
  ) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// The number at a position from 0; 0 beyond the last.
  public internal(set) subscript(position: Int) -> Int64 {
    get {
      switch position {
      case 0: a
      case 1: b
      case 2: c
      case 3: d
      case 4: e
      case 5: f
      default: 0
      }
    }
    set {
      switch position {
      case 0: a = newValue
      case 1: b = newValue
      case 2: c = newValue
      case 3: d = newValue
      case 4: e = newValue
      case 5: f = newValue
      default: break
      }
    }
  }
}
