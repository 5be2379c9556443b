import Facts

/// The calendar, the filing of applications and the documents.
extension NoteSchema {
  /// What the known steps of the calendar are called when `libelle` is left out.
  static let stepLabels: [(step: String, label: String)] = [
    ("presentation", "Présentation de la campagne"),
    ("depot", "Dépôt des dossiers"),
    ("bilan", "Bilan de l'année écoulée"),
    ("questionnaire", "Questionnaire statistique"),
    ("comite", "Réunion du comité"),
    ("decisions", "Décisions des financeurs"),
    ("rentree", "Rentrée scolaire"),
    ("debut", "Début des séances"),
    ("fin", "Fin des séances"),
  ]

  static let step = Schema(
    "une étape",
    [
      Field(
        "etape", .identifier, required: true, label: "Étape",
        help: "Le nom de code de l'étape : « depot », « comite »."),
      Field(
        "libelle", .text, label: "Libellé",
        help: "Comment la note appelle l'étape ; les étapes connues ont le leur."),
      Field("du", .dayOrMonth, mayBePending: true, label: "Début", help: "Le premier jour."),
      Field("au", .dayOrMonth, mayBePending: true, label: "Fin", help: "Le dernier jour."),
      Field(
        "le", .day, mayBePending: true, label: "Jour", help: "Le jour d'une étape d'un seul jour."),
      Field(
        "en", .month, mayBePending: true, label: "Mois", help: "Quand le jour n'est pas connu."),
      Field("heures", .hours, label: "Heures", help: "« 10:00-11:00 »."),
      Field("lieu", .text, label: "Lieu", help: "Où l'étape a lieu : « Teams »."),
      Field("precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus."),
    ])

  static let platform = Schema(
    "une plateforme",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code",
        help: "Pour citer la plateforme : « elan »."),
      Field("nom", .text, required: true, label: "Nom", help: "Le nom que les gens voient."),
      Field(
        "usage", .text, required: true, label: "Usage", help: "À quoi elle sert, en quelques mots."),
      Field("fermeture", .dayOrMonth, label: "Fermeture", help: "Quand elle a cessé de servir."),
    ])

  static let situation = Schema(
    "une situation",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code",
        help: "Pour citer la situation : « premiere-demande »."),
      Field(
        "titre", .text, required: true, label: "Situation",
        help: "Une condition : « C'est votre première demande »."),
      Field(
        "demarche", .text, required: true, label: "Démarche",
        help: "Ce qu'il faut faire, dit à « vous »."),
      Field(
        "plateforme", .reference(to: "plateformes", platform), label: "Plateforme",
        help: "Le nom de code d'une plateforme de departments/national/regles.yaml."),
      Field("lien", .address, label: "Lien", help: "L'adresse où déposer."),
      Field("document", .text, label: "Document", help: "Le document à remplir."),
      Field("envoi", .text, label: "Envoi", help: "À qui envoyer le document, et comment."),
      Field("precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus."),
    ])

  static let document = Schema(
    "une pièce",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code", help: "Pour citer la pièce."),
      Field("nom", .text, required: true, label: "Nom", help: "Le document à joindre."),
      Field("precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus."),
      Field(
        "situations", .list(.identifier), label: "Situations",
        help: "Les situations de dépôt concernées ; sans cette clé, toutes."),
      Field(
        "fichier", .text, label: "Fichier",
        help: "Le nom d'un fichier du dossier pieces/ de l'année."),
      Field("lien", .address, label: "Lien", help: "L'adresse du document."),
    ])

  static let annex = Schema(
    "une annexe",
    [
      Field("nom", .text, required: true, label: "Nom", help: "Le titre de l'annexe."),
      Field("precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus."),
      Field(
        "fichier", .text, label: "Fichier",
        help: "Le nom d'un fichier du dossier pieces/ de l'année."),
      Field("lien", .address, label: "Lien", help: "L'adresse du document."),
    ])

  static let campaignKeys: [RootKey] = [
    RootKey(
      [.year, .department],
      Field(
        "calendrier", .list(.record(step)), label: "Calendrier",
        help: "Les étapes de la campagne, dans l'ordre.")),
    RootKey(
      [.year, .department],
      Field(
        "depot",
        .record(
          Schema(
            "le dépôt",
            [
              Field(
                "situations", .list(.record(situation)), label: "Situations de dépôt",
                help: "Première demande, renouvellement… : une démarche par situation.")
            ])), label: "Dépôt des dossiers", help: "Comment déposer un dossier.")),
    RootKey(
      [.year, .department],
      Field(
        "pieces", .list(.record(document)), label: "Pièces à joindre",
        help: "Les documents à joindre au dossier.")),
    RootKey(
      [.year, .department],
      Field(
        "annexes", .list(.record(annex)), label: "Annexes", help: "Les annexes de la note.")),
    RootKey(
      [.year, .department],
      Field(
        "referentiel",
        .record(
          Schema(
            "le référentiel",
            [
              Field(
                "diffusion", .month, label: "Diffusion du référentiel",
                help: "Le mois où le référentiel cité par la note a été diffusé : « 2019-04 ».")
            ])), label: "Référentiel", help: "Le référentiel national que la note cite.")),
  ]
}
