import Facts

/// The department and the body that issues its note.
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
          help: "Le nom d'une image du dossier du département.")
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
}
