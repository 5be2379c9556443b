public import Facts

/// The amounts of the year and the other funders.
extension NoteSchema {
  /// An amount that the Cnaf publishes each year.
  static func perCollectif(
    _ key: String, _ label: String, _ help: String, _ presence: Field.Presence = .required,
    interest: Field.Interest = .none
  ) -> Field {
    Field(
      key, .amount([.perCollectif]), presence, awaited: .cnaf, label: label, help: help,
      interest: interest)
  }

  /// Another funder than the body that issues the note.
  public enum Funder {
    static let schema = Schema("un financement") {
      codeField("Pour citer ce financement : « msa ».")
      Field(
        "financeur", .name, .required, label: "Financeur",
        help: "Avec son article s'il en a un : « la MSA Lorraine ».", .qualifiesName)
      nameField("dispositif", "Dispositif", "Le nom de l'aide : « Grandir en milieu rural ».")
      Field(
        "montant", .amountOrRange(AmountUnit.allCases), awaited: .department, label: "Montant",
        help: "« 1 000 €/porteur », « de 100 € à 500 €/collectif ».", group: .amounts,
        interest: .always, .saysItself)
      Field("conditions", .list(.text), label: "Conditions", help: "Une condition par élément.")
      Field(
        "rural", .boolean, label: "Aide destinée aux territoires ruraux",
        help: "« oui » : le simulateur le rappelle à un projet qui ne se dit pas rural.")
      Field("contact", .record(Contact.schema), label: "Contact", help: "À qui s'adresser.")
      Field("lien", .address, label: "Page du dispositif", help: "Son adresse sur le web.")
    }

    public static let code = schema.path("code")
    public static let name = schema.path("financeur")
    public static let scheme = schema.path("dispositif")
    public static let amount = schema.path("montant")
    public static let conditions = schema.path("conditions")
    static let isRural = schema.path("rural")
    public static let contact = schema.path("contact")
    public static let link = schema.path("lien")
  }

  static let amountKeys: [RootKey] = [
    RootKey(
      [.year], "ps",
      .record("la Ps") {
        perCollectif(
          "plafond", "Prix plafond", "Le prix plafond que la note annonce, par collectif.",
          interest: .always)
        perCollectif(
          "maximum", "Maximum de la Ps", "Le maximum que la note annonce, par collectif.",
          interest: .always)
      }, label: "Prestation de service",
      help: "Ce que la note annonce de la Ps Clas ; absente quand elle n'annonce rien.",
      group: .amounts),
    RootKey(
      [.year], "bonus",
      .record("les bonus") {
        perCollectif("enfants", "Bonus enfants", "Par collectif.", interest: .always)
        perCollectif("parents", "Bonus parents", "Par collectif.", interest: .always)
      }, label: "Bonus", help: "Les bonus que la note annonce.", group: .amounts),
    RootKey(
      [.year, .department], "financements", .list(.record(Funder.schema)),
      label: "Autres financements", help: "Les financeurs autres que l'organisme, un par élément.",
      group: .partners),
  ]

  // MARK: - The national rules and the year's barème, each figure with its source

  private static func rule(
    _ key: String, _ type: FactType, _ label: String,
    _ help: String = "Avec le document et la section qui l'établissent."
  ) -> Field {
    // What a rule allows or asks for, the note says in its words: « oui » alone says nothing to readers.
    Field(key, type, .required, label: label, help: help, type == .boolean ? .technical : [])
  }

  private static func group(
    _ key: String, _ name: String, _ label: String, in group: FactGroup = .rest,
    @Fields _ fields: () -> [Field]
  ) -> Field {
    Field(
      key, .record(name, fields), .required, label: label,
      help: "Chaque valeur avec le document et la section qui l'établissent.", group: group)
  }

  static let nationalKeys: [RootKey] = [
    RootKey(
      [.rules, .department, .year], "plateformes", .list(.record(Platform.schema)),
      label: "Plateformes",
      help: "Les services en ligne que les notes citent ; celles d'un département s'ajoutent aux "
        + "nationales.",
      group: .filing, .addedByCode),
    RootKey(
      [.rules, .nationalYear, .department, .year], "regles", .record(rules), .required,
      label: "Règles du financement",
      help: "Avec leur source. Un département, ou une année, n'écrit que celles qui diffèrent.",
      .sourced),
    RootKey(
      [.nationalYear], "bareme", .record(bareme), label: "Barème national de l'année",
      help: "Les montants que la Cnaf publie, chacun avec sa source.", group: .amounts, .sourced),
  ]

  private static let conditionHelp = "« oui » si elle est obligatoire cette année-là."

  private static let rules = Schema("les règles") {
    group("ps", "la Ps", "Ps Clas", in: .amounts) {
      rule("taux", .rate, "Taux de la Ps", "« 32,5 % ».")
    }
    group("cofinancement", "le cofinancement", "Cofinancement", in: .amounts) {
      rule("maximum", .rate, "Part maximale de la branche Famille", "« 80 % ».")
    }
    group("acomptes", "les acomptes", "Acomptes", in: .amounts) {
      rule("annee_n", .rate, "Acompte de l'année N")
      rule("annee_n1", .rate, "Acompte de l'année N+1")
    }
    group("collectif", "le collectif", "Taille d'un collectif") {
      rule("minimum", .integer, "Enfants au moins")
      rule("maximum", .integer, "Enfants au plus")
      rule("minimum_rural", .integer, "Enfants au moins en milieu rural")
      rule("minimum_handicap", .integer, "Enfants au moins avec un enfant en situation de handicap")
    }
    group("encadrement", "l'encadrement", "Encadrement") {
      rule("animateurs", .integer, "Animateurs par collectif")
      rule("animateurs_rural", .integer, "Animateurs par petit collectif rural")
      rule("rural_moins_de", .integer, "Petit collectif rural : moins de")
    }
    group("seances", "les séances", "Séances") {
      rule("par_semaine", .integer, "Séances par semaine")
      rule("duree", .duration, "Durée d'une séance", "« 1 h 30 ».")
      rule("derogation_par_semaine", .integer, "Séances par semaine, par dérogation")
      rule("derogation_duree", .duration, "Durée d'une séance, par dérogation", "« 2 h ».")
    }
    group("semaines", "les semaines", "Semaines") {
      rule("minimum", .integer, "Semaines par an au moins")
    }
    group("exceptions", "les exceptions", "Exceptions") {
      rule("rurales", .boolean, "Exceptions en milieu rural", "« oui » si elles sont possibles.")
      rule("handicap", .boolean, "Exception pour un handicap", "« oui » si elle est possible.")
      rule("locaux", .boolean, "Exception pour les locaux", "« oui » si elle est possible.")
      rule(
        "de_droit", .boolean, "Exceptions d'effectif et d'encadrement de droit",
        "« oui » si personne n'a à les accepter.")
    }
    group("projet", "le projet", "Conditions du projet") {
      rule("quatre_axes", .boolean, "Quatre axes réunis", conditionHelp)
      rule("collectif", .boolean, "Pas d'action strictement individuelle", conditionHelp)
      rule("regulier", .boolean, "Pas d'action ponctuelle", conditionHelp)
      rule("au_dela_des_devoirs", .boolean, "Plus que l'aide aux devoirs", conditionHelp)
      rule(
        "gratuit_ou_symbolique", .boolean,
        "Gratuité, participation symbolique ou réservée à des dépenses exceptionnelles",
        conditionHelp)
    }
    group("bonus", "les bonus", "Critères des bonus") {
      rule(
        "criteres_minimum", .integer, "Nombre minimum de critères au choix",
        "En plus du projet, qui est obligatoire.")
    }
    group("convention", "la convention", "Convention") {
      rule("duree_maximum_ans", .integer, "Durée maximale, en années")
      rule("anciennete_minimum_ans", .integer, "Ancienneté minimale, en années")
    }
  }

  public static let euroRounding = "euro"
  public static let centRounding = "centime"

  private static let bareme = Schema("le barème") {
    Field(
      "ps",
      .record("la Ps") {
        perCollectif(
          "plafond", "Prix plafond national", "Par collectif, avec sa source.", .optional)
        perCollectif(
          "maximum", "Maximum national de la Ps", "Par collectif, avec sa source.", .optional)
        Field(
          "arrondi", .choice([euroRounding, centRounding]), awaited: .cnaf,
          label: "Arrondi du maximum", help: "« euro » ou « centime », avec sa source.", .technical)
      }, label: "Ps Clas", help: "Le prix plafond et le maximum de l'année.")
    Field(
      "bonus",
      .record("les bonus") {
        perCollectif(
          "enfants", "Bonus enfants national", "Par collectif, avec sa source.", .optional)
        perCollectif(
          "parents", "Bonus parents national", "Par collectif, avec sa source.", .optional)
      }, label: "Bonus", help: "Les bonus de l'année.")
  }
}
