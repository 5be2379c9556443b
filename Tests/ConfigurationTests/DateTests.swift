import TestSupport
import Testing

/// Dates, hours, durations.
@Suite struct DateTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "mois impossible", in: Sample.year,
      "du: 2025-06-20",
      "du: 2025-13-01",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-impossible] La valeur « 2025-13-01 » de « calendrier.du » n'existe pas : il n'y a pas de mois 13.
         16 |     du: 2025-13-01
            |         ^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
         suggestion : du: 2025-01-13
      """),
    Fault(
      "jour impossible", in: Sample.year,
      "du: 2025-06-20",
      "du: 31 juin 2025",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-impossible] La valeur « 31 juin 2025 » de « calendrier.du » n'existe pas : juin 2025 a 30 jours.
         16 |     du: 31 juin 2025
            |         ^^^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
      """),
    Fault(
      "date abrégée", in: Sample.year,
      "du: 2025-06-20",
      "du: 20/06/25",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-illisible] La valeur « 20/06/25 » de « calendrier.du » n'est pas écrite comme une date.
         16 |     du: 20/06/25
            |         ^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
         suggestion : du: 2025-06-20
      """),
    Fault(
      "mois abrégé", in: Sample.year,
      "du: 2025-06-20",
      "du: 20 févr. 2025",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-illisible] La valeur « 20 févr. 2025 » de « calendrier.du » n'est pas écrite comme une date.
         16 |     du: 20 févr. 2025
            |         ^^^^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
         suggestion : du: 2025-02-20
      """),
    Fault(
      "date sans signes", in: Sample.year,
      "du: 2025-06-20",
      "du: 20250620",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-illisible] La valeur « 20250620 » de « calendrier.du » n'est pas écrite comme une date.
         16 |     du: 20250620
            |         ^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
         suggestion : du: 2025-06-20
      """),
    Fault(
      "mois abrégé de deux façons", in: Sample.year,
      "du: 2025-06-20",
      "du: 20 jui. 2025",
      """
      departments/vosges/2025-2026.yaml:16:9: erreur [date-illisible] La valeur « 20 jui. 2025 » de « calendrier.du » n'est ni une date ni un mois.
         16 |     du: 20 jui. 2025
            |         ^^^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025, ou un mois comme 2025-10
      """),
    Fault(
      "date avec le jour de la semaine", in: Sample.year,
      "le: 19 juin 2025",
      "le: jeudi 19 juin 2025",
      """
      departments/vosges/2025-2026.yaml:19:9: erreur [date-illisible] La valeur « jeudi 19 juin 2025 » de « calendrier.le » n'est pas écrite comme une date.
         19 |     le: jeudi 19 juin 2025
            |         ^^^^^^^^^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
         suggestion : le: 2025-06-19
      """),
    Fault(
      "date avec un autre jour de la semaine", in: Sample.year,
      "le: 19 juin 2025",
      "le: vendredi 19 juin 2025",
      """
      departments/vosges/2025-2026.yaml:19:9: erreur [date-impossible] La valeur « vendredi 19 juin 2025 » de « calendrier.le » n'existe pas : le 19\u{A0}juin 2025 est un jeudi.
         19 |     le: vendredi 19 juin 2025
            |         ^^^^^^^^^^^^^^^^^^^^^
         attendu : la bonne date : le jour de la semaine ou celui du mois est faux
      """),
    Fault(
      "mois pour un jour", in: Sample.year,
      "le: 19 juin 2025",
      "le: juin 2025",
      """
      departments/vosges/2025-2026.yaml:19:9: erreur [date-illisible] La valeur « juin 2025 » de « calendrier.le » est un mois, sans jour.
         19 |     le: juin 2025
            |         ^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
      """),
    Fault(
      "jour pour un mois", in: Sample.year,
      "en: a_confirmer octobre 2025",
      "en: 2025-10-03",
      """
      departments/vosges/2025-2026.yaml:23:9: erreur [date-illisible] La valeur « 2025-10-03 » de « calendrier.en » est un jour, alors qu'un mois est attendu.
         23 |     en: 2025-10-03
            |         ^^^^^^^^^^
         attendu : un mois comme 2025-10, 10/2025 ou octobre 2025
      """),
    Fault(
      "partie d'un mois pour un jour", in: Sample.year,
      "le: 19 juin 2025",
      "le: mi-juin 2025",
      """
      departments/vosges/2025-2026.yaml:19:9: erreur [date-illisible] La valeur « mi-juin 2025 » de « calendrier.le » est une partie d'un mois, sans jour.
         19 |     le: mi-juin 2025
            |         ^^^^^^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
      """),
    Fault(
      "partie d'un mois sans année", in: Sample.year,
      "en: a_confirmer octobre 2025",
      "en: mi-septembre",
      """
      departments/vosges/2025-2026.yaml:23:9: erreur [date-illisible] La valeur « mi-septembre » de « calendrier.en » n'a pas d'année.
         23 |     en: mi-septembre
            |         ^^^^^^^^^^^^
         attendu : le mois et l'année, comme mi-septembre 2025
      """),
    Fault(
      "heure limite sans jour", in: Sample.year,
      "en: a_confirmer octobre 2025",
      "en: 2025-10\n    heure_limite: 12:00",
      """
      departments/vosges/2025-2026.yaml:24:19: erreur [cles-exclusives] L'étape « comite » a une heure limite et pas de dernier jour.
         24 |     heure_limite: 12:00
            |                   ^^^^^
         attendu : un jour dans « au », ou pas de « heure_limite »
      """),
    Fault(
      "heure limite au début du jour", in: Sample.year,
      "    au: 31/07/2025",
      "    au: 31/07/2025\n    heure_limite: 0:00",
      """
      departments/vosges/2025-2026.yaml:18:19: erreur [heures-illisibles] La valeur « 0:00 » de « calendrier.heure_limite » est le début du jour.
         18 |     heure_limite: 0:00
            |                   ^^^^
         attendu : 24:00 pour la fin du jour, ou la veille
      """),
    Fault(
      "fin avant le début, à peu près", in: Sample.year,
      "du: 2025-06-20",
      "du: mi-août 2025",
      """
      departments/vosges/2025-2026.yaml:17:9: erreur [fin-avant-debut] L'étape « depot » finit (31/07/2025) avant de commencer (mi-août 2025).
         17 |     au: 31/07/2025
            |         ^^^^^^^^^^
         attendu : une fin après le début
      """),
    Fault(
      "date illisible", in: Sample.year,
      "le: 19 juin 2025",
      "le: bientôt",
      """
      departments/vosges/2025-2026.yaml:19:9: erreur [date-illisible] La valeur « bientôt » de « calendrier.le » n'est pas une date.
         19 |     le: bientôt
            |         ^^^^^^^
         attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
      """),
    Fault(
      "fin avant le début", in: Sample.year,
      "au: 31/07/2025",
      "au: 2025-06-01",
      """
      departments/vosges/2025-2026.yaml:17:9: erreur [fin-avant-debut] L'étape « depot » finit (2025-06-01) avant de commencer (2025-06-20).
         17 |     au: 2025-06-01
            |         ^^^^^^^^^^
         attendu : une fin après le début
      """),
    Fault(
      "deux sortes de dates", in: Sample.year,
      "    le: 19 juin 2025",
      "    le: 19 juin 2025\n    en: 2025-06",
      """
      departments/vosges/2025-2026.yaml:20:5: erreur [cles-exclusives] L'étape « presentation » a plusieurs dates : « le » et « en ».
         20 |     en: 2025-06
            |     ^^
         attendu : « du » et « au », « du » ou « au » seul, « le », ou « en »
      """),
    Fault(
      "aucune date", in: Sample.year,
      "    le: 19 juin 2025\n",
      "",
      """
      departments/vosges/2025-2026.yaml:18:5: erreur [cles-exclusives] L'étape « presentation » n'a pas de date.
         18 |   - etape: presentation
            |     ^
         attendu : « du » et « au », « du » ou « au » seul, « le », ou « en »
      """),
    Fault(
      "étape inconnue sans libellé", in: Sample.year,
      "etape: comite",
      "etape: commite",
      """
      departments/vosges/2025-2026.yaml:22:12: erreur [cle-manquante] L'étape « commite » n'a pas de libellé, et n'est pas une étape connue.
         22 |   - etape: commite
            |            ^^^^^^^
         attendu : libelle: comment la note appelle l'étape, ou une étape connue : presentation, depot, bilan, questionnaire, comite, decisions, rentree, debut, fin
         suggestion : comite
      """),
    Fault(
      "heures", in: Sample.year,
      "10:00-11:00",
      "à 10 h",
      """
      departments/vosges/2025-2026.yaml:20:13: erreur [heures-illisibles] La valeur « à 10 h » de « calendrier.heures » ne donne pas deux heures.
         20 |     heures: à 10 h
            |             ^^^^^^
         attendu : deux heures comme 10:00-11:00 ou 10 h - 11 h 30
      """),
    Fault(
      "heures inversées", in: Sample.year,
      "10:00-11:00",
      "11 h - 10 h 30",
      """
      departments/vosges/2025-2026.yaml:20:13: erreur [fin-avant-debut] La valeur « 11 h - 10 h 30 » de « calendrier.heures » finit avant de commencer.
         20 |     heures: 11 h - 10 h 30
            |             ^^^^^^^^^^^^^^
         attendu : deux heures comme 10:00-11:00 ou 10 h - 11 h 30
         suggestion : heures: 10:30-11:00
      """),
    Fault(
      "durée", in: Sample.rules,
      "valeur: 1 h 30",
      "valeur: 1,5",
      """
      departments/national/regles.yaml:32:21: erreur [duree-illisible] La valeur « 1,5 » de « regles.seances.duree.valeur » n'est pas une durée.
         32 |     duree: {valeur: 1,5, document: C-2026-069, section: "3.1"}
            |                     ^^^
         attendu : une durée comme 1 h 30, 2 h ou 90 min
      """),
    Fault(
      "durée sans unité", in: Sample.rules,
      "valeur: 1 h 30",
      "valeur: 90",
      """
      departments/national/regles.yaml:32:21: erreur [unite-manquante] La valeur « 90 » de « regles.seances.duree.valeur » n'a pas d'unité.
         32 |     duree: {valeur: 90, document: C-2026-069, section: "3.1"}
            |                     ^^
         attendu : une durée comme 1 h 30, 2 h ou 90 min
      """),
  ]
}
