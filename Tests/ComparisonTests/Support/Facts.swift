import Comparison
import Facts
import TestSupport

/// A schema with the keys of a note that the comparison treats in a way of their own.
let noteSchema = Schema(
  "la note",
  [
    Field("annee", .schoolYear, label: "Année scolaire"),
    Field("famille", .identifier, label: "Famille"),
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
                      Field("nom", .text, label: "Nom du membre"),
                      Field("precision", .text, label: "Précision"),
                    ]))), label: "Membres"),
          ])), label: "Instance"),
    Field("contacts", .list(.record(contactSchema)), label: "Contacts"),
    Field(
      "calendrier",
      .list(
        .record(
          Schema(
            "une étape",
            [
              Field("etape", .identifier, label: "Étape"),
              Field("libelle", .text, label: "Libellé"),
              Field("du", .dayOrMonth, label: "Début"), Field("au", .dayOrMonth, label: "Fin"),
              Field("le", .day, label: "Jour"), Field("en", .month, label: "Mois"),
            ]))), label: "Calendrier"),
    Field(
      "pieces",
      .list(
        .record(
          Schema(
            "une pièce",
            [
              Field("code", .identifier, label: "Nom de code"), Field("nom", .text, label: "Nom"),
              Field("precision", .text, label: "Précision"),
            ]))), label: "Pièces à joindre"),
    Field(
      "ps",
      .record(
        Schema(
          "la Ps",
          [
            Field("plafond", .amount([.perCollectif]), label: "Prix plafond"),
            Field("maximum", .amount([.perCollectif]), label: "Maximum de la Ps"),
          ])), label: "Ps"),
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
                    Field("arrondi", .text, label: "Arrondi du maximum"),
                  ])), label: "Ps")
          ])), label: "Barème"),
    Field(
      "bonus",
      .record(
        Schema("les bonus", [Field("enfants", .amount([.perCollectif]), label: "Bonus enfants")])),
      label: "Bonus"),
    Field(
      "financements",
      .list(
        .record(
          Schema(
            "un financement",
            [
              Field("code", .identifier, label: "Nom de code"),
              Field("financeur", .name, label: "Financeur"),
              Field("dispositif", .text, label: "Dispositif"),
              Field("montant", .amountOrRange(AmountUnit.allCases), label: "Montant"),
              Field("conditions", .list(.text), label: "Conditions"),
            ]))), label: "Autres financements"),
  ])

private let contactSchema = Schema(
  "un contact",
  [
    Field("code", .identifier, label: "Nom de code"), Field("nom", .text, label: "Nom"),
    Field("service", .text, label: "Service"), Field("telephone", .phone, label: "Téléphone"),
    Field("courriel", .email, label: "Courriel"),
  ])

/// A note made of facts only.
func note(facts: [String: Value], identifier: String = "vosges/2025-2026") -> ComparedNote {
  ComparedNote(identifier: identifier, facts: record(facts), schema: noteSchema, sections: [])
}
