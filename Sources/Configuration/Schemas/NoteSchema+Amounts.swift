import Facts

/// The amounts of the year and the other funders.
extension NoteSchema {
  static func perCollectif(
    _ key: String, required: Bool = true, _ label: String, _ help: String
  ) -> Field {
    Field(
      key, .amount([.perCollectif]), required: required, mayBePending: true, label: label,
      help: help)
  }

  static let funding = Schema(
    "un financement",
    [
      Field(
        "code", .identifier, required: true, label: "Nom de code",
        help: "Pour citer ce financement : « msa »."),
      Field(
        "financeur", .name, required: true, label: "Financeur",
        help: "Avec son article s'il en a un : « la MSA Lorraine »."),
      Field(
        "dispositif", .text, required: true, label: "Dispositif",
        help: "Le nom de l'aide : « Grandir en milieu rural »."),
      Field(
        "montant", .amountOrRange(AmountUnit.allCases), mayBePending: true, label: "Montant",
        help: "« 1 000 €/porteur », « de 100 € à 500 €/collectif »."),
      Field("conditions", .list(.text), label: "Conditions", help: "Une condition par élément."),
      Field("contact", .record(contact), label: "Contact", help: "À qui s'adresser."),
      Field("lien", .address, label: "Lien", help: "La page du dispositif."),
    ])

  static let amountKeys: [RootKey] = [
    RootKey(
      [.year],
      Field(
        "ps",
        .record(
          Schema(
            "la Ps",
            [
              perCollectif(
                "plafond", "Prix plafond", "Le prix plafond que la note annonce, par collectif."),
              perCollectif(
                "maximum", "Maximum de la Ps", "Le maximum que la note annonce, par collectif."),
            ])), label: "Prestation de service",
        help: "Ce que la note annonce de la Ps Clas ; absente quand elle n'annonce rien.")),
    RootKey(
      [.year],
      Field(
        "bonus",
        .record(
          Schema(
            "les bonus",
            [
              perCollectif("enfants", "Bonus enfants", "Par collectif."),
              perCollectif("parents", "Bonus parents", "Par collectif."),
            ])), label: "Bonus", help: "Les bonus que la note annonce.")),
    RootKey(
      [.year, .department],
      Field(
        "financements", .list(.record(funding)), label: "Autres financements",
        help: "Les financeurs autres que l'organisme, un par élément.")),
  ]
}
