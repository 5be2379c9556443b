public import Facts

/// The department, the body that issues its note, the committee, the contacts and the key figures.
extension NoteSchema {
  static let departmentKeys: [RootKey] = [
    RootKey(
      [.department], "departement",
      .record("le département") {
        Field(
          "nom", .name, .required, label: "Nom du département",
          help: "Avec son article : « les Vosges », « l'Isère », « Mayotte ».")
        Field(
          "localisation", .text, .required, label: "Localisation",
          help: "Comment on dit qu'on y est : « dans les Vosges », « en Isère ».")
        Field(
          "code", .text, .required, label: "Numéro du département",
          help: "Deux ou trois signes : « 88 », « 2A », « 976 ».")
      }, .required, label: "Département",
      help: "Le nom du département, comment on dit qu'on y est, et son numéro."),
    RootKey(
      [.department], "organisme",
      .record("l'organisme") {
        Field(
          "nom", .name, .required, label: "Nom de l'organisme",
          help: "Avec son article : « la Caf des Vosges », « la CCSS de la Lozère ».")
        Field(
          "nom_court", .name, .required, label: "Nom court de l'organisme",
          help: "Avec son article : « la Caf », « la CCSS », « la CSSM ».")
        Field(
          "nom_long", .name, .required, label: "Nom complet de l'organisme",
          help: "En toutes lettres : « la Caisse d'allocations familiales des Vosges ».")
      }, .required, label: "Organisme qui publie la note",
      help: "L'organisme qui publie la note, sous ses trois noms."),
    RootKey(
      [.department, .year], "famille", .identifier, .required, label: "Famille de notes",
      help: "Le nom d'un dossier de templates/ : « note-de-cadrage », « cahier-des-charges ».",
      .notCompared),
    RootKey(
      [.department], "fuseau", .choice(timeZones), label: "Fuseau horaire",
      help: "Le fuseau du département ; sans cette clé, Europe/Paris.", .notCompared),
    RootKey(
      [.department, .year], "ruralite", .text, label: "Ce que le département appelle rural",
      help: "En quelques mots : « commune de moins de 5 000 habitants »."),
    RootKey(
      [.year], "mise_a_jour", .dayOrMonth, label: "Mise à jour de la note",
      help: "Le jour ou le mois de la dernière mise à jour : « 2023-07 ».", .ofOneYear),
    RootKey(
      [.department], "logo",
      .record("le logo") {
        Field(
          "fichier", .text, .required, label: "Fichier du logo",
          help: "Le nom d'une image du dossier du département.", .fileName)
        Field(
          "texte", .text, .required, label: "Texte du logo",
          help: "Ce que le logo dit à qui ne le voit pas.")
      }, label: "Logo", help: "L'image de l'organisme et son texte.", .notCompared),
  ]

  /// The IANA zones of French territory.
  static let timeZones = [
    "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne",
    "Indian/Reunion", "Indian/Mayotte", "America/Miquelon", "America/St_Barthelemy",
    "America/Marigot", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Marquesas",
    "Pacific/Gambier", "Pacific/Wallis",
  ]

  /// A member or a guest of the committee.
  public enum Member {
    static let schema = Schema("un membre") {
      nameField("nom", "Nom du membre", "L'organisme ou le service : « Conseil départemental ».")
      Field("sigle", .text, label: "Sigle", help: "Le sigle du membre : « DSDEN ».")
      precisionField
      Field(
        "personnes", .list(.text), label: "Personnes",
        help: "Les personnes qui y siègent, une par élément.", .person)
    }

    package static let name = schema.path("nom")
    package static let acronym = schema.path("sigle")
    package static let precision = schema.path("precision")
    package static let persons = schema.path("personnes")
  }

  /// Somebody to write to: a person, a service or a mailbox.
  public enum Contact {
    static let schema = Schema(
      "un contact",
      rules: [
        .anyOf([
          "nom", "fonction", "service", "organisme", "telephone", "telephones", "courriel",
          "courriels", "lien",
        ])
      ]
    ) {
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
      Field(
        "territoire", .text, label: "Territoire",
        help: "Où ce contact intervient : « arrondissement d'Épinal ».", .qualifiesName)
      Field("adresse", .text, label: "Adresse postale", help: "Sur une ligne.")
      Field(
        "telephone", .phone, awaited: .department, label: "Téléphone", help: "« 03 29 68 39 77 ».",
        .saysItself)
      Field(
        "telephones", .list(.phone), label: "Autres téléphones",
        help: "S'il y en a plusieurs, un par élément.", .saysItself)
      Field("horaires", .text, label: "Horaires", help: "Quand appeler : « le matin ».")
      Field(
        "courriel", .email, awaited: .department, label: "Courriel",
        help: "L'adresse électronique, seule.", [.identifies, .names, .saysItself])
      Field(
        "courriels", .list(.email), label: "Autres courriels",
        help: "S'il y en a plusieurs, un par élément.", .saysItself)
      Field("lien", .address, label: "Page", help: "L'adresse d'une page ou d'un formulaire.")
      Field(
        "role", .text, label: "Rôle", help: "Pour quoi s'adresser à ce contact.",
        [.identifies, .names])
    }

    public static let name = schema.path("nom")
    public static let post = schema.path("fonction")
    public static let service = schema.path("service")
    public static let body = schema.path("organisme")
    public static let address = schema.path("adresse")
    public static let territory = schema.path("territoire")
    public static let phone = schema.path("telephone")
    public static let phones = schema.path("telephones")
    public static let hours = schema.path("horaires")
    public static let email = schema.path("courriel")
    public static let emails = schema.path("courriels")
    public static let link = schema.path("lien")
    /// What leads to the contact, one way or another.
    package static let means = [phone, phones, email, emails, address, link]
    public static let role = schema.path("role")
  }

  /// A key figure.
  public enum KeyFigure {
    static let schema = Schema("un chiffre") {
      codeField(
        "Pour citer ce chiffre dans un texte, avec le filtre « valeur » : « collectifs ».")
      Field(
        "libelle", .text, .required, label: "Libellé",
        help: "Ce qui est compté, au pluriel : « porteurs agréés ».", .names)
      Field(
        "nombre", .figure, .required, awaited: .department, label: "Nombre",
        help: "Un nombre entier, un montant ou un taux : « 1 174 », « 12 500 € », « 32,5 % ».",
        .saysItself)
      Field(
        "precision", .text, label: "Précision", help: "« dont 21 en convention pluriannuelle ».",
        [.rereadYearly, .saysItself])
      Field(
        "dont", .list(.record(FigurePart.schema)), label: "Dont",
        help: "Les parties de ce nombre : « {nombre: 196, libelle: bénévoles} ».")
    }

    public static let code = schema.path("code")
    public static let number = schema.path("nombre")
    public static let parts = schema.path("dont")
  }

  /// What a key figure says « dont » of.
  public enum FigurePart {
    static let schema = Schema("une partie d'un chiffre") {
      Field(
        "code", .identifier, label: "Nom de code", help: "Pour citer cette partie dans un texte.",
        .identifies)
      Field(
        "libelle", .text, .required, label: "Libellé", help: "Ce qui est compté : « bénévoles ».",
        [.identifies, .names])
      Field(
        "nombre", .figure, .required, awaited: .department, label: "Nombre",
        help: "« 196 ».", .saysItself)
    }

    public static let code = schema.path("code")
    public static let number = schema.path("nombre")
  }

  /// Another body than the one that steers.
  package enum OtherInstance {
    static let schema = Schema("une instance") {
      Field(
        "nom", .name, .required, label: "Nom de l'instance",
        help: "Avec son article : « le comité technique ».", [.identifies, .names])
      Field(
        "mission", .text, label: "Mission", help: "Ce qu'elle fait, en une phrase.", .saysItself)
      Field("frequence", .text, label: "Fréquence des réunions", help: "« deux fois par an ».")
      Field(
        "membres", .list(.record(Member.schema)), label: "Membres",
        help: "Les membres, dans l'ordre de la note.")
    }

    package static let name = schema.path("nom")
  }

  /// What a note calls its steering body while it has no name: every sentence can say it.
  static let namelessInstance = Name("l'instance départementale du Clas")

  static let bodyKeys: [RootKey] = [
    RootKey(
      [.department, .year], "instance",
      .record("l'instance") {
        Field(
          "nom", .name, .completed, awaited: .department, label: "Nom de l'instance",
          help: "Avec son article : « le comité départemental du Clas » ; sans cette clé, "
            + "« l'instance départementale du Clas ».")
        Field("frequence", .text, label: "Fréquence des réunions", help: "« une fois par an ».")
        Field(
          "roles", .list(.text), label: "Rôles de l'organisme",
          help: "Ce que l'organisme y assure, avec l'article : « l'animation », "
            + "« le secrétariat ».")
        Field(
          "membres", .list(.record(Member.schema)), label: "Membres",
          help: "Les membres, dans l'ordre de la note.")
        Field(
          "invites", .list(.record(Member.schema)), label: "Invités",
          help: "Ceux qui sont invités sans être membres.")
      }, .completed, label: "Instance départementale",
      help: "Le comité, la commission ou la réunion qui pilote le Clas.", group: .partners),
    RootKey(
      [.department, .year], "autres_instances", .list(.record(OtherInstance.schema)),
      label: "Autres instances", help: "Un comité technique, par exemple : une par élément.",
      group: .partners),
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
          "titre", .text, label: "Titre",
          help: "Met les chiffres dans une partie à eux : « Le Clas en chiffres ».")
        Field(
          "valeurs", .list(.record(KeyFigure.schema)), .required, label: "Chiffres clés",
          help: "Un élément par chiffre.")
      }, label: "Chiffres clés", help: "Le Clas dans le département, en nombres."),
  ]
}
