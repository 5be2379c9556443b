import Facts
import Funding

/// The keys of a scenario, for the funders of one department.
struct ScenarioSchema {
  /// One key for the code of each funder, in their order.
  let complements: Schema
  let collectif: Schema
  let root: Schema
  let collectifs: FactPath
  let conditions: FactPath
  let projectComplements: FactPath
  let otherFunding: FactPath

  /// - Parameter funders: the codes of the department's funders.
  init(funders: [String]) {
    complements = Schema(
      "les compléments",
      funders.map {
        Field($0, .amount([.euros]), label: $0, help: "la somme demandée à ce financeur")
      })
    let complement = Field(
      InputField.complement.name, .record(complements), label: "Compléments",
      help: "l'aide demandée à chaque financeur du département, par son code")
    collectif = Schema("un collectif", ScenarioSchema.collectifFields + [complement])
    root = Schema(
      "un scénario",
      [
        Field(
          InputField.collectifs.name, .list(.record(collectif)), .required, label: "Collectifs",
          help: "une liste de collectifs"),
        Field(
          InputField.conditions.name, .record(Conditions.schema), label: "Conditions du projet",
          help: "les conditions, remplies quand rien n'en est dit"),
        complement,
        Field(
          InputField.otherFunding.name, .list(.record(OtherLine.schema)),
          label: "Autres financements", help: "les autres sommes du plan"),
      ])
    collectifs = root.path(InputField.collectifs.name)
    conditions = root.path(InputField.conditions.name)
    projectComplements = root.path(InputField.complement.name)
    otherFunding = root.path(InputField.otherFunding.name)
  }

  private static let collectifFields = [
    Field(
      InputField.count.name, .integer, label: "Nombre", help: "combien de collectifs sont pareils"),
    Field(
      InputField.cost.name, .amount([.euros]), .required, label: "Coût",
      help: "le coût du collectif sur l'année"),
    Field(
      InputField.children.name, .integer, .required, label: "Enfants", help: "le nombre d'enfants"),
    Field(
      InputField.animators.name, .integer, label: "Animateurs",
      help: "le nombre d'animateurs, salariés ou bénévoles"),
    Field(
      InputField.sessionsPerWeek.name, .integer, label: "Séances par semaine",
      help: "le nombre de séances par semaine"),
    Field(
      InputField.sessionMinutes.name, .duration, label: "Durée d'une séance",
      help: "un nombre de minutes"),
    Field(
      InputField.weeks.name, .integer, label: "Semaines",
      help: "le nombre de semaines dans l'année"),
    Field(
      InputField.isRural.name, .boolean, label: "Rural",
      help: "oui dans une commune rurale, telle que la note la définit"),
    Field(
      InputField.hasDisability.name, .boolean, label: "Handicap",
      help: "oui quand un enfant handicapé a besoin d'une attention renforcée"),
    Field(
      InputField.hasPremisesConstraint.name, .boolean, label: "Contrainte de locaux",
      help: "oui quand les locaux ne permettent pas deux séances par semaine"),
    Field(
      InputField.childrenBonus.name, .record(ChildrenCriteria.schema), label: "Bonus « enfants »",
      help: "oui, non, ou ses critères", .orYesOrNo),
    Field(
      InputField.parentsBonus.name, .record(ParentsCriteria.schema), label: "Bonus « parents »",
      help: "oui, non, ou ses critères", .orYesOrNo),
  ]
}

extension ScenarioSchema {
  /// The conditions that the whole project meets.
  enum Conditions {
    static let schema = Schema(
      "les conditions du projet",
      [
        yesOrNo("quatre_axes", "Quatre axes", "le projet porte les quatre axes du Clas"),
        yesOrNo("collectif", "Collectif", "l'accompagnement n'est pas strictement individuel"),
        yesOrNo("regulier", "Régulier", "l'action dure toute l'année scolaire"),
        yesOrNo(
          "au_dela_des_devoirs", "Au-delà des devoirs", "l'action n'est pas qu'une aide aux devoirs"
        ),
        yesOrNo("gratuit_ou_symbolique", "Gratuit", "rien n'est demandé, ou peu de chose"),
      ])

    static let hasFourAxes = schema.path("quatre_axes")
    static let isCollective = schema.path("collectif")
    static let isRegular = schema.path("regulier")
    static let goesBeyondHomework = schema.path("au_dela_des_devoirs")
    static let isFreeOrSymbolic = schema.path("gratuit_ou_symbolique")
  }

  enum ChildrenCriteria {
    static let schema = Schema(
      "les critères du bonus « enfants »",
      [
        yesOrNo("projet", "Projet", "un projet construit, sur toute l'année scolaire"),
        yesOrNo("materiel", "Matériel", "du matériel pédagogique à acheter"),
        yesOrNo("intervenants", "Intervenants", "des intervenants qui coûtent plus"),
        yesOrNo("sorties", "Sorties", "des sorties culturelles"),
      ])

    static let project = schema.path("projet")
    static let material = schema.path("materiel")
    static let speakers = schema.path("intervenants")
    static let outings = schema.path("sorties")
  }

  enum ParentsCriteria {
    static let schema = Schema(
      "les critères du bonus « parents »",
      [
        yesOrNo("projet", "Projet", "un projet construit, sur toute l'année scolaire"),
        yesOrNo("intervenants", "Intervenants", "des intervenants qui coûtent plus"),
        yesOrNo("actions", "Actions", "des actions propres aux parents"),
        yesOrNo("public", "Public", "des parents éloignés de l'école"),
      ])

    static let project = schema.path("projet")
    static let speakers = schema.path("intervenants")
    static let actions = schema.path("actions")
    static let audience = schema.path("public")
  }

  /// A free line of the financing plan.
  enum OtherLine {
    static let schema = Schema(
      "un autre financement",
      [
        Field("financeur", .text, .required, label: "Financeur", help: "qui donne cette somme"),
        Field(
          "montant", .amount([.euros]), .required, label: "Montant", help: "la somme donnée"),
        yesOrNo("branche_famille", "Branche Famille", "oui si la somme vient d'une Caf"),
      ])

    static let payer = schema.path("financeur")
    static let amount = schema.path("montant")
    static let isBrancheFamille = schema.path("branche_famille")
  }

  private static func yesOrNo(_ key: String, _ label: String, _ help: String) -> Field {
    Field(key, .boolean, label: label, help: help)
  }

  /// Every key but the codes of funders, to tell keys from texts in YAML.
  static let words: Set<String> = {
    var words: Set<String> = []
    func visit(_ schema: Schema) {
      for field in schema.fields {
        words.insert(field.key)
        field.type.item.schema.map(visit)
      }
    }
    visit(ScenarioSchema(funders: []).root)
    return words
  }()
}
