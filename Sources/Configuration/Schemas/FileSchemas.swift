import Facts

/// The schemas of the files that are not a note's facts.
enum FileSchemas {
  /// `templates/editions.yaml`: a list of these.
  static let edition = Schema(
    "une édition",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code",
        help: "Le nom des dossiers de l'édition : « circulaire-2021 »."),
      Field("circulaire", .text, required: true, label: "Circulaire", help: "« C-2021-006 »."),
      Field(
        "a_partir_de", .schoolYear, required: true, label: "Première année",
        help: "L'année scolaire où elle commence : « 2021-2022 »."),
      Field(
        "changements", .list(.record(NoteSchema.cause)), label: "Causes des changements",
        help: "Pourquoi une section change avec cette édition."),
    ])

  /// `templates/<family>/plan.yaml`.
  static let plan = Schema(
    "le plan",
    [
      Field(
        "titre", .text, required: true, label: "Titre", help: "« Note de cadrage du Clas »."),
      Field(
        "sections", .list(.identifier), required: true, label: "Sections",
        help: "Les noms des sections, dans l'ordre."),
      Field(
        "sans_numero", .list(.identifier), label: "Sections sans numéro",
        help: "Les sections dont le titre n'est pas numéroté."),
    ])

  /// `departments/national/glossaire.yaml`: a list of these.
  static let glossaryEntry = Schema(
    "un sigle",
    [
      Field("sigle", .text, required: true, label: "Sigle", help: "« DSDEN »."),
      Field("forme", .text, required: true, label: "Forme développée", help: "En toutes lettres."),
    ])

  static let mentions = ["non conforme", "partiellement conforme", "totalement conforme"]

  /// `site/site.yaml`.
  static let settings = Schema(
    "les réglages",
    [
      Field("titre", .text, required: true, label: "Titre du site", help: "En quelques mots."),
      Field(
        "adresse", .address, label: "Adresse publique",
        help: "Avec son sous-chemin : « https://exemple.fr/clas/ »."),
      Field(
        "demonstration", .boolean, required: true, label: "Site de démonstration",
        help: "« oui » ou « non »."),
      Field(
        "accessibilite",
        .record(
          Schema(
            "l'accessibilité",
            [
              Field(
                "mention", .choice(mentions), required: true, label: "Mention",
                help: "« non conforme » tant qu'aucun audit n'a été fait."),
              Field("audit", .day, label: "Jour de l'audit", help: "« 2026-03-12 »."),
            ])), label: "Accessibilité", help: "La mention légale et l'audit qui la fonde."),
      Field(
        "mentions",
        .record(
          Schema(
            "les mentions",
            [
              Field("editeur", .text, label: "Éditeur", help: "Qui publie le site."),
              Field("hebergeur", .text, label: "Hébergeur", help: "Qui héberge le site."),
              Field("contact", .email, label: "Contact", help: "À qui écrire au sujet du site."),
            ])), label: "Mentions légales", help: "L'éditeur, l'hébergeur et un contact."),
    ])

  /// How a figure of the national files is written: the value and where it is stated.
  static func sourced(_ type: FactType, pending: Bool, label: String) -> Schema {
    Schema(
      "une valeur avec sa source",
      [
        Field(
          "valeur", type, required: true, mayBePending: pending, label: label, help: "La valeur."),
        Field("document", .text, required: true, label: "Document", help: "« C-2026-069 »."),
        Field("section", .text, required: true, label: "Section", help: "« 3.2 »."),
        Field(
          "certitude", .choice(Source.Certainty.allCases.map(\.rawValue)), label: "Certitude",
          help: "« publiee », ou « deduite » quand aucun document ne l'écrit."),
        Field("motif", .text, label: "Motif", help: "Pourquoi la valeur déduite est juste."),
        Field(
          "publiee_depuis", .schoolYear, label: "Publiée depuis",
          help: "La première année pour laquelle le document écrit une valeur déduite avant."),
      ])
  }
}
