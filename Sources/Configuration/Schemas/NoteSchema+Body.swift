import Facts

/// The committee, the contacts and the key figures.
extension NoteSchema {
  static let member = Schema(
    "un membre",
    [
      Field(
        "nom", .text, required: true, label: "Nom du membre",
        help: "L'organisme ou le service : « Conseil départemental »."),
      Field("sigle", .text, label: "Sigle", help: "Le sigle du membre : « DSDEN »."),
      Field("precision", .text, label: "Précision", help: "Ce qu'il faut savoir de plus."),
      Field(
        "personnes", .list(.text), label: "Personnes",
        help: "Les personnes qui y siègent, une par élément."),
    ])

  static let contact = Schema(
    "un contact",
    [
      Field("code", .identifier, label: "Nom de code", help: "Pour citer ce contact ailleurs."),
      Field("nom", .text, label: "Nom", help: "Une personne : « Prénom Nom »."),
      Field("fonction", .text, label: "Fonction", help: "La fonction de la personne."),
      Field("service", .text, label: "Service", help: "Le service à qui écrire."),
      Field("organisme", .text, label: "Organisme", help: "S'il n'est pas celui de la note."),
      Field("adresse", .text, label: "Adresse postale", help: "Sur une ligne."),
      Field(
        "telephone", .phone, mayBePending: true, label: "Téléphone", help: "« 03 29 68 39 77 »."),
      Field(
        "courriel", .email, mayBePending: true, label: "Courriel",
        help: "L'adresse électronique, seule."),
      Field("role", .text, label: "Rôle", help: "Pour quoi s'adresser à ce contact."),
    ])

  static let figure = Schema(
    "un chiffre",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code",
        help: "Pour citer ce chiffre dans un texte : « collectifs »."),
      Field(
        "libelle", .text, required: true, label: "Libellé",
        help: "Ce qui est compté, au pluriel : « porteurs agréés »."),
      Field(
        "nombre", .integer, required: true, mayBePending: true, label: "Nombre",
        help: "Un nombre entier : « 1 174 »."),
      Field(
        "precision", .text, label: "Précision", help: "« dont 21 en convention pluriannuelle »."),
    ])

  static let bodyKeys: [RootKey] = [
    RootKey(
      [.department, .year],
      Field(
        "instance",
        .record(
          Schema(
            "l'instance",
            [
              Field(
                "nom", .name, required: true, label: "Nom de l'instance",
                help: "Avec son article : « le comité départemental du Clas »."),
              Field(
                "frequence", .text, label: "Fréquence des réunions", help: "« une fois par an »."),
              Field(
                "roles", .list(.text), label: "Rôles de l'organisme",
                help: "Ce que l'organisme y fait : « l'animation », « le secrétariat »."),
              Field(
                "membres", .list(.record(member)), label: "Membres",
                help: "Les membres, dans l'ordre de la note."),
              Field(
                "invites", .list(.record(member)), label: "Invités",
                help: "Ceux qui sont invités sans être membres."),
            ])), required: true, label: "Instance départementale",
        help: "Le comité, la commission ou la réunion qui pilote le Clas.")),
    RootKey(
      [.department, .year],
      Field(
        "contacts", .list(.record(contact)), label: "Contacts",
        help: "Des personnes, des services ou des boîtes aux lettres, dans l'ordre de la note.")),
    RootKey(
      [.year],
      Field(
        "chiffres",
        .record(
          Schema(
            "les chiffres",
            [
              Field(
                "annee", .schoolYear, required: true, label: "Année des chiffres",
                help: "L'année scolaire que les chiffres décrivent : « 2024-2025 »."),
              Field(
                "valeurs", .list(.record(figure)), required: true, label: "Chiffres clés",
                help: "Un élément par chiffre."),
            ])), label: "Chiffres clés", help: "Le Clas dans le département, en nombres.")),
  ]
}
