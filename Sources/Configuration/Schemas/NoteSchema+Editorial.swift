import Facts

/// Notices, corrections and changes to the plan.
extension NoteSchema {
  /// The words that stand for the ends of the plan as the target of `apres`.
  static let planEnds = ["debut", "fin"]

  static let placement = Schema(
    "une section",
    [
      Field("nom", .identifier, required: true, label: "Section", help: "Le nom de la section."),
      Field(
        "apres", .identifier, label: "Après",
        help: "La section qui précède, ou « debut » ou « fin » pour les bouts de la note."),
      Field("avant", .identifier, label: "Avant", help: "La section qui suit."),
    ])

  /// Why a section changed since the note before.
  static let cause = Schema(
    "un changement",
    [
      Field(
        "section", .identifier, required: true, label: "Section",
        help: "Le nom de la section qui change : « depot »."),
      Field(
        "cause", .text, required: true, label: "Cause",
        help: "La circulaire ou la décision, en une phrase."),
    ])

  static let editorialKeys: [RootKey] = [
    RootKey(
      [.year],
      Field(
        "avis",
        .list(
          .record(
            Schema(
              "un avis",
              [
                Field("titre", .text, required: true, label: "Titre", help: "En quelques mots."),
                Field("texte", .text, required: true, label: "Texte", help: "Une ou deux phrases."),
              ]))), label: "Avis", help: "Ce que le département tient à signaler cette année.")),
    RootKey(
      [.year],
      Field(
        "errata",
        .list(
          .record(
            Schema(
              "une correction",
              [
                Field("numero", .text, required: true, label: "Numéro", help: "« V-1 »."),
                Field(
                  "chemin", .text, required: true, label: "Objet",
                  help: "Le chemin d'un fait (« ps.maximum ») ou le nom d'une section."),
                Field(
                  "decision", .text, required: true, label: "Décision",
                  help: "Ce que ce site écrit à la place, et pourquoi."),
              ]))), label: "Corrections", help: "Ce qui diffère de la note d'origine.")),
    RootKey(
      [.year],
      Field(
        "changements", .list(.record(cause)), label: "Causes des changements",
        help: "Pourquoi une section change depuis la note précédente.")),
    RootKey(
      [.department, .year],
      Field(
        "sections",
        .record(
          Schema(
            "les sections",
            [
              Field(
                "ajouter", .list(.record(placement)), label: "Sections ajoutées",
                help: "« {nom: contrats-de-ville, apres: financement} »."),
              Field(
                "retirer", .list(.identifier), label: "Sections retirées",
                help: "« [exemple-ain] »."),
              Field(
                "deplacer", .list(.record(placement)), label: "Sections déplacées",
                help: "« {nom: contacts, apres: debut} »."),
            ])), label: "Changements du plan", help: "Ce qui change du plan de la famille.")),
  ]
}
