import Facts

/// What each layout receives. Layouts are checked against these schemas before any page is made.
enum LayoutSchemas {
  static let note = schema(
    "la page d’une note",
    [
      required("note", .record(noteFields)),
      required("contenu", .html),
      required("sommaire", .list(.record(contents))),
      optional("fenetre", .record(window)),
      required("situations", .list(.record(situation))),
      required("pieces", .list(.record(piece))),
      optional("montants", .record(amounts)),
      required("financements", .list(.record(funder))),
      required("contacts", .list(.record(contact))),
      required("avis", .list(.record(notice))),
      required("autres_annees", .list(.record(yearLink))),
      optional("derniere", .record(yearLink)),
      required("simulateur_lien", .text),
      optional("changements_lien", .text),
      optional("changements_depuis", .text),
      required("texte_lien", .text),
      required("resume_lien", .text),
    ])

  static let department = schema(
    "la page d’un département",
    [
      required("departement", .name),
      required("code", .text),
      required("organisme", .name),
      optional("derniere", .record(noteLink)),
      required("anciennes", .list(.record(noteLink))),
      required("projets", .list(.record(noteLink))),
      required("contacts", .list(.record(contact))),
    ])

  static let home = schema(
    "la page d’accueil",
    [
      required(
        "departements",
        .list(
          .record(
            Schema(
              "un département",
              [
                required("nom", .name), required("code", .text), required("organisme", .name),
                required("lien", .text), required("note", .record(noteLink)),
              ])))),
      required("projets", .list(.record(draftLink))),
    ])

  static let siteMap = schema(
    "le plan du site",
    [
      required(
        "rubriques",
        .list(
          .record(
            Schema(
              "une rubrique",
              [
                required("titre", .text), required("lien", .text),
                required("pages", .list(.record(pageLink))),
              ]))))
    ])

  static let notFound = schema("la page d’erreur", [])

  static let text = schema(
    "une page de texte", [required("titre", .text), required("contenu", .html)])

  /// The note as plain text, and its summary in three lines.
  static let plainNote = Schema(
    "la note en texte",
    [
      required("note", .record(noteFields)),
      required("contenu", .text),
      optional("adresse", .address),
      required("demonstration", .boolean),
      optional("fenetre", .record(window)),
      required("situations", .list(.record(situation))),
      required("contacts", .list(.record(contact))),
      optional("derniere", .record(yearLink)),
    ])

  // MARK: - Records

  static let noteFields = Schema(
    "la note",
    [
      required("titre", .text), required("annee", .text), required("departement", .name),
      required("organisme", .name), required("organisme_court", .name), required("code", .text),
      optional("mise_a_jour", .text), required("projet", .boolean),
      optional("publiee_le", .text), required("revisions", .list(.record(revision))),
    ])

  private static let revision = Schema(
    "une révision",
    [required("date", .text), required("motif", .text), required("mineure", .boolean)])

  private static let contents = Schema(
    "une entrée du sommaire",
    [
      required("id", .text), required("numero", .text), required("titre", .text),
      required("entrees", .list(.record(subContents))),
    ])

  private static let subContents = Schema(
    "une entrée du sommaire",
    [required("id", .text), required("numero", .text), required("titre", .text)])

  private static let window = Schema(
    "la période de dépôt",
    [
      required("texte", .text), required("en_attente", .boolean), optional("ouverture", .text),
      optional("cloture", .text), required("fuseau", .text),
    ])

  private static let situation = Schema(
    "une situation",
    [
      required("titre", .text), required("demarche", .text), optional("plateforme", .text),
      optional("lien", .address), optional("document", .text), optional("envoi", .text),
      optional("precision", .text),
    ])

  private static let piece = Schema(
    "un document à joindre",
    [
      required("nom", .text), optional("precision", .text), optional("lien", .text),
      required("pour", .list(.text)),
    ])

  private static let amounts = Schema(
    "les montants",
    [
      optional("total", .text), optional("ps", .text), optional("plafond", .text),
      optional("bonus_enfants", .text), optional("bonus_parents", .text),
      required("en_attente", .boolean),
    ])

  private static let funder = Schema(
    "un autre financeur",
    [required("financeur", .name), required("dispositif", .text), optional("montant", .text)])

  private static let contact = Schema(
    "un contact",
    [
      optional("nom", .text), optional("fonction", .text), optional("service", .text),
      optional("organisme", .text), optional("adresse", .text), optional("telephone", .text),
      optional("telephone_lien", .text), optional("courriel", .text),
      optional("courriel_lien", .text), optional("role", .text),
    ])

  private static let notice = Schema(
    "un avis", [required("titre", .text), required("texte", .text)])

  static let yearLink = Schema(
    "une année", [required("annee", .text), required("lien", .text)])

  private static let noteLink = Schema(
    "une note",
    [
      required("annee", .text), required("titre", .text), required("lien", .text),
      optional("fenetre", .record(window)),
    ])

  private static let draftLink = Schema(
    "une note en projet", noteLink.fields + [required("departement", .name)])

  private static let pageLink = Schema(
    "une page", [required("titre", .text), required("lien", .text)])

  // MARK: - What every page receives

  private static let page = Schema(
    "la page",
    [
      required("titre", .text), required("description", .text), required("racine", .text),
      optional("adresse", .address), required("indexable", .boolean),
      required("projet", .boolean), optional("flux", .text),
      required("fil", .list(.record(pageLink))), required("styles", .list(.text)),
      required("scripts", .list(.text)), required("calcule", .boolean),
    ])

  private static let site = Schema(
    "le site",
    [
      required("titre", .text), required("demonstration", .boolean),
      required("mention_accessibilite", .text),
    ])

  static func schema(_ name: String, _ fields: [Field]) -> Schema {
    Schema(
      name,
      [
        required("page", .record(page)), required("site", .record(site)),
        required("style", .text), required("script", .text), required("version", .text),
      ] + fields)
  }

  static func required(_ key: String, _ type: FactType) -> Field {
    Field(key, type, .required, label: key)
  }

  static func optional(_ key: String, _ type: FactType) -> Field {
    Field(key, type, label: key)
  }
}
