package import Facts
import Funding

/// The keys of a scenario, for the funders of one department.
package struct ScenarioSchema {
  /// One key for the code of each funder, in their order.
  let complements: Schema
  let collectif: Schema
  package let root: Schema

  /// - Parameter funders: the codes of the department's funders.
  package init(funders: [String]) {
    complements = Schema(
      "les compléments",
      funders.map {
        Field($0, .amount([.euros]), label: $0, help: "la somme demandée à ce financeur")
      })
    let complement = ScenarioSchema.field(
      .complement, .record(complements), "Compléments",
      "l'aide demandée à chaque financeur du département, par son code")
    let collectif = Schema("un collectif", ScenarioSchema.collectifFields + [complement])
    self.collectif = collectif
    root = Schema("un scénario") {
      ScenarioSchema.field(
        .collectifs, .list(.record(collectif)), "Collectifs", "une liste de collectifs", .required)
      ScenarioSchema.field(
        .conditions, .record(ScenarioSchema.conditions), "Conditions du projet",
        "les conditions, remplies quand rien n'en est dit")
      complement
      ScenarioSchema.field(
        .otherFunding, .list(.record(OtherLine.schema)), "Autres financements",
        "les autres sommes du plan")
    }
  }

  /// In the order of `InputField`, from `count`.
  private static let collectifFields = [
    field(.count, .integer, "Nombre", "combien de collectifs sont pareils"),
    field(.cost, .amount([.euros]), "Coût", "le coût du collectif sur l'année", .required),
    field(.children, .integer, "Enfants", "le nombre d'enfants", .required),
    field(.animators, .integer, "Animateurs", "le nombre d'animateurs, salariés ou bénévoles"),
    field(.sessionsPerWeek, .integer, "Séances par semaine", "le nombre de séances par semaine"),
    field(.sessionMinutes, .duration, "Durée d'une séance", "un nombre de minutes"),
    field(.weeks, .integer, "Semaines", "le nombre de semaines dans l'année"),
    field(.isRural, .boolean, "Rural", "oui dans une commune rurale, telle que la note la définit"),
    field(
      .hasDisability, .boolean, "Handicap",
      "oui quand un enfant en situation de handicap demande une attention renforcée"),
    field(
      .hasPremisesConstraint, .boolean, "Contrainte de locaux",
      "oui quand les locaux ne permettent pas deux séances par semaine"),
    field(
      .childrenBonus, .record(childrenCriteria), "Bonus « enfants »", "oui, non, ou ses critères",
      traits: .orYesOrNo),
    field(
      .parentsBonus, .record(parentsCriteria), "Bonus « parents »", "oui, non, ou ses critères",
      traits: .orYesOrNo),
  ]

  // The criteria stand in the order of `BonusCriteria`.
  private static let childrenCriteria = Schema("les critères du bonus « enfants »") {
    yesOrNo(
      "projet", "Projet", "un projet socio-éducatif structuré, organisé sur l'année scolaire")
    yesOrNo("materiel", "Matériel", "du matériel pédagogique à acheter")
    yesOrNo("intervenants", "Intervenants", "des intervenants extérieurs qui entraînent un surcoût")
    yesOrNo("sorties", "Sorties", "des sorties culturelles")
  }
  private static let parentsCriteria = Schema("les critères du bonus « parents »") {
    yesOrNo(
      "projet", "Projet",
      "un projet d'accompagnement des parents, organisé sur l'année scolaire")
    yesOrNo("intervenants", "Intervenants", "des intervenants extérieurs qui entraînent un surcoût")
    yesOrNo("actions", "Actions", "des actions propres aux parents")
    yesOrNo(
      "public", "Public", "un public allophone, en situation d'illettrisme ou visé par les AEF")
  }

  // The conditions stand in the order of `ProjectConditions`.
  private static let conditions = Schema("les conditions du projet") {
    yesOrNo("quatre_axes", "Quatre axes", "le projet porte les quatre axes du Clas")
    yesOrNo("collectif", "Collectif", "l'accompagnement n'est pas strictement individuel")
    yesOrNo("regulier", "Régulier", "l'action dure toute l'année scolaire")
    yesOrNo(
      "au_dela_des_devoirs", "Au-delà des devoirs", "l'action n'est pas qu'une aide aux devoirs")
    yesOrNo(
      "gratuit_ou_symbolique", "Gratuit",
      "rien n'est demandé, ou une part symbolique ou réservée à des dépenses exceptionnelles")
  }

  private static func field(
    _ field: InputField, _ type: FactType, _ label: String, _ help: String,
    _ presence: Field.Presence = .optional, traits: FieldTraits = []
  ) -> Field {
    Field(field.name, type, presence, label: label, help: help, traits)
  }

  private static func yesOrNo(_ key: String, _ label: String, _ help: String) -> Field {
    Field(key, .boolean, label: label, help: help)
  }
}

extension ScenarioSchema {
  /// A free line of the financing plan.
  enum OtherLine {
    static let schema = Schema("un autre financement") {
      Field("financeur", .text, .required, label: "Financeur", help: "qui donne cette somme")
      Field("montant", .amount([.euros]), .required, label: "Montant", help: "la somme donnée")
      yesOrNo("branche_famille", "Branche Famille", "oui si la somme vient d'une Caf")
    }

    static let payer = schema.path("financeur")
    static let amount = schema.path("montant")
    static let isBrancheFamille = schema.path("branche_famille")
  }

  /// Every key but the codes of funders, to tell keys from texts in YAML.
  static let words = ScenarioSchema(funders: []).root.allKeys
}
