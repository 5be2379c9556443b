public import Facts

/// The calendar, the filing of applications and the documents.
extension NoteSchema {
  public enum Step {
    /// The step in which files are deposited.
    public static let filingCode = "depot"
    /// The step in which last year’s reports are due.
    public static let reportCode = "bilan"
    package static let presentationCode = "presentation"

    /// What the known steps are called when `libelle` is left out.
    private static let labels: KnownTexts = [
      "presentation": "Présentation de la campagne",
      "depot": "Dépôt des dossiers",
      "bilan": "Bilan de l'année écoulée",
      "questionnaire": "Questionnaire statistique",
      "comite": "Réunion du comité",
      "decisions": "Décisions des financeurs",
      "rentree": "Rentrée scolaire",
      "debut": "Début des séances",
      "fin": "Fin des séances",
    ]

    static let schema = Schema(
      "une étape",
      rules: [
        .oneForm(
          [["du", "au"], ["le"], ["en"]],
          words: FormWords(
            subject: "L'étape « {nom} »", unnamed: "Une étape", none: "n'a pas de date",
            several: "a plusieurs dates : {cles}",
            expected: "« du » et « au », « du » ou « au » seul, « le », ou « en »")),
        .inOrder("du", "au"),
        .onDay("heure_limite", of: ["au", "le"]),
        .textFor("libelle", key: "etape", texts: labels),
      ]
    ) {
      Field(
        "etape", .identifier, .required, label: "Étape",
        help: "Le nom de code de l'étape : « depot », « comite ».", .identifies)
      Field(
        "libelle", .text, .completed, label: "Libellé",
        help: "Comment la note appelle l'étape ; les étapes connues ont le leur.", .names)
      Field(
        "fenetre", .text, label: "Fenêtre",
        help: "S'il y a plusieurs périodes de dépôt, le nom de celle-ci : « première session ».",
        .qualifiesName)
      Field(
        "du", .dayOrMonth, awaited: .department, label: "Début", help: "Le premier jour.",
        interest: .inItem(filingCode))
      Field(
        "au", .dayOrMonth, awaited: .department, label: "Fin", help: "Le dernier jour.",
        interest: .inItem(filingCode))
      Field(
        "le", .day, awaited: .department, label: "Date",
        help: "Le jour d'une étape d'un seul jour.", interest: .inItem(filingCode), .saysItself)
      Field(
        "en", .monthOrPart, awaited: .department, label: "Date",
        help: "Quand le jour n'est pas connu : « octobre 2025 », « mi-septembre 2025 ».",
        interest: .inItem(filingCode), .saysItself)
      Field(
        "heure_limite", .time, label: "Heure limite", help: "Celle du dernier jour : « 12:00 ».",
        interest: .inItem(filingCode), .rereadYearly)
      Field(
        "heures", .hours, label: "Heures", help: "« 10:00-11:00 ».", [.rereadYearly, .saysItself])
      Field("lieu", .text, label: "Lieu", help: "Où l'étape a lieu : « Teams ».", .rereadYearly)
      Field(
        "situations", .list(.reference(to: "depot.situations", Situation.schema)),
        label: "Situations concernées",
        help: "Les situations de dépôt que cette période concerne ; sans cette clé, toutes.")
      Field(
        "comite", .dayOrMonth, awaited: .department, label: "Réunion du comité",
        help: "Quand le comité examine les dossiers de cette période de dépôt.")
      precisionField
    }

    public static let code = schema.path("etape")
    public static let label = schema.path("libelle")
    public static let start = schema.path("du")
    public static let end = schema.path("au")
    public static let day = schema.path("le")
    public static let month = schema.path("en")
    public static let closingTime = schema.path("heure_limite")
    public static let hours = schema.path("heures")
    public static let window = schema.path("fenetre")
    public static let situations = schema.path("situations")
    public static let committee = schema.path("comite")
    public static let precision = schema.path("precision")
    /// Where the dates of a step stand.
    public static let dates = [start, end, day, month, committee]
  }

  public enum Platform {
    static let schema = Schema("une plateforme") {
      codeField("Pour citer la plateforme : « elan ».")
      nameField("nom", "Nom", "Le nom que les gens voient.")
      Field("usage", .text, .required, label: "Usage", help: "À quoi elle sert, en quelques mots.")
      Field(
        "fermeture", .dayOrMonth, label: "Fermeture, au plus tard",
        help: "Le dernier jour, ou le dernier mois, où elle peut servir.")
      Field("lien", .address, label: "Adresse", help: "Où elle se trouve sur le web.")
    }

    public static let code = schema.path("code")
    public static let name = schema.path("nom")
    public static let closing = schema.path("fermeture")
  }

  /// A situation in which somebody files, and what is to be done then.
  public enum Situation {
    static let schema = Schema("une situation") {
      codeField("Pour citer la situation : « premiere-demande ».")
      nameField("titre", "Situation", "Une condition : « C'est votre première demande ».")
      Field(
        "demarche", .text, .required, awaited: .department, label: "Démarche",
        help: "Ce qu'il faut faire, dit à « vous ».", .saysItself)
      Field(
        "plateforme", .reference(to: "plateformes", Platform.schema), label: "Plateforme",
        help: "Le nom de code d'une des « plateformes ».")
      Field(
        "lien", .address, label: "Adresse où déposer",
        help: "Celle de la plateforme ou du formulaire.")
      Field("document", .text, label: "Document", help: "Le document à remplir.")
      Field("envoi", .text, label: "Envoi", help: "À qui envoyer le document, et comment.")
      precisionField
    }

    public static let code = schema.path("code")
    public static let title = schema.path("titre")
    public static let procedure = schema.path("demarche")
    public static let platform = schema.path("plateforme")
    public static let platformName = schema.path("plateforme.nom")
    public static let platformLink = schema.path("plateforme.lien")
    public static let link = schema.path("lien")
    public static let document = schema.path("document")
    public static let dispatch = schema.path("envoi")
    public static let precision = schema.path("precision")
  }

  /// A document to join to a file.
  public enum Document {
    static let schema = Schema("une pièce") {
      codeField("Pour citer la pièce.")
      nameField("nom", "Nom", "Le document à joindre.")
      precisionField
      Field(
        "situations", .list(.identifier), label: "Situations concernées",
        help: "Les situations de dépôt concernées ; sans cette clé, toutes.")
      attachedFile
      documentLink
    }

    public static let name = schema.path("nom")
    public static let precision = schema.path("precision")
    public static let situations = schema.path("situations")
    public static let file = schema.path("fichier")
    public static let link = schema.path("lien")
  }

  /// A document that comes with the note.
  public enum Annex {
    static let schema = Schema("une annexe") {
      nameField("nom", "Nom", "Le titre de l'annexe.")
      precisionField
      attachedFile
      documentLink
    }

    package static let name = schema.path("nom")
    package static let precision = schema.path("precision")
    public static let file = schema.path("fichier")
    package static let link = schema.path("lien")
  }

  /// The document that has authority, where the note is not itself that document.
  public enum OfficialDocument {
    static let schema = Schema(
      "le document officiel",
      rules: [
        .oneForm(
          [["lien"], ["fichier"]],
          words: FormWords(
            subject: "Le document officiel « {nom} »", unnamed: "Le document officiel",
            none: "n'a ni adresse ni fichier", several: "a deux places : {cles}",
            expected: "« lien » ou « fichier »"))
      ]
    ) {
      Field(
        "nom", .text, label: "Nom", help: "Le titre du document, s'il n'est pas celui de la note.")
      attachedFile
      documentLink
    }

    public static let name = schema.path("nom")
    public static let file = schema.path("fichier")
    public static let link = schema.path("lien")
  }

  static let campaignKeys: [RootKey] = [
    RootKey(
      [.year, .department], "calendrier", .list(.record(Step.schema)), label: "Calendrier",
      help: "Les étapes de la campagne, dans l'ordre ; une étape par période de dépôt.",
      group: .calendar),
    RootKey(
      [.year, .department], "depot",
      .record("le dépôt") {
        Field(
          "situations", .list(.record(Situation.schema)), label: "Situations de dépôt",
          help: "Première demande, renouvellement… : une démarche par situation.", interest: .always
        )
      }, label: "Dépôt des dossiers", help: "Comment déposer un dossier.",
      group: .filing),
    RootKey(
      [.year, .department], "pieces", .list(.record(Document.schema)), label: "Pièces à joindre",
      help: "Les documents à joindre au dossier.", group: .documents, interest: .always),
    RootKey(
      [.year, .department], "annexes", .list(.record(Annex.schema)), label: "Annexes",
      help: "Les annexes de la note.", group: .documents),
    RootKey(
      [.year], "document_officiel", .record(OfficialDocument.schema), label: "Document officiel",
      help: "Le document publié par la Caf, qui fait foi.", [.ofOneYear, .notCompared]),
    RootKey(
      [.year, .department], "referentiel",
      .record("le référentiel") {
        Field(
          "diffusion", .month, label: "Diffusion du référentiel",
          help: "Le mois où le référentiel cité par la note a été diffusé : « 2019-04 ».")
      }, label: "Référentiel", help: "Le référentiel national que la note cite."),
  ]
}
