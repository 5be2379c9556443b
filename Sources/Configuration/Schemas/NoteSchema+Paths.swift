public import Facts
public import Funding

/// The facts of a note that the program itself reads; those of the items of lists stand with their
/// schemas.
extension NoteSchema {
  public static let year = visible.path("annee")
  static let previousYear = visible.path("annee_precedente")
  static let nextYear = visible.path("annee_suivante")
  public static let hasBonuses = visible.path("bonus_existent")
  static let isDemonstration = visible.path("demonstration")

  public static let departmentName = visible.path("departement.nom")
  public static let departmentCode = visible.path("departement.code")
  public static let figures = visible.path("chiffres.valeurs")
  public static let departmentLocation = visible.path("departement.localisation")
  public static let issuer = visible.path("organisme.nom")
  public static let issuerShortName = visible.path("organisme.nom_court")
  package static let issuerLongName = visible.path("organisme.nom_long")
  package static let committee = visible.path("instance.nom")
  package static let bodyRoles = visible.path("instance.roles")
  package static let otherBodies = visible.path("autres_instances")
  package static let members = visible.path("instance.membres")
  package static let guests = visible.path("instance.invites")
  public static let family = visible.path("famille")
  static let timeZone = visible.path("fuseau")
  public static let rurality = visible.path("ruralite")
  public static let updated = visible.path("mise_a_jour")
  static let logoFile = visible.path("logo.fichier")
  public static let contacts = visible.path("contacts")
  public static let title = visible.path("titre")

  public static let calendar = visible.path("calendrier")
  public static let situations = visible.path("depot.situations")
  public static let documents = visible.path("pieces")
  public static let annexes = visible.path("annexes")
  public static let officialDocument = visible.path("document_officiel")
  package static let referenceDiffusion = visible.path("referentiel.diffusion")
  public static let platforms = visible.path("plateformes")

  public static let psCeiling = visible.path("ps.plafond")
  public static let psMaximum = visible.path("ps.maximum")
  public static let childrenBonus = visible.path("bonus.enfants")
  public static let parentsBonus = visible.path("bonus.parents")
  public static let funders = visible.path("financements")

  public static let notices = visible.path("avis")
  public static let reminders = visible.path("rappels")
  public static let errata = visible.path("errata")
  static let causes = visible.path("changements")

  public static let nationalCeiling = visible.path("bareme.ps.plafond")
  public static let nationalMaximum = visible.path("bareme.ps.maximum")
  static let rounding = visible.path("bareme.ps.arrondi")

  /// The amounts that both a note and the national barème of its year may give.
  public static let sharedAmounts: [(printed: FactPath, national: FactPath)] = [
    (psCeiling, nationalCeiling), (psMaximum, nationalMaximum),
    (childrenBonus, visible.path("bareme.bonus.enfants")),
    (parentsBonus, visible.path("bareme.bonus.parents")),
  ]

  private static let rulePaths = RuleCode.allCases.map { visible.path($0.path) }

  /// Where a rule of the calculation stands.
  public static func path(of rule: RuleCode) -> FactPath { rulePaths[rule.rawValue - 1] }

  /// Where a note prints a figure of the barème itself; nil for the other rules.
  public static func printedPath(of rule: RuleCode) -> FactPath? {
    let national = path(of: rule)
    return sharedAmounts.first { $0.national == national }?.printed
  }

  static let waivers = written.path("derogations")
  static let onlySections = written.path("sections.seulement")
  static let addedSections = written.path("sections.ajouter")
  static let removedSections = written.path("sections.retirer")
  static let movedSections = written.path("sections.deplacer")
}

extension Record {
  /// The department's time zone, in which its days begin and end.
  public var timeZone: String { text(NoteSchema.timeZone) ?? NoteSchema.timeZones[0] }
}
