public import Facts

/// Notices, corrections and changes to the plan.
extension NoteSchema {
  /// A section that is added to the plan, or moved in it.
  enum Placement {
    /// The words that stand for the ends of the plan as the target of `apres`.
    static let start = "debut"
    static let end = "fin"

    static let schema = Schema(
      "une section",
      rules: [
        .oneForm(
          [["apres"], ["avant"]],
          words: FormWords(
            subject: "La section « {nom} » de « {chemin} »",
            unnamed: "La section « ? » de « {chemin} »", none: "n'a pas de place",
            several: "a deux places", expected: "exactement une des clés apres, avant")),
        .never(
          "avant", words: [start, end], expected: "apres: debut, apres: fin, ou une section"),
      ]
    ) {
      Field(
        "nom", .identifier, .required, label: "Section", help: "Le nom de la section.", .identifies)
      Field(
        "apres", .identifier, label: "Après",
        help: "La section qui précède, ou « debut » ou « fin » pour les bouts de la note.")
      Field("avant", .identifier, label: "Avant", help: "La section qui suit.")
    }

    static let name = schema.path("nom")
    static let after = schema.path("apres")
    static let before = schema.path("avant")
  }

  /// Why a section changed since the note before.
  public enum Cause {
    package static let schema = Schema("un changement") {
      Field(
        "section", .identifier, .required, label: "Section",
        help: "Le nom de la section qui change : « depot ».")
      Field(
        "cause", .text, .required, label: "Cause",
        help: "La circulaire ou la décision, en une phrase.")
    }

    static let section = schema.path("section")
    static let text = schema.path("cause")
  }

  /// What the department wants to point out this year.
  public enum Notice {
    static let schema = Schema("un avis") {
      nameField("titre", "Titre", "En quelques mots.")
      Field("texte", .text, .required, label: "Texte", help: "Une ou deux phrases.", .saysItself)
    }

    public static let title = schema.path("titre")
    public static let text = schema.path("texte")
  }

  /// A difference from the original note.
  public enum Erratum {
    static let schema = Schema("une correction") {
      nameField("numero", "Numéro", "« V-1 ».")
      Field(
        "chemin", .text, .required, label: "Objet",
        help: "Le chemin d'un fait (« ps.maximum ») ou le nom d'une section.")
      Field(
        "decision", .text, .required, label: "Décision",
        help: "Ce que ce site écrit à la place, et pourquoi.", .saysItself)
      Field(
        "coquille", .boolean, label: "Coquille",
        help: "« oui » : une faute de frappe, corrigée sans le dire dans la note.")
    }

    public static let target = schema.path("chemin")
    public static let decision = schema.path("decision")
    public static let isSlip = schema.path("coquille")
  }

  /// A message that an author judged, and that does not hold.
  enum Waiver {
    static let schema = Schema("une dérogation") {
      Field(
        "code", .identifier, .required, label: "Code du message",
        help: "Entre crochets dans le message : « calendrier-sans-depot ».")
      Field(
        "objet", .text, label: "Objet",
        help: "Des mots du message, pour ne lever que celui-là : « 13 juillet 2025 » ; sans cette "
          + "clé, tous ceux du code.")
      Field(
        "motif", .text, .required, label: "Motif",
        help: "Pourquoi le message ne vaut pas ici, en une phrase.")
    }

    static let code = schema.path("code")
    static let object = schema.path("objet")
    static let reason = schema.path("motif")
  }

  /// What the simulator reminds every project of.
  public enum Reminder {
    static let schema = Schema("un rappel") {
      codeField("Pour citer le rappel : « non-cumul ».")
      Field("phrase", .text, .required, label: "Rappel", help: "Ce que le projet doit respecter.")
      Field(
        "remede", .text, .required, label: "Ce que le porteur peut faire",
        help: "Dit au porteur, en une phrase.")
      Field(
        "document", .text, .required, label: "Document",
        help: "Celui qui l'établit : « Cahier des charges du Clas du Rhône, 2024-2025 ».")
      Field("section", .text, .required, label: "Section", help: "Sa place : « 2-4 ».")
    }

    public static let code = schema.path("code")
    public static let phrase = schema.path("phrase")
    public static let remedy = schema.path("remede")
    public static let document = schema.path("document")
    public static let section = schema.path("section")
  }

  static let editorialKeys: [RootKey] = [
    RootKey(
      [.department, .year], "rappels", .list(.record(Reminder.schema)),
      label: "Rappels du simulateur",
      help: "Ce que le simulateur rappelle à tout projet du département.", .notCompared),
    RootKey(
      [.year], "avis", .list(.record(Notice.schema)), label: "Avis",
      help: "Ce que le département tient à signaler cette année.", .ofOneYear),
    RootKey(
      [.year], "errata", .list(.record(Erratum.schema)), label: "Corrections",
      help: "Ce qui diffère de la note d'origine.", [.ofOneYear, .notCompared]),
    RootKey(
      [.year], "changements", .list(.record(Cause.schema)), label: "Causes des changements",
      help: "Pourquoi une section change depuis la note précédente.", [.ofOneYear, .notCompared]),
    RootKey(
      [.year, .department], "derogations", .list(.record(Waiver.schema)), label: "Dérogations",
      help: "Les messages de « cadrage check » qui ne valent pas pour ce département ou cette "
        + "année.",
      [.forChecks, .ofOneYear, .notCompared]),
    RootKey(
      [.year, .department], "titre", .text, label: "Titre de la note",
      help: "S'il n'est pas celui de la famille : « Appel à projets du Clas »."),
    RootKey(
      [.department, .year], "sections",
      .record("les sections") {
        Field(
          "seulement", .list(.identifier), label: "Seules sections",
          help: "Le plan entier, à la place de celui de la famille : « [introduction, depot] ».")
        Field(
          "ajouter", .list(.record(Placement.schema)), label: "Sections ajoutées",
          help: "« {nom: contrats-de-ville, apres: financement} ».")
        Field("retirer", .list(.identifier), label: "Sections retirées", help: "« [exemple-ain] ».")
        Field(
          "deplacer", .list(.record(Placement.schema)), label: "Sections déplacées",
          help: "« {nom: contacts, apres: debut} ».")
      }, label: "Changements du plan", help: "Ce qui change du plan de la famille.",
      [.plan, .notCompared]),
  ]
}
