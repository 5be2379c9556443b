import Facts

/// The national rules and the year's barème, each figure with its source.
extension NoteSchema {
  /// The root keys whose figures are written `{valeur, document, section}`.
  static let sourcedKeys: Set<String> = ["regles", "bareme"]

  private static func rule(_ key: String, _ type: FactType, _ label: String, _ help: String = "")
    -> Field
  {
    Field(
      key, type, required: true, label: label,
      help: help.isEmpty ? "Avec le document et la section qui l'établissent." : help)
  }

  private static func group(_ key: String, _ name: String, _ label: String, _ fields: [Field])
    -> Field
  {
    Field(
      key, .record(Schema(name, fields)), required: true, label: label,
      help: "Chaque valeur avec le document et la section qui l'établissent.")
  }

  static let nationalKeys: [RootKey] = [
    RootKey(
      [.rules],
      Field(
        "plateformes", .list(.record(platform)), label: "Plateformes",
        help: "Les services en ligne que les notes citent.")),
    RootKey(
      [.rules],
      Field(
        "regles", .record(Schema("les règles", rules)), required: true, label: "Règles nationales",
        help: "Les règles du financement, chacune avec sa source.")),
    RootKey(
      [.nationalYear],
      Field(
        "bareme", .record(Schema("le barème", bareme)), label: "Barème national de l'année",
        help: "Les montants que la Cnaf publie, chacun avec sa source.")),
  ]

  private static let rules: [Field] = [
    group("ps", "la Ps", "Ps Clas", [rule("taux", .rate, "Taux de la Ps", "« 32,5 % ».")]),
    group(
      "cofinancement", "le cofinancement", "Cofinancement",
      [rule("maximum", .rate, "Part maximale des Caf", "« 80 % ».")]),
    group(
      "acomptes", "les acomptes", "Acomptes",
      [
        rule("annee_n", .rate, "Acompte de l'année N"),
        rule("annee_n1", .rate, "Acompte de l'année N+1"),
      ]),
    group(
      "collectif", "le collectif", "Taille d'un collectif",
      [
        rule("minimum", .integer, "Enfants au moins"),
        rule("maximum", .integer, "Enfants au plus"),
        rule("minimum_rural", .integer, "Enfants au moins en milieu rural"),
        rule("minimum_handicap", .integer, "Enfants au moins avec des enfants handicapés"),
      ]),
    group(
      "encadrement", "l'encadrement", "Encadrement",
      [
        rule("animateurs", .integer, "Animateurs par collectif"),
        rule("animateurs_rural", .integer, "Animateurs par petit collectif rural"),
        rule("rural_moins_de", .integer, "Petit collectif rural : moins de"),
      ]),
    group(
      "seances", "les séances", "Séances",
      [
        rule("par_semaine", .integer, "Séances par semaine"),
        rule("duree", .duration, "Durée d'une séance", "« 1 h 30 »."),
        rule("derogation_par_semaine", .integer, "Séances par semaine, par dérogation"),
        rule("derogation_duree", .duration, "Durée d'une séance, par dérogation", "« 2 h »."),
      ]),
    group(
      "semaines", "les semaines", "Semaines",
      [rule("minimum", .integer, "Semaines par an au moins")]),
    group(
      "convention", "la convention", "Convention",
      [
        rule("duree_maximum_ans", .integer, "Durée maximale, en années"),
        rule("anciennete_minimum_ans", .integer, "Ancienneté minimale, en années"),
      ]),
  ]

  private static let bareme: [Field] = [
    Field(
      "ps",
      .record(
        Schema(
          "la Ps",
          [
            perCollectif(
              "plafond", required: false, "Prix plafond national", "Par collectif, avec sa source."),
            perCollectif(
              "maximum", required: false, "Maximum national de la Ps",
              "Par collectif, avec sa source."),
            Field(
              "arrondi", .choice(["euro", "centime"]), mayBePending: true,
              label: "Arrondi du maximum", help: "« euro » ou « centime », avec sa source."),
          ])), label: "Ps Clas", help: "Le prix plafond et le maximum de l'année."),
    Field(
      "bonus",
      .record(
        Schema(
          "les bonus",
          [
            perCollectif(
              "enfants", required: false, "Bonus enfants national", "Par collectif, avec sa source."
            ),
            perCollectif(
              "parents", required: false, "Bonus parents national", "Par collectif, avec sa source."
            ),
          ])), label: "Bonus", help: "Les bonus de l'année."),
  ]
}
