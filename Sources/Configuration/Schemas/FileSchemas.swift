public import Facts

/// The schemas of the files that are not a note's facts.
package enum FileSchemas {
  /// What stands for the folder of a department in a path.
  static let department = "<département>"

  /// The schemas, each with the files that it is of.
  static let others: [(paths: [String], schema: Schema)] = [
    (["templates/editions.yaml"], Edition.schema),
    (["templates/<famille>/plan.yaml"], Plan.schema),
    (
      ["departments/\(department)/glossaire.yaml", "departments/national/glossaire.yaml"],
      GlossaryEntry.schema
    ),
    ([PublishedAddresses.path], Addresses.schema),
    ([SentenceSchema.path], SentenceSchema.file),
    (["site/site.yaml"], SettingsSchema.settings),
  ]

  /// All keys of all files, to tell a key from a word of a text.
  static let keys = ([NoteSchema.written, Figure.schema] + others.map(\.schema))
    .reduce(into: Set<String>()) { $0.formUnion($1.allKeys) }

  /// `templates/editions.yaml`: a list of these.
  package enum Edition {
    package static let schema = Schema("une édition") {
      NoteSchema.codeField("Le nom des dossiers de l'édition : « circulaire-2021 ».")
      Field("circulaire", .text, .required, label: "Circulaire", help: "« C-2021-006 ».")
      Field(
        "a_partir_de", .schoolYear, .required, label: "Première année",
        help: "L'année scolaire où elle commence : « 2021-2022 ».")
      Field(
        "bonus", .boolean, label: "Bonus",
        help: "« oui » pour l'édition qui crée les bonus : avant elle, aucun n'est proposé.")
      Field(
        "changements", .list(.record(NoteSchema.Cause.schema)), label: "Causes des changements",
        help: "Pourquoi une section change avec cette édition.")
    }

    static let code = schema.path("code")
    static let circular = schema.path("circulaire")
    static let start = schema.path("a_partir_de")
    static let createsBonuses = schema.path("bonus")
    static let causes = schema.path("changements")
  }

  /// `templates/<family>/plan.yaml`.
  package enum Plan {
    package static let schema = Schema("le plan") {
      Field("titre", .text, .required, label: "Titre", help: "« Note de cadrage du Clas ».")
      Field(
        "sections", .list(.identifier), .required, label: "Sections",
        help: "Les noms des sections, dans l'ordre.")
      Field(
        "sans_numero", .list(.identifier), label: "Sections sans numéro",
        help: "Les sections dont le titre n'est pas numéroté.")
    }

    static let title = schema.path("titre")
    static let sections = schema.path("sections")
    static let unnumbered = schema.path("sans_numero")
  }

  /// `departments/national/glossaire.yaml`, or a department's: a list of these.
  package enum GlossaryEntry {
    package static let schema = Schema("un sigle") {
      Field("sigle", .text, .required, label: "Sigle", help: "« DSDEN ».")
      Field("forme", .text, .required, label: "Forme développée", help: "En toutes lettres.")
    }

    package static let acronym = schema.path("sigle")
    package static let form = schema.path("forme")
  }

  /// `departments/adresses.yaml`, which the program writes.
  package enum Addresses {
    package static let schema = Schema("les adresses") {
      Field(
        "publiees", .list(.text), label: "Adresses publiées",
        help: "Les notes qui ont été publiées : « vosges/2025-2026 ».")
      Field(
        "deplacees", .list(.record(move)), label: "Adresses déplacées",
        help: "Ce que « cadrage rename » a renommé : l'ancienne adresse mène à la nouvelle.")
      Field(
        "retirees", .list(.record(withdrawal)), label: "Notes retirées",
        help: "Ce que « cadrage withdraw » a retiré : l'adresse le dit.")
    }

    static let move = Schema("un déplacement") {
      Field("de", .identifier, .required, label: "De", help: "L'ancien nom du département.")
      Field("vers", .identifier, .required, label: "Vers", help: "Le nouveau.")
    }

    static let withdrawal = Schema("un retrait") {
      Field(
        "adresse", .text, .required, label: "Adresse",
        help: "La note, « vosges/2025-2026 », ou le département, « vosges ».")
      Field("le", .day, .required, label: "Jour", help: "Le jour du retrait.")
      Field("motif", .text, .required, label: "Motif", help: "Ce que les lecteurs en voient.")
    }

    static let published = schema.path("publiees")
    static let moves = schema.path("deplacees")
    static let moveFrom = move.path("de")
    static let moveTo = move.path("vers")
    static let withdrawals = schema.path("retirees")
    static let withdrawalAddress = withdrawal.path("adresse")
    static let withdrawalDay = withdrawal.path("le")
    static let withdrawalReason = withdrawal.path("motif")
  }

  /// A figure of the national files: the value and where it is stated.
  package enum Figure {
    package static let schema = Schema("une valeur avec sa source") {
      // Its type is that of the figure.
      Field("valeur", .text, .required, label: "Valeur", help: "La valeur.")
      Field("document", .text, .required, label: "Document", help: "« C-2026-069 ».")
      Field("section", .text, .required, label: "Section", help: "« 3.2 ».")
      Field(
        "certitude", .choice(Source.Certainty.allCases.map(\.rawValue)), label: "Certitude",
        help: "« publiee », ou « deduite » quand aucun document ne l'écrit.")
      Field("motif", .text, label: "Motif", help: "Pourquoi la valeur déduite est juste.")
      Field(
        "publiee_depuis", .schoolYear, label: "Publiée depuis",
        help: "La première année pour laquelle le document écrit une valeur déduite avant.")
    }

    package static let value = schema.path("valeur")
    static let document = schema.path("document")
    static let section = schema.path("section")
    static let certainty = schema.path("certitude")
    static let reason = schema.path("motif")
    static let publishedFrom = schema.path("publiee_depuis")
  }
}

/// `site/site.yaml`.
public enum SettingsSchema {
  static let mentions = ["non conforme", "partiellement conforme", "totalement conforme"]

  /// The pages of `site/pages/` see the settings by it too.
  public static let settings = Schema("les réglages") {
    Field("titre", .text, .required, label: "Titre du site", help: "En quelques mots.")
    Field(
      "adresse", .address, label: "Adresse publique",
      help: "Avec son sous-chemin : « https://exemple.fr/clas/ ».")
    Field(
      "demonstration", .boolean, .required, label: "Site de démonstration",
      help: "« oui » ou « non ».")
    Field(
      "accessibilite", .record(accessibility), .completed, label: "Accessibilité",
      help: "La mention légale et l'audit qui la fonde.")
    Field(
      "mentions", .record(legalNotice), .completed, label: "Mentions légales",
      help: "L'éditeur, l'hébergeur et un contact.")
  }

  private static let accessibility = Schema(
    "l'accessibilité",
    rules: [
      .needs(
        "audit", unless: "mention", is: mentions[0],
        message: "La mention « {valeur} » demande le jour de l'audit qui la fonde.",
        expected: "audit: 2026-03-12, ou mention: non conforme")
    ]
  ) {
    Field(
      "mention", .choice(mentions), .required, label: "Mention",
      help: "« non conforme » tant qu'aucun audit n'a été fait.")
    Field("audit", .day, label: "Jour de l'audit", help: "« 2026-03-12 ».")
  }

  private static let legalNotice = Schema("les mentions") {
    Field("editeur", .text, label: "Éditeur", help: "Qui publie le site.")
    Field("hebergeur", .text, label: "Hébergeur", help: "Qui héberge le site.")
    Field("contact", .email, label: "Contact", help: "À qui écrire au sujet du site.")
  }

  static let title = settings.path("titre")
  static let address = settings.path("adresse")
  static let isDemonstration = settings.path("demonstration")
  static let mention = settings.path("accessibilite.mention")
  static let publisher = settings.path("mentions.editeur")

  /// What stands for the records that authors left out, and for a mention that was refused.
  static func completed(_ record: Record) -> Record {
    var record = record
    let legal = settings.path("mentions")
    if record[mention] == nil { record[mention] = Fact(.text(mentions[0])) }
    if record[legal] == nil { record[legal] = Fact(.record(Record(legalNotice))) }
    return record
  }
}
