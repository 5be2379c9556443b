extension InputError.Kind {
  /// The French code of the error, the key of its sentence.
  public var name: String {
    switch self {
    case .missing: "valeur-manquante"
    case .notWhole: "nombre-non-entier"
    case .negative: "valeur-negative"
    case .tooSmall: "valeur-trop-petite"
    case .tooLarge: "valeur-trop-grande"
    case .outsideRange: "montant-hors-bornes"
    case .notFlat: "montant-non-forfaitaire"
    case .notPerCollectif: "complement-non-collectif"
    case .tooMany: "trop-nombreux"
    case .unknownCode: "valeur-inconnue"
    case .inconsistent: "valeurs-incoherentes"
    }
  }
}

extension InputField {
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

extension InputError {
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
