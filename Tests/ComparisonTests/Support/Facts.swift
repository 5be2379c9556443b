import Comparison
import Facts
import TestSupport

/// A schema with a field of each kind that the comparison treats in a way of its own.
let noteSchema = Schema(
  "la note",
  [
    Field("famille", .identifier, label: "Famille", .notCompared),
    Field(
      "organisme",
      .record(Schema("l'organisme", [Field("nom", .name, label: "Nom de l'organisme")])),
      label: "Organisme"),
    Field(
      "instance",
      .record(
        Schema(
          "l'instance",
          [
            Field("roles", .list(.text), label: "Rôles de l'organisme"),
            Field(
              "membres",
              .list(
                .record(
                  Schema(
                    "un membre",
                    [
                      Field("nom", .text, label: "Nom du membre", [.identifies, .names]),
                      Field("precision", .text, label: "Précision", .saysItself),
                    ]))), label: "Membres"),
          ])), label: "Instance", group: .partners),
    Field(
      "contacts", .list(.record(contactSchema)), label: "Contacts", group: .contacts,
      interest: .always),
    Field(
      "calendrier",
      .list(
        .record(
          Schema(
            "une étape",
            [
              Field("etape", .identifier, label: "Étape", .identifies),
              Field("libelle", .text, label: "Libellé", .names),
              Field("du", .dayOrMonth, label: "Début", interest: .inItem("depot")),
              Field("au", .dayOrMonth, label: "Fin", interest: .inItem("depot")),
              Field("le", .day, label: "Jour", .saysItself),
              Field("en", .month, label: "Mois", .saysItself),
            ],
            rules: [
              .oneForm(
                [["du", "au"], ["le"], ["en"]],
                words: FormWords(subject: "", unnamed: "", none: "", several: "", expected: ""))
            ]))), label: "Calendrier", group: .calendar),
    Field(
      "pieces",
      .list(
        .record(
          Schema(
            "une pièce",
            [
              Field("code", .identifier, label: "Nom de code", .identifies),
              Field("nom", .text, label: "Nom", [.identifies, .names]),
              Field("precision", .text, label: "Précision", .saysItself),
            ]))), label: "Pièces à joindre", group: .documents, interest: .always),
    Field(
      "ps",
      .record(
        Schema(
          "la Ps",
          [
            Field(
              "plafond", .amount([.perCollectif]), label: "Prix plafond", interest: .always),
            Field(
              "maximum", .amount([.perCollectif]), label: "Maximum de la Ps", interest: .always),
          ])), label: "Ps", group: .amounts),
    Field(
      "bareme",
      .record(
        Schema(
          "le barème",
          [
            Field(
              "ps",
              .record(
                Schema(
                  "la Ps nationale",
                  [
                    Field("plafond", .amount([.perCollectif]), label: "Prix plafond national"),
                    Field("arrondi", .text, label: "Arrondi du maximum", .technical),
                  ])), label: "Ps")
          ])), label: "Barème", group: .amounts, .sourced),
    Field(
      "bonus",
      .record(
        Schema(
          "les bonus",
          [
            Field(
              "enfants", .amount([.perCollectif]), label: "Bonus enfants", interest: .always)
          ])), label: "Bonus", group: .amounts),
    Field(
      "financements",
      .list(
        .record(
          Schema(
            "un financement",
            [
              Field("code", .identifier, label: "Nom de code", .identifies),
              Field("financeur", .name, label: "Financeur", .qualifiesName),
              Field("dispositif", .text, label: "Dispositif", [.identifies, .names]),
              Field(
                "montant", .amountOrRange(AmountUnit.allCases), label: "Montant",
                group: .amounts, interest: .always, .saysItself),
              Field("conditions", .list(.text), label: "Conditions"),
            ]))), label: "Autres financements", group: .partners),
  ])

private let contactSchema = Schema(
  "un contact",
  [
    Field("code", .identifier, label: "Nom de code", .identifies),
    Field("nom", .text, label: "Nom", [.identifies, .names]),
    Field("service", .text, label: "Service", [.identifies, .names]),
    Field("telephone", .phone, label: "Téléphone", .saysItself),
    Field("courriel", .email, label: "Courriel", [.identifies, .names, .saysItself]),
  ])

/// A note made of facts only.
///
/// - Parameter year: the civil year in which its school year begins.
func note(
  facts: [String: Value], year: Int? = nil, identifier: String = "vosges/2025-2026"
) -> ComparedNote {
  ComparedNote(
    identifier: identifier, facts: record(facts).conforming(to: noteSchema),
    year: year.flatMap { SchoolYear(start: $0) }, sections: [])
}
