/// The numbers of a formula or a finding, by name: the placeholders of their French sentences.
public enum Operand: Int, Sendable, Hashable, CaseIterable {
  /// The amount of the line itself: every sentence of a formula may use it.
  case amount = 1
  // Amounts.
  case cost, ceiling, ps, bonus, requested, otherBrancheFamille, cofinancingMaximum
  case ecretement, brancheFamille, base, firstInstalment, secondInstalment
  case unitAmount, complements, otherFunding, total
  case asked, lowest, highest
  /// A share before rounding.
  case exact
  // Rates.
  case rate
  // Numbers.
  case collectifs, criteria, criteriaMinimum, lines
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

    /// The key of the noun that follows the number, for the kinds that are written with one.
    public var noun: String? {
      switch self {
      case .amount, .exactAmount, .rate, .duration: nil
      case .children: "enfants"
      case .animators: "animateurs"
      case .sessions: "seances"
      case .weeks: "semaines"
      case .collectifs: "collectifs"
      case .criteria: "criteres"
      case .lines: "lignes"
      }
    }
  }

  /// The placeholder of the operand in a sentence, without its braces: `cout`.
  public var name: String { declaration.name }
  public var kind: Kind { declaration.kind }

  private var declaration: (name: String, kind: Kind) {
    switch self {
    case .amount: ("montant", .amount)
    case .cost: ("cout", .amount)
    case .ceiling: ("plafond", .amount)
    case .ps: ("ps", .amount)
    case .bonus: ("bonus", .amount)
    case .requested: ("demande", .amount)
    case .otherBrancheFamille: ("autres_caf", .amount)
    case .cofinancingMaximum: ("part_maximum", .amount)
    case .ecretement: ("ecretement", .amount)
    case .brancheFamille: ("branche_famille", .amount)
    case .base: ("base", .amount)
    case .firstInstalment: ("acompte_n", .amount)
    case .secondInstalment: ("acompte_n1", .amount)
    case .unitAmount: ("unitaire", .amount)
    case .complements: ("complements", .amount)
    case .otherFunding: ("autres_financements", .amount)
    case .total: ("total", .amount)
    case .asked: ("demande_financeur", .amount)
    case .lowest: ("au_moins", .amount)
    case .highest: ("au_plus", .amount)
    case .exact: ("exact", .exactAmount)
    case .rate: ("taux", .rate)
    case .collectifs: ("collectifs", .collectifs)
    case .criteria: ("criteres", .criteria)
    case .criteriaMinimum: ("criteres_minimum", .criteria)
    case .lines: ("lignes", .lines)
    case .children: ("enfants", .children)
    case .childrenMinimum: ("enfants_minimum", .children)
    case .childrenMaximum: ("enfants_maximum", .children)
    case .childrenMinimumRural: ("enfants_minimum_rural", .children)
    case .childrenMinimumDisability: ("enfants_minimum_handicap", .children)
    case .animators: ("animateurs", .animators)
    case .animatorsMinimum: ("animateurs_minimum", .animators)
    case .sessions: ("seances", .sessions)
    case .sessionsMinimum: ("seances_minimum", .sessions)
    case .sessionsException: ("seances_derogation", .sessions)
    case .weeks: ("semaines", .weeks)
    case .weeksMinimum: ("semaines_minimum", .weeks)
    case .minutes: ("duree", .duration)
    case .minutesMinimum: ("duree_minimum", .duration)
    case .minutesException: ("duree_derogation", .duration)
    }
  }
}

/// The numbers of one formula or finding, in the order that its code declares; the rest are 0.
///
/// **Units**: see `Operand.Kind`.
public struct Operands: Sendable, Hashable {
  /// The most numbers that a formula or a finding has.
  public static let capacity = 6

  private let a: Int64, b: Int64, c: Int64, d: Int64, e: Int64, f: Int64

  public init(
    _ a: Int64 = 0, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0, _ e: Int64 = 0,
    _ f: Int64 = 0
  ) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// The number at a position from 0; 0 beyond the last.
  public subscript(position: Int) -> Int64 {
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
}
