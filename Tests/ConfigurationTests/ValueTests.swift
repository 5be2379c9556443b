import TestSupport
import Testing

/// Addresses, codes, choices, values that wait, sources.
@Suite struct ValueTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  /// The title of the site stands on each page.
  @Test(arguments: [(5_000, false), (5_001, true)])
  func valuesAreShort(_ length: Int, _ isTold: Bool) throws {
    var texts = Sample.texts
    let text = try #require(texts[Sample.settings])
    texts[Sample.settings] = text.replacing(
      #/titre: [^\n]*/#, with: "titre: " + String(repeating: "é", count: length), maxReplacements: 1
    )
    let report = Sample.report(texts)
    #expect(
      report.contains(
        "erreur [texte-invalide] La valeur « ééé") == isTold, "\(report.prefix(500))")
    #expect(report.withPlainSpaces.contains("de « titre » compte plus de 5 000 signes.") == isTold)
  }

  static let faults: [Fault] = [
    Fault(
      "oui ou non", in: Sample.settings,
      "demonstration: oui",
      "demonstration: true",
      """
      site/site.yaml:3:16: erreur [oui-ou-non] La valeur « true » de « demonstration » n'est ni « oui » ni « non ».
          3 | demonstration: true
            |                ^^^^
         attendu : oui ou non
         suggestion : demonstration: oui
      """),
    Fault(
      "année scolaire", in: Sample.year,
      "annee: 2024-2025",
      "annee: 2024-25",
      """
      departments/vosges/2025-2026.yaml:11:10: erreur [annee-scolaire] La valeur « 2024-25 » de « chiffres.annee » n'est pas une année scolaire.
         11 |   annee: 2024-25
            |          ^^^^^^^
         attendu : une année comme 2025-2026
         suggestion : annee: 2024-2025
      """),
    Fault(
      "année scolaire d'un document", in: Sample.year,
      "annee: 2024-2025",
      "annee: 2024 — 2025",
      """
      departments/vosges/2025-2026.yaml:11:10: erreur [annee-scolaire] La valeur « 2024 — 2025 » de « chiffres.annee » n'est pas une année scolaire.
         11 |   annee: 2024 — 2025
            |          ^^^^^^^^^^^
         attendu : une année comme 2025-2026
         suggestion : annee: 2024-2025
      """),
    Fault(
      "courriel", in: Sample.department,
      "courriel: clas@exemple.fr",
      "courriel: clas(at)exemple.fr",
      """
      departments/vosges/departement.yaml:23:15: erreur [courriel-invalide] La valeur « clas(at)exemple.fr » de « contacts.courriel » n'est pas une adresse électronique.
         23 |     courriel: clas(at)exemple.fr
            |               ^^^^^^^^^^^^^^^^^^
         attendu : nom@domaine.fr
      """),
    Fault(
      "courriel en lien", in: Sample.department,
      "courriel: clas@exemple.fr",
      "courriel: mailto:clas@exemple.fr",
      """
      departments/vosges/departement.yaml:23:15: erreur [courriel-invalide] La valeur « mailto:clas@exemple.fr » de « contacts.courriel » n'est pas une adresse électronique.
         23 |     courriel: mailto:clas@exemple.fr
            |               ^^^^^^^^^^^^^^^^^^^^^^
         attendu : nom@domaine.fr
         suggestion : courriel: clas@exemple.fr
      """),
    Fault(
      "téléphone", in: Sample.department,
      "03 29 68 39 77",
      "03 29 68 39",
      """
      departments/vosges/departement.yaml:22:16: erreur [telephone-invalide] La valeur « 03 29 68 39 » de « contacts.telephone » n'est pas un numéro de téléphone.
         22 |     telephone: 03 29 68 39
            |                ^^^^^^^^^^^
         attendu : un numéro à dix chiffres comme 03 29 68 39 77
      """),
    Fault(
      "téléphone composé depuis l'étranger", in: Sample.department,
      "03 29 68 39 77",
      "00 33 3 29 68 39 77",
      """
      departments/vosges/departement.yaml:22:16: erreur [telephone-invalide] La valeur « 00 33 3 29 68 39 77 » de « contacts.telephone » commence par « 00 ».
         22 |     telephone: 00 33 3 29 68 39 77
            |                ^^^^^^^^^^^^^^^^^^^
         attendu : un numéro comme 03 29 68 39 77
         suggestion : telephone: 03 29 68 39 77
      """),
    Fault(
      "adresse", in: Sample.settings,
      "https://exemple.fr/clas/",
      "exemple.fr/clas",
      """
      site/site.yaml:2:10: erreur [adresse-invalide] La valeur « exemple.fr/clas » de « adresse » n'est pas une adresse de page.
          2 | adresse: exemple.fr/clas
            |          ^^^^^^^^^^^^^^^
         attendu : https://… ou http://…
         suggestion : adresse: https://exemple.fr/clas
      """),
    Fault(
      "adresse dangereuse", in: Sample.settings,
      "https://exemple.fr/clas/",
      "javascript:alert(1)",
      """
      site/site.yaml:2:10: erreur [adresse-invalide] La valeur « javascript:alert(1) » de « adresse » n'est pas une adresse de page.
          2 | adresse: javascript:alert(1)
            |          ^^^^^^^^^^^^^^^^^^^
         attendu : https://… ou http://…
      """),
    Fault(
      "identifiant", in: Sample.year,
      "code: msa",
      "code: MSA Lorraine",
      """
      departments/vosges/2025-2026.yaml:36:11: erreur [identifiant-invalide] La valeur « MSA Lorraine » de « financements.code » n'est pas un nom de code.
         36 |   - code: MSA Lorraine
            |           ^^^^^^^^^^^^
         attendu : des minuscules sans accent, des chiffres et des traits d'union
         suggestion : - code: msa-lorraine
      """),
    Fault(
      "choix", in: Sample.department,
      "Europe/Paris",
      "Europe/Pari",
      """
      departments/vosges/departement.yaml:10:9: erreur [choix-inconnu] La valeur « Europe/Pari » de « fuseau » n'est pas un des choix.
         10 | fuseau: Europe/Pari
            |         ^^^^^^^^^^^
         attendu : « Europe/Paris », « America/Guadeloupe », « America/Martinique », « America/Cayenne », « Indian/Reunion », « Indian/Mayotte », « America/Miquelon », « America/St_Barthelemy », « America/Marigot », « Pacific/Noumea », « Pacific/Tahiti », « Pacific/Marquesas », « Pacific/Gambier » ou « Pacific/Wallis »
         suggestion : fuseau: Europe/Paris
      """),
    Fault(
      "attente refusée", in: Sample.year,
      "annee: 2024-2025",
      "annee: a_paraitre",
      """
      departments/vosges/2025-2026.yaml:11:10: erreur [attente-refusee] La valeur « a_paraitre » de « chiffres.annee » ne peut pas attendre.
         11 |   annee: a_paraitre
            |          ^^^^^^^^^^
         attendu : une valeur, ou la clé supprimée
      """),
    Fault(
      "attente mal écrite", in: Sample.year,
      "parents: a_paraitre",
      "parents: à paraître",
      """
      departments/vosges/2025-2026.yaml:7:12: erreur [choix-inconnu] La valeur « à paraître » de « bonus.parents » n'est pas écrite comme il faut.
          7 |   parents: à paraître
            |            ^^^^^^^^^^
         attendu : a_paraitre, a_completer ou a_confirmer suivi d'une valeur
         suggestion : parents: a_paraitre
      """),
    Fault(
      "attente sans valeur", in: Sample.year,
      "a_confirmer octobre 2025",
      "a_confirmer",
      """
      departments/vosges/2025-2026.yaml:23:9: erreur [valeur-vide] La valeur « a_confirmer » de « calendrier.en » ne donne pas la valeur à confirmer.
         23 |     en: a_confirmer
            |         ^^^^^^^^^^^
         attendu : a_confirmer 2025-07-31
      """),
    Fault(
      "attente d'une valeur fausse", in: Sample.year,
      "a_confirmer octobre 2025",
      "a_confirmer octembre 2025",
      """
      departments/vosges/2025-2026.yaml:23:9: erreur [date-illisible] La valeur « octembre 2025 » de « calendrier.en » n'est pas un mois.
         23 |     en: a_confirmer octembre 2025
            |         ^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : un mois comme 2025-10, 10/2025 ou octobre 2025
      """),
    Fault(
      "attente et du texte", in: Sample.year,
      "parents: a_paraitre",
      "parents: a_paraitre bientôt",
      """
      departments/vosges/2025-2026.yaml:7:12: erreur [choix-inconnu] La valeur « a_paraitre bientôt » de « bonus.parents » contient du texte après « a_paraitre ».
          7 |   parents: a_paraitre bientôt
            |            ^^^^^^^^^^^^^^^^^^
         attendu : a_paraitre
      """),
    Fault(
      "source manquante", in: Sample.rules,
      "{valeur: 80 %, document: C-2026-069, section: \"2.3\"}",
      "80 %",
      """
      departments/national/regles.yaml:12:14: erreur [source-manquante] La valeur « 80 % » de « regles.cofinancement.maximum » n'a pas de source.
         12 |     maximum: 80 %
            |              ^^^^
         attendu : la valeur, son document et sa section
         suggestion : maximum: {valeur: 80 %, document: C-2026-069, section: "3.2"}
      """),
    Fault(
      "motif manquant", in: Sample.rules,
      "      motif: le reste de l'enveloppe\n",
      "",
      """
      departments/national/regles.yaml:19:18: erreur [cle-manquante] La valeur déduite de « regles.acomptes.annee_n1 » n'a pas de « motif ».
         19 |       certitude: deduite
            |                  ^^^^^^^
         attendu : motif: ce qui permet de la déduire
      """),
    Fault(
      "motif de trop", in: Sample.rules,
      "      certitude: deduite\n",
      "",
      """
      departments/national/regles.yaml:19:14: erreur [cles-exclusives] La valeur publiée de « regles.acomptes.annee_n1 » a un « motif ».
         19 |       motif: le reste de l'enveloppe
            |              ^^^^^^^^^^^^^^^^^^^^^^^
         attendu : pas de motif, ou certitude: deduite
      """),
    Fault(
      "publiee_depuis de trop", in: Sample.rules,
      "      certitude: deduite\n      motif: le reste de l'enveloppe\n",
      "      publiee_depuis: 2026-2027\n",
      """
      departments/national/regles.yaml:19:23: erreur [cles-exclusives] La valeur publiée de « regles.acomptes.annee_n1 » a un « publiee_depuis ».
         19 |       publiee_depuis: 2026-2027
            |                       ^^^^^^^^^
         attendu : pas de publiee_depuis, ou certitude: deduite
      """),
  ]
}
