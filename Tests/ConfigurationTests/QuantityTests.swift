import TestSupport
import Testing

/// Amounts, rates and numbers.
@Suite struct QuantityTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "mauvaise unité", in: Sample.year,
      "8 487 €/collectif",
      "8 487 €/porteur",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-inattendue] La valeur « 8 487 €/porteur » de « ps.plafond » est en €/porteur.
          3 |   plafond: 8 487 €/porteur
            |            ^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif
      """),
    Fault(
      "unité manquante", in: Sample.year,
      "8 487 €/collectif",
      "8 487 €",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-manquante] La valeur « 8 487 € » de « ps.plafond » ne dit pas pour quoi le montant est compté.
          3 |   plafond: 8 487 €
            |            ^^^^^^^
         attendu : un montant en €/collectif
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "rien que le nombre", in: Sample.year,
      "8 487 €/collectif",
      "8 487",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-manquante] La valeur « 8 487 » de « ps.plafond » n'a pas d'unité.
          3 |   plafond: 8 487
            |            ^^^^^
         attendu : un montant en €/collectif
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "unité inconnue", in: Sample.year,
      "8 487 €/collectif",
      "8 487 euros par collectif",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-inattendue] La valeur « 8 487 euros par collectif » de « ps.plafond » a une unité inconnue, « euros par collectif ».
          3 |   plafond: 8 487 euros par collectif
            |            ^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "point des milliers", in: Sample.year,
      "8 487 €/collectif",
      "8.487",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [point-decimal] La valeur « 8.487 » de « ps.plafond » est écrite avec un point.
          3 |   plafond: 8.487
            |            ^^^^^
         attendu : un montant en €/collectif, avec une virgule pour les centimes et une espace pour les milliers
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "point décimal", in: Sample.year,
      "2 758,28 €/collectif",
      "2 758.28 €",
      """
      departments/vosges/2025-2026.yaml:4:12: erreur [point-decimal] La valeur « 2 758.28 € » de « ps.maximum » est écrite avec un point.
          4 |   maximum: 2 758.28 €
            |            ^^^^^^^^^^
         attendu : un montant en €/collectif, avec une virgule pour les centimes et une espace pour les milliers
         suggestion : maximum: 2 758,28 €/collectif
      """),
    Fault(
      "point décimal et unité", in: Sample.year,
      "2 758,28 €/collectif",
      "2 758.28 €/collectif",
      """
      departments/vosges/2025-2026.yaml:4:12: erreur [point-decimal] La valeur « 2 758.28 €/collectif » de « ps.maximum » est écrite avec un point.
          4 |   maximum: 2 758.28 €/collectif
            |            ^^^^^^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif, avec une virgule pour les centimes et une espace pour les milliers
         suggestion : maximum: 2 758,28 €/collectif
      """),
    Fault(
      "apostrophe des milliers", in: Sample.year,
      "8 487 €/collectif",
      "8'487 €/collectif",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [point-decimal] La valeur « 8'487 €/collectif » de « ps.plafond » est écrite avec une apostrophe.
          3 |   plafond: 8'487 €/collectif
            |            ^^^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif, avec une virgule pour les centimes et une espace pour les milliers
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "groupe de quatre chiffres", in: Sample.year,
      "8 487 €/collectif",
      "1 0000 €/collectif",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-inattendue] La valeur « 1 0000 €/collectif » de « ps.plafond » a une unité inconnue, « 0000 €/collectif ».
          3 |   plafond: 1 0000 €/collectif
            |            ^^^^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif
      """),
    Fault(
      "milliers d'euros", in: Sample.year,
      "8 487 €/collectif",
      "1,5 k€",
      """
      departments/vosges/2025-2026.yaml:3:12: erreur [unite-inattendue] La valeur « 1,5 k€ » de « ps.plafond » a une unité inconnue, « k€ ».
          3 |   plafond: 1,5 k€
            |            ^^^^^^
         attendu : un montant en €/collectif
      """),
    Fault(
      "montant par enfant", in: Sample.year,
      "1 000 €/porteur",
      "50 €/enfant",
      """
      departments/vosges/2025-2026.yaml:39:14: erreur [unite-inattendue] La valeur « 50 €/enfant » de « financements.montant » a une unité inconnue, « €/enfant ».
         39 |     montant: 50 €/enfant
            |              ^^^^^^^^^^^
         attendu : un montant en €, €/collectif ou €/porteur
      """),
    Fault(
      "entre deux montants", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "entre 100 et 500 €",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « entre 100 et 500 € » de « financements.montant » n'est pas une fourchette écrite en toutes lettres.
         43 |     montant: entre 100 et 500 €
            |              ^^^^^^^^^^^^^^^^^^
         attendu : une fourchette comme de 100 € à 500 €/collectif
         suggestion : montant: de 100 € à 500 €
      """),
    Fault(
      "montant illisible", in: Sample.year,
      "2 758,28 €/collectif",
      "beaucoup",
      """
      departments/vosges/2025-2026.yaml:4:12: erreur [montant-illisible] La valeur « beaucoup » de « ps.maximum » n'est pas un montant.
          4 |   maximum: beaucoup
            |            ^^^^^^^^
         attendu : un montant en €/collectif
      """),
    Fault(
      "montant immense", in: Sample.year,
      "2 758,28 €/collectif",
      "9999999999999999999999 €/collectif",
      """
      departments/vosges/2025-2026.yaml:4:12: erreur [montant-illisible] La valeur « 9999999999999999999999 €/collectif » de « ps.maximum » n'est pas un montant.
          4 |   maximum: 9999999999999999999999 €/collectif
            |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : un montant en €/collectif
      """),
    Fault(
      "fourchette inversée", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "de 500 € à 100 €/collectif",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [fourchette-inversee] La valeur « de 500 € à 100 €/collectif » de « financements.montant » va du plus grand au plus petit.
         43 |     montant: de 500 € à 100 €/collectif
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : une fourchette comme de 100 € à 500 €/collectif
         suggestion : montant: de 100 € à 500 €/collectif
      """),
    Fault(
      "taux au-delà de la totalité", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "120 %, dans la limite de 500 €",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [taux-illisible] La valeur « 120 %, dans la limite de 500 € » de « financements.montant » dépasse 100 %.
         43 |     montant: 120 %, dans la limite de 500 €
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : un taux comme 32,5 %
      """),
    Fault(
      "limite dans une autre unité", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "80%, dans la limite de 5.000 €",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [point-decimal] La valeur « 80%, dans la limite de 5.000 € » de « financements.montant » est écrite avec un point.
         43 |     montant: 80%, dans la limite de 5.000 €
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : un montant en €, €/collectif ou €/porteur, avec une virgule pour les centimes et une espace pour les milliers
         suggestion : montant: 80%, dans la limite de 5 000 €
      """),
    Fault(
      "taux suivi d'autre chose", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "80 % du coût",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 80 % du coût » de « financements.montant » a autre chose après le taux.
         43 |     montant: 80 % du coût
            |              ^^^^^^^^^^^^
         attendu : 80 %, 80 %/collectif, ou 80 %, dans la limite de 5 000 €
         suggestion : montant: 80 %
      """),
    Fault(
      "part d'un collectif, dite autrement", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "80 % du coût du collectif",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 80 % du coût du collectif » de « financements.montant » a autre chose après le taux.
         43 |     montant: 80 % du coût du collectif
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : 80 %, 80 %/collectif, ou 80 %, dans la limite de 5 000 €
         suggestion : montant: 80 %/collectif
      """),
    Fault(
      "part et limite, le collectif avec la part", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "80 %/collectif, dans la limite de 5 000 €",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 80 %/collectif, dans la limite de 5 000 € » de « financements.montant » dit autrement sa limite.
         43 |     montant: 80 %/collectif, dans la limite de 5 000 €
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : 80 %, 80 %/collectif, ou 80 %, dans la limite de 5 000 €
         suggestion : montant: 80 %, dans la limite de 5 000 €/collectif
      """),
    Fault(
      "limite dite autrement", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "30 % du coût, plafonné à 5 000 €",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 30 % du coût, plafonné à 5 000 € » de « financements.montant » dit autrement sa limite.
         43 |     montant: 30 % du coût, plafonné à 5 000 €
            |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : 80 %, 80 %/collectif, ou 80 %, dans la limite de 5 000 €
         suggestion : montant: 30 %, dans la limite de 5 000 €
      """),
    Fault(
      "maximum", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "500 € maximum",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 500 € maximum » de « financements.montant » dit autrement sa limite.
         43 |     montant: 500 € maximum
            |              ^^^^^^^^^^^^^
         attendu : jusqu'à 500 €
         suggestion : montant: jusqu'à 500 €
      """),
    Fault(
      "millions d'euros", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "1,2 M€",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [unite-inattendue] La valeur « 1,2 M€ » de « financements.montant » est en millions d'euros.
         43 |     montant: 1,2 M€
            |              ^^^^^^
         attendu : un montant en €, €/collectif ou €/porteur
         suggestion : montant: 1 200 000 €
      """),
    Fault(
      "fourchette avec un trait", in: Sample.year,
      "de 100 € à 500 €/collectif",
      "100 € - 500 €/collectif",
      """
      departments/vosges/2025-2026.yaml:43:14: erreur [montant-illisible] La valeur « 100 € - 500 €/collectif » de « financements.montant » n'est pas une fourchette écrite en toutes lettres.
         43 |     montant: 100 € - 500 €/collectif
            |              ^^^^^^^^^^^^^^^^^^^^^^^
         attendu : une fourchette comme de 100 € à 500 €/collectif
         suggestion : montant: de 100 € à 500 €/collectif
      """),
    Fault(
      "taux avec un point", in: Sample.rules,
      "32,5 %",
      "32.5 %",
      """
      departments/national/regles.yaml:10:20: erreur [point-decimal] La valeur « 32.5 % » de « regles.ps.taux.valeur » est écrite avec un point.
         10 |     taux: {valeur: 32.5 %, document: C-2026-069, section: "3.2"}
            |                    ^^^^^^
         attendu : un taux comme 32,5 %
         suggestion : taux: {valeur: 32,5 %, document: C-2026-069, section: "3.2"}
      """),
    Fault(
      "taux sans signe", in: Sample.rules,
      "valeur: 80 %",
      "valeur: 80",
      """
      departments/national/regles.yaml:12:23: erreur [unite-manquante] La valeur « 80 » de « regles.cofinancement.maximum.valeur » n'a pas de signe %.
         12 |     maximum: {valeur: 80, document: C-2026-069, section: "2.3"}
            |                       ^^
         attendu : un taux comme 32,5 %
         suggestion : maximum: {valeur: 80 %, document: C-2026-069, section: "2.3"}
      """),
    Fault(
      "taux en part", in: Sample.rules,
      "valeur: 80 %",
      "valeur: 0,8",
      """
      departments/national/regles.yaml:12:23: erreur [unite-manquante] La valeur « 0,8 » de « regles.cofinancement.maximum.valeur » n'a pas de signe %.
         12 |     maximum: {valeur: 0,8, document: C-2026-069, section: "2.3"}
            |                       ^^^
         attendu : un taux comme 32,5 %
         suggestion : maximum: {valeur: 80 %, document: C-2026-069, section: "2.3"}
      """),
    Fault(
      "taux de plus de cent", in: Sample.rules,
      "valeur: 80 %",
      "valeur: 180 %",
      """
      departments/national/regles.yaml:12:23: erreur [taux-illisible] La valeur « 180 % » de « regles.cofinancement.maximum.valeur » dépasse 100 %.
         12 |     maximum: {valeur: 180 %, document: C-2026-069, section: "2.3"}
            |                       ^^^^^
         attendu : un taux comme 32,5 %
      """),
    Fault(
      "entier", in: Sample.year,
      "nombre: 1 174",
      "nombre: \"12,5\"",
      """
      departments/vosges/2025-2026.yaml:13:56: erreur [nombre-illisible] La valeur « 12,5 » de « chiffres.valeurs.nombre » n'est pas un nombre entier.
         13 |     - {code: enfants, libelle: enfants prévus, nombre: "12,5"}
            |                                                        ^^^^^^
         attendu : un nombre entier comme 1 174
      """),
    Fault(
      "entier avec un point", in: Sample.year,
      "nombre: 1 174",
      "nombre: 1.174",
      """
      departments/vosges/2025-2026.yaml:13:56: erreur [point-decimal] La valeur « 1.174 » de « chiffres.valeurs.nombre » n'est pas un nombre entier.
         13 |     - {code: enfants, libelle: enfants prévus, nombre: 1.174}
            |                                                        ^^^^^
         attendu : un nombre entier comme 1 174
         suggestion : - {code: enfants, libelle: enfants prévus, nombre: 1 174}
      """),
  ]
}
