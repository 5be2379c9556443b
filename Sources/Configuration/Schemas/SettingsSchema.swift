public import Facts

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
    var value = record["accessibilite"]?.value.record ?? Record(accessibility)
    if value["mention"] == nil {
      value["mention"] = Fact(.text(mentions[0]))
      record["accessibilite"] = Fact(.record(value), place: record["accessibilite"]?.place)
    }
    if record["mentions"] == nil { record["mentions"] = Fact(.record(Record(legalNotice))) }
    return record
  }
}
