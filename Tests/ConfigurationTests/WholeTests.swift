import TestSupport
import Testing

/// What only a record, a file or the whole project can tell.
@Suite struct WholeTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "référence inconnue", in: Sample.year,
      "plateforme: elan",
      "plateforme: elann",
      """
      departments/vosges/2025-2026.yaml:29:19: erreur [reference-inconnue] « elann », cité par « depot.situations.plateforme », n'est pas un code de « plateformes ».
         29 |       plateforme: elann
            |                   ^^^^^
         attendu : un code parmi elan, moncompte
         suggestion : elan
      """),
    Fault(
      "situation inconnue", in: Sample.year,
      "situations: [premiere-demande]",
      "situations: [premiere-demandes]",
      """
      departments/vosges/2025-2026.yaml:33:18: erreur [reference-inconnue] « premiere-demandes », cité par « pieces.situations », n'est pas une situation du dépôt.
         33 |     situations: [premiere-demandes]
            |                  ^^^^^^^^^^^^^^^^^
         attendu : une situation parmi premiere-demande
         suggestion : premiere-demande
      """),
    Fault(
      "code en double", in: Sample.year,
      "code: tne",
      "code: msa",
      """
      departments/vosges/2025-2026.yaml:40:11: erreur [code-en-double] Le code « msa » de « financements » sert déjà à la ligne 36.
         40 |   - code: msa
            |           ^^^
         attendu : un code différent pour chaque élément
      """),
    Fault(
      "contact vide", in: Sample.department,
      "- service: Pôle partenaires\n    telephone: 03 29 68 39 77\n    courriel: clas@exemple.fr",
      "- role: répond aux questions",
      """
      departments/vosges/departement.yaml:21:5: erreur [cles-exclusives] Un contact de « contacts » n'a ni nom, ni fonction, ni service, ni organisme, ni telephone, ni telephones, ni courriel, ni courriels, ni lien.
         21 |   - role: répond aux questions
            |     ^
         attendu : au moins une des clés nom, fonction, service, organisme, telephone, telephones, courriel, courriels, lien
      """),
    Fault(
      "section sans place", in: Sample.year,
      "{nom: contacts, apres: debut}",
      "{nom: contacts}",
      """
      departments/vosges/2025-2026.yaml:47:7: erreur [cles-exclusives] La section « contacts » de « sections.deplacer » n'a pas de place.
         47 |     - {nom: contacts}
            |       ^
         attendu : exactement une des clés apres, avant
      """),
    Fault(
      "section à deux places", in: Sample.year,
      "{nom: contacts, apres: debut}",
      "{nom: contacts, apres: debut, avant: depot}",
      """
      departments/vosges/2025-2026.yaml:47:7: erreur [cles-exclusives] La section « contacts » de « sections.deplacer » a deux places.
         47 |     - {nom: contacts, apres: debut, avant: depot}
            |       ^
         attendu : exactement une des clés apres, avant
      """),
    Fault(
      "avant le début", in: Sample.year,
      "{nom: contacts, apres: debut}",
      "{nom: contacts, avant: debut}",
      """
      departments/vosges/2025-2026.yaml:47:30: erreur [reference-inconnue] « avant: debut » n'a pas de sens.
         47 |     - {nom: contacts, avant: debut}
            |                              ^^^^^
         attendu : apres: debut, apres: fin, ou une section
      """),
    Fault(
      "pièce introuvable", in: Sample.year,
      "fichier: bilan.pdf",
      "fichier: bilans.pdf",
      """
      departments/vosges/2025-2026.yaml:34:14: erreur [piece-introuvable] Le fichier « bilans.pdf », cité par « pieces », n'est pas dans « departments/vosges/2025-2026/pieces ».
         34 |     fichier: bilans.pdf
            |              ^^^^^^^^^^
         attendu : un fichier de ce dossier : bilan.pdf
         suggestion : bilan.pdf
      """),
    Fault(
      "document officiel introuvable", in: Sample.year,
      "mise_a_jour: 2025-06",
      "document_officiel: {nom: La note, fichier: note.pdf}",
      """
      departments/vosges/2025-2026.yaml:1:44: erreur [piece-introuvable] Le fichier « note.pdf », cité par « document_officiel », n'est pas dans « departments/vosges/2025-2026/pieces ».
          1 | document_officiel: {nom: La note, fichier: note.pdf}
            |                                            ^^^^^^^^
         attendu : un fichier de ce dossier : bilan.pdf
      """),
    Fault(
      "logo introuvable", in: Sample.department,
      "fichier: logo.svg",
      "fichier: logo.png",
      """
      departments/vosges/departement.yaml:12:12: erreur [piece-introuvable] Le fichier « logo.png », cité par « logo », n'est pas dans « departments/vosges ».
         12 |   fichier: logo.png
            |            ^^^^^^^^
         attendu : un fichier de ce dossier : logo.svg
         suggestion : logo.svg
      """),
    Fault(
      "famille inconnue", in: Sample.department,
      "famille: note-de-cadrage",
      "famille: note-de-cadrages",
      """
      departments/vosges/departement.yaml:9:10: erreur [famille-inconnue] La famille « note-de-cadrages » n'est pas un dossier de templates/.
          9 | famille: note-de-cadrages
            |          ^^^^^^^^^^^^^^^^
         attendu : une famille parmi note-de-cadrage
         suggestion : note-de-cadrage
      """),
    Fault(
      "audit manquant", in: Sample.settings,
      "mention: non conforme",
      "mention: partiellement conforme",
      """
      site/site.yaml:5:12: erreur [cle-manquante] La mention « partiellement conforme » demande le jour de l'audit qui la fonde.
          5 |   mention: partiellement conforme
            |            ^^^^^^^^^^^^^^^^^^^^^^
         attendu : audit: 2026-03-12, ou mention: non conforme
      """),
    Fault(
      "éditions dans le désordre", in: Sample.editions,
      "a_partir_de: 2026-2027",
      "a_partir_de: 2020-2021",
      """
      templates/editions.yaml:6:16: erreur [ordre-des-editions] L'édition « circulaire-2026 » commence en 2020-2021, et celle d'avant en 2021-2022.
          6 |   a_partir_de: 2020-2021
            |                ^^^^^^^^^
         attendu : une année plus tardive que 2021-2022
      """),
    Fault(
      "aucune édition", in: Sample.editions,
      "a_partir_de: 2021-2022",
      "a_partir_de: 2026-2027",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [annee-sans-edition] Aucune édition n'a commencé en 2025-2026.
          1 | mise_a_jour: 2025-06
            | ^
         attendu : une année à partir de 2026-2027. Pour une note plus ancienne, mettez en tête de templates/editions.yaml une édition « a_partir_de: 2025-2026 », et ses textes dans templates/<famille>/<code de l'édition>/
      templates/editions.yaml:6:16: erreur [ordre-des-editions] L'édition « circulaire-2026 » commence en 2026-2027, et celle d'avant en 2026-2027.
          6 |   a_partir_de: 2026-2027
            |                ^^^^^^^^^
         attendu : une année plus tardive que 2026-2027
      """),
    Fault(
      "section en double dans le plan", in: Sample.plan,
      "[presentation, depot, contacts]",
      "[presentation, depot, depot]",
      """
      templates/note-de-cadrage/plan.yaml:2:33: erreur [code-en-double] La section « depot » est déjà à la ligne 2.
          2 | sections: [presentation, depot, depot]
            |                                 ^^^^^
         attendu : une seule fois chaque section
      """),
    Fault(
      "sigle en double", in: Sample.glossary,
      "- sigle: DSDEN",
      "- sigle: DSDEN\n  forme: une forme\n- sigle: DSDEN",
      """
      departments/national/glossaire.yaml:3:10: erreur [code-en-double] Le sigle « DSDEN » est déjà à la ligne 1.
          3 | - sigle: DSDEN
            |          ^^^^^
         attendu : une seule fois chaque sigle
      """),
    Fault(
      "nom oublié", in: Sample.department,
      "- nom: Éducation nationale\n      sigle: DSDEN",
      "- Éducation nationale",
      """
      departments/vosges/departement.yaml:18:7: erreur [forme-inattendue] « instance.membres » attend un ensemble de clés, et contient une valeur simple.
         18 |     - Éducation nationale
            |       ^^^^^^^^^^^^^^^^^^^
         attendu : des clés (nom, sigle, precision…), une par ligne
         suggestion : - nom: Éducation nationale
      """),
    Fault(
      "tiret oublié", in: Sample.department,
      "  - service: Pôle partenaires\n    telephone: 03 29 68 39 77\n    courriel",
      "  service: Pôle partenaires\n  telephone: 03 29 68 39 77\n  courriel",
      """
      departments/vosges/departement.yaml:21:3: erreur [forme-inattendue] La clé « contacts » attend une liste, et contient un ensemble de clés.
         21 |   service: Pôle partenaires
            |   ^
         attendu : un élément par ligne, après « - »
         suggestion : - service: Pôle partenaires
                        telephone: 03 29 68 39 77
                        courriel: clas@exemple.fr
      """),
    Fault(
      "valeur à la place des clés", in: Sample.department,
      "instance:\n  nom: le comité départemental du Clas\n  frequence: une fois par an\n"
        + "  membres:\n    - nom: Éducation nationale\n      sigle: DSDEN",
      "instance: le comité départemental du Clas",
      """
      departments/vosges/departement.yaml:14:11: erreur [forme-inattendue] « instance » attend un ensemble de clés, et contient une valeur simple.
         14 | instance: le comité départemental du Clas
            |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         attendu : des clés (nom, frequence, roles…), une par ligne
         suggestion : instance:
                        nom: le comité départemental du Clas
      """),
    Fault(
      "clé dite autrement", in: Sample.department,
      "courriel: clas@exemple.fr",
      "mail: clas@exemple.fr",
      """
      departments/vosges/departement.yaml:23:5: erreur [cle-inconnue] La clé « mail » est inconnue dans « contacts ».
         23 |     mail: clas@exemple.fr
            |     ^^^^
         attendu : une clé que le guide décrit
         suggestion : courriel
      """),
    Fault(
      "liste attendue", in: Sample.year,
      "situations: [premiere-demande]",
      "situations: premiere-demande",
      """
      departments/vosges/2025-2026.yaml:33:17: erreur [forme-inattendue] La clé « pieces.situations » attend une liste, et contient une valeur simple.
         33 |     situations: premiere-demande
            |                 ^^^^^^^^^^^^^^^^
         attendu : un élément par ligne, après « - »
         suggestion : situations: [premiere-demande]
      """),
    Fault(
      "valeur simple attendue", in: Sample.year,
      "lieu: Teams",
      "lieu: [Teams]",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [forme-inattendue] « calendrier.lieu » attend une valeur simple, et contient une liste.
         21 |     lieu: [Teams]
            |           ^
         attendu : un texte, entre guillemets droits s'il contient « : »
      """),
    Fault(
      "texte pris pour une clé", in: Sample.department,
      "membres:\n    - nom: Éducation nationale\n      sigle: DSDEN",
      "roles:\n    - animation: des réunions",
      """
      departments/vosges/departement.yaml:18:7: erreur [forme-inattendue] « instance.roles » attend une valeur simple, et contient un ensemble de clés.
         18 |     - animation: des réunions
            |       ^
         attendu : un texte, entre guillemets droits s'il contient « : »
         suggestion : - "animation : des réunions"
      """),
    Fault(
      "texte sur plusieurs lignes", in: Sample.year,
      "lieu: Teams",
      "lieu: |\n      Teams\n      et ailleurs",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [texte-invalide] La valeur « Teams et ailleurs » de « calendrier.lieu » tient sur plusieurs lignes.
         21 |     lieu: |
            |           ^
         attendu : un texte d'une seule ligne ; « >- » après la clé joint les lignes
      """),
    Fault(
      "règle manquante", in: Sample.rules,
      "  semaines:\n    minimum: {valeur: 27, document: C-2026-069, section: \"3.1\"}\n",
      "",
      """
      departments/national/regles.yaml:8:1: erreur [cle-manquante] Il manque la clé « regles.semaines » : ajoutez-la dans departments/national/regles.yaml.
          8 | regles:
            | ^^^^^^
         attendu : semaines: avec les clés minimum
      """),
  ]
}
