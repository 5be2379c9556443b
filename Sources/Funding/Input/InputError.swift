/// One input that cannot be computed with, and why.
///
/// **Units**: `low` and `high` in the unit of the field (cents, minutes, numbers).
public struct InputError: Sendable, Hashable {
  /// Raw values serve the flat layout.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// The value is not given and has no common case.
    case missing = 1
    /// The slot holds a fraction: amounts are whole cents.
    case notWhole
    case negative
    /// Below `low`.
    case tooSmall
    /// Above `high`.
    case tooLarge
    /// Not what a funder gives: neither 0 nor the flat sum `low`.
    case notFlat
    /// Asked of one collectif, but the funder does not pay per collectif.
    case notPerCollectif
    /// More elements than `high`.
    case tooMany
    /// The slot holds a number that stands for nothing.
    case unknownCode
    /// The instalments are more than the whole, or a range ends before it begins.
    case inconsistent

    /// The French code of the error, the key of its sentence.
    public var name: String {
      switch self {
      case .missing: "valeur-manquante"
      case .notWhole: "nombre-non-entier"
      case .negative: "valeur-negative"
      case .tooSmall: "valeur-trop-petite"
      case .tooLarge: "valeur-trop-grande"
      case .notFlat: "montant-non-forfaitaire"
      case .notPerCollectif: "complement-non-collectif"
      case .tooMany: "trop-nombreux"
      case .unknownCode: "valeur-inconnue"
      case .inconsistent: "valeurs-incoherentes"
      }
    }
  }

  public var kind: Kind
  public var field: InputField
  /// The position of the collectif in the scenario, from 1; 0 for the project.
  public var collectif: Int
  /// The position of the funder or of the free line, from 1; the raw value of the rule for
  /// `.rule`; 0 otherwise.
  public var element: Int
  public var low: Int64
  public var high: Int64

  public init(
    _ kind: Kind, _ field: InputField, collectif: Int = 0, element: Int = 0, low: Int64 = 0,
    high: Int64 = 0
  ) {
    self.kind = kind
    self.field = field
    self.collectif = collectif
    self.element = element
    self.low = low
    self.high = high
  }

  /// How `low` and `high` are written; nil for a plain number.
  public var boundsKind: Operand.Kind? {
    switch field {
    case .collectifs, .count: .collectifs
    case .otherFunding: kind == .tooMany ? .lines : .amount
    case .complement, .funder: kind == .tooMany ? nil : .amount
    case .cost, .ceiling, .childrenBonusAmount, .parentsBonusAmount: .amount
    case .sessionMinutes: .duration
    case .children: .children
    case .animators: .animators
    case .sessionsPerWeek: .sessions
    case .weeks: .weeks
    case .isRural, .hasDisability, .hasPremisesConstraint, .childrenBonus, .parentsBonus,
      .conditions, .rounding, .rule:
      nil
    }
  }
}

/// The fields that an error or an assumption can name. Raw values serve the flat layout.
public enum InputField: Int, Sendable, Hashable, CaseIterable {
  case collectifs = 1
  // Of a collectif.
  case count, cost, children, animators, sessionsPerWeek, sessionMinutes, weeks
  case isRural, hasDisability, hasPremisesConstraint
  case childrenBonus, parentsBonus
  // Of the project.
  case conditions, complement, otherFunding
  // Of the data.
  case ceiling, childrenBonusAmount, parentsBonusAmount, rounding, rule, funder

  /// The name of the field in a scenario, or where the data hold it.
  public var name: String {
    switch self {
    case .collectifs: "collectifs"
    case .count: "nombre"
    case .cost: "cout"
    case .children: "enfants"
    case .animators: "animateurs"
    case .sessionsPerWeek: "seances_hebdomadaires"
    case .sessionMinutes: "duree_seance_minutes"
    case .weeks: "semaines"
    case .isRural: "rural"
    case .hasDisability: "handicap"
    case .hasPremisesConstraint: "contrainte_locaux"
    case .childrenBonus: "bonus_enfants"
    case .parentsBonus: "bonus_parents"
    case .conditions: "projet"
    case .complement: "complements"
    case .otherFunding: "autres_financements"
    case .ceiling: "plafond"
    case .childrenBonusAmount: "bareme.bonus.enfants"
    case .parentsBonusAmount: "bareme.bonus.parents"
    case .rounding: "bareme.ps.arrondi"
    case .rule: "regles"
    case .funder: "financements"
    }
  }
}

/// All the inputs of a scenario that cannot be computed with; never empty.
public struct InvalidInput: Error, Sendable, Hashable {
  public var errors: [InputError]
}
