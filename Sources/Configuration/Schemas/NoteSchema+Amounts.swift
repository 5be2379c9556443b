public import Facts

/// The amounts of the year and the other funders.
extension NoteSchema {
  /// An amount that the Cnaf publishes each year.
  static func perCollectif(
    _ key: String, _ label: String, _ help: String, _ presence: Field.Presence = .required,
    interest: Field.Interest = .none
  ) -> Field {
    Field(
      key, .amount([.perCollectif]), presence, awaited: .cnaf, label: label, help: help,
      interest: interest)
  }

  /// Another funder than the body that issues the note.
  public enum Funder {
    static let schema = Schema("un financement") {
      codeField("Pour citer ce financement : « msa ».")
      Field(
        "financeur", .name, .required, label: "Financeur",
        help: "Avec son article s'il en a un : « la MSA Lorraine ».", .qualifiesName)
      Field(
        "dispositif", .text, .required, label: "Dispositif",
        help: "Le nom de l'aide : « Grandir en milieu rural ».", [.identifies, .names])
      Field(
        "montant", .amountOrRange(AmountUnit.allCases), awaited: .department, label: "Montant",
        help: "« 1 000 €/porteur », « de 100 € à 500 €/collectif ».", group: .amounts,
        interest: .always, .saysItself)
      Field("conditions", .list(.text), label: "Conditions", help: "Une condition par élément.")
      Field("contact", .record(Contact.schema), label: "Contact", help: "À qui s'adresser.")
      Field("lien", .address, label: "Lien", help: "La page du dispositif.")
    }

    public static let code = schema.path("code")
    public static let name = schema.path("financeur")
    public static let scheme = schema.path("dispositif")
    public static let amount = schema.path("montant")
    public static let conditions = schema.path("conditions")
    public static let contact = schema.path("contact")
    public static let link = schema.path("lien")
  }

  static let amountKeys: [RootKey] = [
    RootKey(
      [.year], "ps",
      .record("la Ps") {
        perCollectif(
          "plafond", "Prix plafond", "Le prix plafond que la note annonce, par collectif.",
          interest: .always)
        perCollectif(
          "maximum", "Maximum de la Ps", "Le maximum que la note annonce, par collectif.",
          interest: .always)
      }, label: "Prestation de service",
      help: "Ce que la note annonce de la Ps Clas ; absente quand elle n'annonce rien.",
      group: .amounts),
    RootKey(
      [.year], "bonus",
      .record("les bonus") {
        perCollectif("enfants", "Bonus enfants", "Par collectif.", interest: .always)
        perCollectif("parents", "Bonus parents", "Par collectif.", interest: .always)
      }, label: "Bonus", help: "Les bonus que la note annonce.", group: .amounts),
    RootKey(
      [.year, .department], "financements", .list(.record(Funder.schema)),
      label: "Autres financements", help: "Les financeurs autres que l'organisme, un par élément.",
      group: .partners),
  ]
}
