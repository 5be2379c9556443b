public import Facts

/// The committee, the contacts and the key figures.
extension NoteSchema {
  /// A member or a guest of the committee.
  public enum Member {
    static let schema = Schema("un membre") {
      Field(
        "nom", .text, .required, label: "Nom du membre",
        help: "L'organisme ou le service : « Conseil départemental ».", [.identifies, .names])
      Field("sigle", .text, label: "Sigle", help: "Le sigle du membre : « DSDEN ».")
      precisionField
      Field(
        "personnes", .list(.text), label: "Personnes",
        help: "Les personnes qui y siègent, une par élément.", .person)
    }
  }

  /// Somebody to write to: a person, a service or a mailbox.
  public enum Contact {
    static let schema = Schema("un contact", rules: [.anyOf(["nom", "service", "courriel"])]) {
      Field(
        "code", .identifier, label: "Nom de code", help: "Pour citer ce contact ailleurs.",
        .identifies)
      Field(
        "nom", .text, label: "Nom", help: "Une personne : « Prénom Nom ».",
        [.identifies, .names, .person])
      Field("fonction", .text, label: "Fonction", help: "La fonction de la personne.", .saysItself)
      Field(
        "service", .text, label: "Service", help: "Le service à qui écrire.", [.identifies, .names])
      Field("organisme", .text, label: "Organisme", help: "S'il n'est pas celui de la note.")
      Field("adresse", .text, label: "Adresse postale", help: "Sur une ligne.")
      Field(
        "telephone", .phone, awaited: .department, label: "Téléphone", help: "« 03 29 68 39 77 ».",
        .saysItself)
      Field(
        "courriel", .email, awaited: .department, label: "Courriel",
        help: "L'adresse électronique, seule.", [.identifies, .names, .saysItself])
      Field(
        "role", .text, label: "Rôle", help: "Pour quoi s'adresser à ce contact.",
        [.identifies, .names])
    }

    public static let name = schema.path("nom")
    public static let post = schema.path("fonction")
    public static let service = schema.path("service")
    public static let body = schema.path("organisme")
    public static let address = schema.path("adresse")
    public static let phone = schema.path("telephone")
    public static let email = schema.path("courriel")
    public static let role = schema.path("role")
  }

  private static let figure = Schema("un chiffre") {
    codeField("Pour citer ce chiffre dans un texte : « collectifs ».")
    Field(
      "libelle", .text, .required, label: "Libellé",
      help: "Ce qui est compté, au pluriel : « porteurs agréés ».", .names)
    Field(
      "nombre", .integer, .required, awaited: .department, label: "Nombre",
      help: "Un nombre entier : « 1 174 ».", .saysItself)
    Field(
      "precision", .text, label: "Précision", help: "« dont 21 en convention pluriannuelle ».",
      [.rereadYearly, .saysItself])
  }

  static let bodyKeys: [RootKey] = [
    RootKey(
      [.department, .year], "instance",
      .record("l'instance") {
        Field(
          "nom", .name, .required, label: "Nom de l'instance",
          help: "Avec son article : « le comité départemental du Clas ».")
        Field("frequence", .text, label: "Fréquence des réunions", help: "« une fois par an ».")
        Field(
          "roles", .list(.text), label: "Rôles de l'organisme",
          help: "Ce que l'organisme y fait : « l'animation », « le secrétariat ».")
        Field(
          "membres", .list(.record(Member.schema)), label: "Membres",
          help: "Les membres, dans l'ordre de la note.")
        Field(
          "invites", .list(.record(Member.schema)), label: "Invités",
          help: "Ceux qui sont invités sans être membres.")
      }, .required, label: "Instance départementale",
      help: "Le comité, la commission ou la réunion qui pilote le Clas.", group: .partners),
    RootKey(
      [.department, .year], "contacts", .list(.record(Contact.schema)), label: "Contacts",
      help: "Des personnes, des services ou des boîtes aux lettres, dans l'ordre de la note.",
      group: .contacts, interest: .always),
    RootKey(
      [.year], "chiffres",
      .record("les chiffres") {
        Field(
          "annee", .schoolYear, .required, label: "Année des chiffres",
          help: "L'année scolaire que les chiffres décrivent : « 2024-2025 ».")
        Field(
          "valeurs", .list(.record(figure)), .required, label: "Chiffres clés",
          help: "Un élément par chiffre.")
      }, label: "Chiffres clés", help: "Le Clas dans le département, en nombres."),
  ]
}
