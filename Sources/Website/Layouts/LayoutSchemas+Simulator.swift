import Facts

extension LayoutSchemas {
  static let simulator = schema(
    "le simulateur",
    [
      required("note", .record(noteFields)),
      required("note_lien", .text),
      optional("derniere", .record(yearLink)),
      required("reperes", .record(landmarks)),
      optional("ruralite", .text),
      required("bareme", .record(bareme)),
      required("financements", .list(.record(simulatorFunder))),
      required("exemples", .list(.record(example))),
      required("mentions", .list(.text)),
    ])

  private static let landmarks = Schema(
    "les repères",
    [
      required("enfants_minimum", .text), required("enfants_maximum", .text),
      required("enfants_minimum_rural", .text), required("animateurs", .text),
      required("seances", .text), required("duree", .text), required("seances_exception", .text),
      required("duree_exception", .text), required("semaines", .text), required("taux", .text),
      required("cofinancement", .text),
    ])

  private static let bareme = Schema(
    "le barème",
    [
      optional("plafond", .text), optional("bonus_enfants", .text),
      optional("bonus_parents", .text), optional("maximum", .text), optional("source", .text),
    ])

  private static let simulatorFunder = Schema(
    "un autre financeur",
    [
      required("code", .identifier), required("financeur", .name), required("dispositif", .text),
      optional("montant", .text), required("forfait", .boolean),
      required("par_collectif", .boolean), required("conditions", .list(.text)),
      optional("lien", .address),
    ])

  private static let example = Schema(
    "un exemple",
    [
      required("titre", .text), required("cout", .text), required("ps", .text),
      required("bonus_enfants", .text), required("bonus_parents", .text),
      required("total", .text), required("acomptes", .text), required("solde", .text),
      required("reste", .text),
    ])
}
