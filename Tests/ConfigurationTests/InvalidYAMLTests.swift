import TestSupport
import Testing

/// YAML that cannot be read, or that the program refuses.
@Suite struct InvalidYAMLTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "ligne sans deux-points", in: Sample.year,
      "    lieu: Teams",
      "    lieu Teams",
      """
      departments/vosges/2025-2026.yaml:21:5: erreur [yaml-invalide] Cette ligne n'est ni une clé ni une valeur : il lui manque « : ».
         21 |     lieu Teams
            |     ^
         attendu : cle: valeur
      """),
    Fault(
      "alias", in: Sample.year,
      "lieu: Teams",
      "lieu: [&a x, *a]",
      """
      departments/vosges/2025-2026.yaml:21:12: erreur [alias-yaml] Une ancre ou un alias (« & », « * ») remplace une valeur.
         21 |     lieu: [&a x, *a]
            |            ^
         attendu : la valeur écrite à chaque endroit
      """),
    Fault(
      "clé de fusion", in: Sample.year,
      "    lieu: Teams",
      "    <<: {lieu: Teams}",
      """
      departments/vosges/2025-2026.yaml:21:5: erreur [fusion-yaml] La clé de fusion « << » est refusée.
         21 |     <<: {lieu: Teams}
            |     ^^
         attendu : les valeurs écrites à cet endroit
      """),
    Fault(
      "clé en double", in: Sample.year,
      "  plafond: 8 487 €/collectif",
      "  plafond: 8 487 €/collectif\n  plafond: 1 €/collectif\n  maximum: 2 €/collectif",
      """
      departments/vosges/2025-2026.yaml:4:3: erreur [cle-en-double] La clé « plafond » est déjà écrite à la ligne 3.
          4 |   plafond: 1 €/collectif
            |   ^^^^^^^
         attendu : une seule fois chaque clé
      departments/vosges/2025-2026.yaml:6:3: erreur [cle-en-double] La clé « maximum » est déjà écrite à la ligne 5.
          6 |   maximum: 2 758,28 €/collectif
            |   ^^^^^^^
         attendu : une seule fois chaque clé
      """),
    Fault(
      "caractère invisible", in: Sample.year,
      "lieu: Teams",
      "lieu: Te\u{200B}ams",
      """
      departments/vosges/2025-2026.yaml:21:13: erreur [caractere-invisible] Le texte contient un caractère de largeur nulle (U+200B).
         21 |     lieu: Te�ams
            |             ^
         attendu : rien à cet endroit, ou une espace
         suggestion : lieu: Teams
      """),
    Fault(
      "fin de ligne invisible", in: Sample.year,
      "lieu: Teams",
      "lieu: Teams\u{2028}ou Zoom",
      """
      departments/vosges/2025-2026.yaml:21:16: erreur [caractere-invisible] Le texte contient une fin de ligne invisible (U+2028).
         21 |     lieu: Teams\u{FFFD}ou Zoom
            |                ^
         attendu : rien à cet endroit, ou une espace
         suggestion : lieu: Teams ou Zoom
      """),
    Fault(
      "second document", in: Sample.year,
      "bonus:",
      "---\nbonus:",
      """
      departments/vosges/2025-2026.yaml:5:1: erreur [yaml-invalide] Le fichier contient un second document, ou du texte après le premier.
          5 | ---
            | ^
         attendu : un seul document, sans ligne « --- » au milieu
      """),
    Fault(
      "imbrication", in: Sample.year,
      "lieu: Teams",
      "lieu: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [forme-inattendue] « calendrier.lieu » attend une valeur simple, et contient une liste.
         21 |     lieu: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
            |           ^
         attendu : un texte, entre guillemets droits s'il contient « : »
      departments/vosges/2025-2026.yaml:21:33: erreur [yaml-trop-profond] Les valeurs sont emboîtées sur plus de 24 niveaux.
         21 |     lieu: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
            |                                 ^
      """),
    Fault(
      "échappement inconnu", in: Sample.year,
      "lieu: Teams",
      "lieu: \"C:\\salle\"",
      """
      departments/vosges/2025-2026.yaml:21:14: erreur [yaml-invalide] Entre guillemets doubles, « \\ » commence un code que YAML ne connaît pas.
         21 |     lieu: "C:\\salle"
            |              ^
         attendu : « \\\\ », ou la valeur entre apostrophes
      """),
    Fault(
      "clé complexe", in: Sample.year,
      "    lieu: Teams",
      "    ? [a, b]\n    : Teams",
      """
      departments/vosges/2025-2026.yaml:21:7: erreur [forme-inattendue] Une clé est une liste ou un ensemble de clés.
         21 |     ? [a, b]
            |       ^
         attendu : un mot suivi de « : »
      """),
    Fault(
      "fichier vide", in: Sample.year,
      nil,
      "",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [fichier-vide] Le fichier ne contient aucune valeur.
          1 |
            | ^
         attendu : des clés et leurs valeurs
      """),
    Fault(
      "rien que des commentaires", in: Sample.year,
      nil,
      "# à écrire\n",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [fichier-vide] Le fichier ne contient aucune valeur.
          1 | # à écrire
            | ^
         attendu : des clés et leurs valeurs
      """),
    Fault(
      "une valeur seule", in: Sample.year,
      nil,
      "bonjour\n",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [forme-inattendue] Le fichier attend un ensemble de clés, et contient une valeur simple.
          1 | bonjour
            | ^^^^^^^
         attendu : des clés (departement, organisme, famille…), une par ligne
      """),
    Fault(
      "une liste", in: Sample.year,
      nil,
      "- ps\n",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [forme-inattendue] Le fichier attend un ensemble de clés, et contient une liste.
          1 | - ps
            | ^
         attendu : des clés (departement, organisme, famille…), une par ligne
      """),
  ]
}
