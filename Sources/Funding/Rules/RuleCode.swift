/// The rules that the calculation applies, each one figure of the rules data.
///
/// A line of a result names the rules behind it by these codes; `path` leads from the code to the
/// sourced value (document, section, certainty) in the data. Raw values serve the flat layout.
public enum RuleCode: Int, Sendable, Hashable, CaseIterable {
  // The national rules.
  /// The share of the cost that the Ps pays.
  case psRate = 1
  /// The most that the branche Famille may pay of the total cost.
  case cofinancingMaximum
  /// The most that is paid in year N, and in year N+1 before the balance, of the base.
  case firstInstalment, secondInstalment
  case childrenMinimum, childrenMaximum, childrenMinimumRural, childrenMinimumDisability
  case animators, animatorsRural
  /// A rural collectif of fewer children than this may have `animatorsRural`.
  case ruralFewerThan
  case sessionsPerWeek, sessionMinutes, exceptionSessionsPerWeek, exceptionSessionMinutes
  case weeksMinimum
  // Whether a rule holds: 1 or 0.
  /// The exceptions of rural collectifs, of disability, and of premises.
  case ruralExceptions, disabilityException, premisesException
  /// Whether fewer children or animators are accepted without anybody's decision.
  case exceptionsOfRight
  case fourAxes, collective, regular, beyondHomework, freeOrSymbolic
  /// How many of the three other criteria a bonus needs, beside its project.
  case bonusCriteria
  // The year's barème.
  case ceiling, childrenBonus, parentsBonus, rounding
  // What a department's file declares for a funder.
  case funderAmount

  /// Whether the rule is one of `Rules`: the barème's figures and the funders' are given apart.
  var isNational: Bool { rawValue <= RuleCode.lastNational.rawValue }

  static let lastNational = RuleCode.bonusCriteria

  var isRate: Bool { rawValue <= RuleCode.secondInstalment.rawValue }

  /// Where the rule stands in the data: `regles.ps.taux`.
  ///
  /// `.funderAmount` stands in `financements`, under the code of each funder.
  public var path: String {
    switch self {
    case .psRate: "regles.ps.taux"
    case .cofinancingMaximum: "regles.cofinancement.maximum"
    case .firstInstalment: "regles.acomptes.annee_n"
    case .secondInstalment: "regles.acomptes.annee_n1"
    case .childrenMinimum: "regles.collectif.minimum"
    case .childrenMaximum: "regles.collectif.maximum"
    case .childrenMinimumRural: "regles.collectif.minimum_rural"
    case .childrenMinimumDisability: "regles.collectif.minimum_handicap"
    case .animators: "regles.encadrement.animateurs"
    case .animatorsRural: "regles.encadrement.animateurs_rural"
    case .ruralFewerThan: "regles.encadrement.rural_moins_de"
    case .sessionsPerWeek: "regles.seances.par_semaine"
    case .sessionMinutes: "regles.seances.duree"
    case .exceptionSessionsPerWeek: "regles.seances.derogation_par_semaine"
    case .exceptionSessionMinutes: "regles.seances.derogation_duree"
    case .weeksMinimum: "regles.semaines.minimum"
    case .ruralExceptions: "regles.exceptions.rurales"
    case .disabilityException: "regles.exceptions.handicap"
    case .premisesException: "regles.exceptions.locaux"
    case .exceptionsOfRight: "regles.exceptions.de_droit"
    case .fourAxes: "regles.projet.quatre_axes"
    case .collective: "regles.projet.collectif"
    case .regular: "regles.projet.regulier"
    case .beyondHomework: "regles.projet.au_dela_des_devoirs"
    case .freeOrSymbolic: "regles.projet.gratuit_ou_symbolique"
    case .bonusCriteria: "regles.bonus.criteres_minimum"
    case .ceiling: "bareme.ps.plafond"
    case .childrenBonus: "bareme.bonus.enfants"
    case .parentsBonus: "bareme.bonus.parents"
    case .rounding: "bareme.ps.arrondi"
    case .funderAmount: "financements"
    }
  }
}
