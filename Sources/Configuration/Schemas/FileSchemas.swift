package import Facts

/// The schemas of the files that are not a note's facts.
package enum FileSchemas {
  /// All keys of all files, to tell a key from a word of a text.
  static let keys = [
    NoteSchema.written, Edition.schema, Plan.schema, GlossaryEntry.schema, Figure.schema,
    SettingsSchema.settings, SentenceSchema.file,
  ].reduce(into: Set<String>()) { $0.formUnion($1.allKeys) }

  /// `templates/editions.yaml`: a list of these.
  enum Edition {
    static let schema = Schema("une édition") {
      NoteSchema.codeField("Le nom des dossiers de l'édition : « circulaire-2021 ».")
      Field("circulaire", .text, .required, label: "Circulaire", help: "« C-2021-006 ».")
      Field(
        "a_partir_de", .schoolYear, .required, label: "Première année",
        help: "L'année scolaire où elle commence : « 2021-2022 ».")
      Field(
        "changements", .list(.record(NoteSchema.Cause.schema)), label: "Causes des changements",
        help: "Pourquoi une section change avec cette édition.")
    }

    static let code = schema.path("code")
    static let circular = schema.path("circulaire")
    static let start = schema.path("a_partir_de")
    static let causes = schema.path("changements")
  }

  /// `templates/<family>/plan.yaml`.
  enum Plan {
    static let schema = Schema("le plan") {
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

  /// `departments/national/glossaire.yaml`: a list of these.
  package enum GlossaryEntry {
    package static let schema = Schema("un sigle") {
      Field("sigle", .text, .required, label: "Sigle", help: "« DSDEN ».")
      Field("forme", .text, .required, label: "Forme développée", help: "En toutes lettres.")
    }

    package static let acronym = schema.path("sigle")
    package static let form = schema.path("forme")
  }

  /// A figure of the national files: the value and where it is stated.
  enum Figure {
    static let schema = Schema("une valeur avec sa source") {
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

    static let value = schema.path("valeur")
    static let document = schema.path("document")
    static let section = schema.path("section")
    static let certainty = schema.path("certitude")
    static let reason = schema.path("motif")
    static let publishedFrom = schema.path("publiee_depuis")
  }
}
