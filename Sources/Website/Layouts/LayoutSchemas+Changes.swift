import Facts

/// What the layouts of a comparison receive.
extension LayoutSchemas {
  static let changes = schema(
    "la page des changements",
    [
      required("note", .record(noteFields)),
      required("note_lien", .text),
      optional("comparaison", .record(comparison)),
      optional("annees_absentes", .text),
    ])

  /// A page that stands alone, without the site around it.
  static let changesAlone = Schema(
    "une comparaison seule",
    [
      required("comparaison", .record(comparison)), required("projet", .boolean),
      required("feuilles", .html), required("version", .text),
    ])

  private static let comparison = Schema(
    "une comparaison",
    [
      required("avant", .record(comparedNote)), required("apres", .record(comparedNote)),
      required("rien", .boolean), required("essentiel", .list(.text)), required("resume", .text),
      required("groupes", .list(.record(group))),
      required("sections", .list(.record(changedSection))),
      required("inchangees", .list(.record(unchangedSection))),
      required("personnes", .boolean), required("personnes_changent", .boolean),
    ])

  private static let comparedNote = Schema(
    "une note comparée",
    [
      required("nom", .text), required("annee", .text), optional("lien", .text),
      optional("contacts_lien", .text),
    ])

  private static let group = Schema(
    "un groupe de valeurs",
    [
      required("id", .text), required("titre", .text), required("compte", .text),
      required(
        "lignes",
        .list(
          .record(
            Schema(
              "une valeur",
              [
                required("libelle", .text), optional("suite_de", .text), required("nature", .text),
                optional("avant", .text),
                optional("apres", .text), required("ecart", .text),
              ])))),
    ])

  private static let changedSection = Schema(
    "une partie qui change",
    [
      required("titre", .html), required("id", .text), required("remarques", .list(.text)),
      optional("cause", .text), required("contenu", .html), required("nouvelle", .boolean),
      required("supprimee", .boolean), optional("lien", .text), optional("ancien_lien", .text),
    ])

  private static let unchangedSection = Schema(
    "une partie inchangée", [required("titre", .text), optional("lien", .text)])
}
