import TestSupport
import Testing

/// What French authors really type: one message for each slip, with the line as it should be.
@Suite struct MistypedYAMLTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "deux-points dans une valeur", in: Sample.year,
      "titre: C'est votre première demande",
      "titre: C'est : votre première demande",
      """
      departments/vosges/2025-2026.yaml:27:20: erreur [deux-points-dans-valeur] La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.
         27 |       titre: C'est : votre première demande
            |                    ^
         attendu : la valeur entre guillemets droits
         suggestion : titre: "C'est : votre première demande"
      """),
    Fault(
      "deux-points dans un élément", in: Sample.year,
      "- {code: enfants, libelle: enfants prévus, nombre: 1 174}",
      "- Enfants : 1 174",
      """
      departments/vosges/2025-2026.yaml:13:15: erreur [deux-points-dans-valeur] La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.
         13 |     - Enfants : 1 174
            |               ^
         attendu : la valeur entre guillemets droits
         suggestion : - "Enfants : 1 174"
      """),
    Fault(
      "clé accentuée au début d'un élément", in: Sample.year,
      "- {code: enfants, libelle: enfants prévus, nombre: 1 174}",
      "- Libellé: enfants prévus\n      code: enfants\n      nombre: 1 174",
      """
      departments/vosges/2025-2026.yaml:13:7: erreur [cle-inconnue] La clé « Libellé » est inconnue dans « chiffres.valeurs ».
         13 |     - Libellé: enfants prévus
            |       ^^^^^^^
         attendu : une des clés code, libelle, nombre, precision, dont
         suggestion : libelle
      """),
    Fault(
      "deux-points au bout", in: Sample.year,
      "titre: C'est votre première demande",
      "titre: Votre demande :",
      """
      departments/vosges/2025-2026.yaml:27:28: erreur [deux-points-dans-valeur] La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.
         27 |       titre: Votre demande :
            |                            ^
         attendu : la valeur entre guillemets droits
         suggestion : titre: "Votre demande :"
      """),
    Fault(
      "deux-points dans une suite de texte", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: Déposez un dossier\n        complet : le voici",
      """
      departments/vosges/2025-2026.yaml:29:17: erreur [deux-points-dans-valeur] La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.
         29 |         complet : le voici
            |                 ^
         attendu : la valeur entre guillemets droits
      """),
    Fault(
      "valeur coupée par un dièse", in: Sample.year,
      "lieu: Teams",
      "lieu: salle #3 ou Teams",
      """
      departments/vosges/2025-2026.yaml:21:17: erreur [valeur-coupee] La valeur est coupée par « # » : il n'en reste que « salle ».
         21 |     lieu: salle #3 ou Teams
            |                 ^^^^^^^^^^^
         attendu : la valeur entre guillemets droits, ou « # » suivi d'une espace pour un commentaire
         suggestion : lieu: "salle #3 ou Teams"
      """),
    Fault(
      "espace insécable de retrait", in: Sample.year,
      "  plafond: 8 487",
      "\u{A0}\u{A0}plafond: 8 487",
      """
      departments/vosges/2025-2026.yaml:3:1: erreur [espace-insecable] Une espace insécable (U+00A0) sert de retrait.
          3 | \u{A0}\u{A0}plafond: 8 487 €/collectif
            | ^
         attendu : une espace ordinaire
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "espace insécable après les deux-points", in: Sample.year,
      "lieu: Teams",
      "lieu:\u{A0}Teams",
      """
      departments/vosges/2025-2026.yaml:21:10: erreur [espace-insecable] Une espace insécable (U+00A0) sert après « : ».
         21 |     lieu:\u{A0}Teams
            |          ^
         attendu : une espace ordinaire
         suggestion : lieu: Teams
      """),
    Fault(
      "espace insécable avant les deux-points", in: Sample.year,
      "lieu: Teams",
      "lieu\u{A0}: Teams",
      """
      departments/vosges/2025-2026.yaml:21:9: erreur [espace-insecable] Une espace insécable (U+00A0) sert avant « : ».
         21 |     lieu\u{A0}: Teams
            |         ^
         attendu : une espace ordinaire
         suggestion : lieu : Teams
      """),
    Fault(
      "espace insécable après le trait", in: Sample.year,
      "- etape: comite",
      "-\u{A0}etape: comite",
      """
      departments/vosges/2025-2026.yaml:22:4: erreur [espace-insecable] Une espace insécable (U+00A0) sert après « - ».
         22 |   -\u{A0}etape: comite
            |    ^
         attendu : une espace ordinaire
         suggestion : - etape: comite
      """),
    Fault(
      "tiret pour un trait d'union", in: Sample.year,
      "- etape: comite",
      "– etape: comite",
      """
      departments/vosges/2025-2026.yaml:22:3: erreur [tiret-typographique] L'élément de liste commence par « – ».
         22 |   – etape: comite
            |   ^
         attendu : un trait d'union et une espace : « - »
         suggestion : - etape: comite
      """),
    Fault(
      "puce pour un trait d'union", in: Sample.year,
      "- etape: comite",
      "• etape: comite",
      """
      departments/vosges/2025-2026.yaml:22:3: erreur [tiret-typographique] L'élément de liste commence par « • ».
         22 |   • etape: comite
            |   ^
         attendu : un trait d'union et une espace : « - »
         suggestion : - etape: comite
      """),
    Fault(
      "guillemets anglais", in: Sample.year,
      "lieu: Teams",
      "lieu: “Teams”",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [guillemets-typographiques] La valeur est entre guillemets typographiques “ ”, qui en feraient partie.
         21 |     lieu: “Teams”
            |           ^^^^^^^
         attendu : la valeur seule ou entre guillemets droits
         suggestion : lieu: "Teams"
      """),
    Fault(
      "guillemets français", in: Sample.year,
      "lieu: Teams",
      "lieu: « Teams »",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [guillemets-typographiques] La valeur est entre guillemets typographiques « », qui en feraient partie.
         21 |     lieu: « Teams »
            |           ^^^^^^^^^
         attendu : la valeur seule ou entre guillemets droits
         suggestion : lieu: "Teams"
      """),
    Fault(
      "espace manquante après les deux-points", in: Sample.year,
      "lieu: Teams",
      "lieu:Teams",
      """
      departments/vosges/2025-2026.yaml:21:5: erreur [espace-manquante] Il manque une espace après « lieu: ».
         21 |     lieu:Teams
            |     ^^^^^
         attendu : une espace ordinaire après « lieu: »
         suggestion : lieu: Teams
      """),
    Fault(
      "espace manquante après le trait", in: Sample.year,
      "- etape: comite",
      "-etape: comite",
      """
      departments/vosges/2025-2026.yaml:22:3: erreur [espace-manquante] Il manque une espace après « - ».
         22 |   -etape: comite
            |   ^
         attendu : une espace ordinaire après « - »
         suggestion : - etape: comite
      """),
    Fault(
      "virgule au bout", in: Sample.year,
      "enfants: 329 €/collectif",
      "enfants: 329 €/collectif,",
      """
      departments/vosges/2025-2026.yaml:6:27: erreur [virgule-en-trop] Une virgule finit la ligne.
          6 |   enfants: 329 €/collectif,
            |                           ^
         attendu : la valeur sans virgule
         suggestion : enfants: 329 €/collectif
      """),
    Fault(
      "virgule après un guillemet", in: Sample.year,
      "lieu: Teams",
      "lieu: \"Teams\",",
      """
      departments/vosges/2025-2026.yaml:21:18: erreur [virgule-en-trop] Une virgule finit la ligne.
         21 |     lieu: "Teams",
            |                  ^
         attendu : la valeur sans virgule
         suggestion : lieu: "Teams"
      """),
    Fault(
      "tabulation de retrait", in: Sample.year,
      "  plafond: 8 487",
      "\tplafond: 8 487",
      """
      departments/vosges/2025-2026.yaml:3:1: erreur [tabulation] Le retrait de cette ligne contient une tabulation.
          3 |     plafond: 8 487 €/collectif
            | ^^^^
         attendu : des espaces, deux par niveau
         suggestion : plafond: 8 487 €/collectif
      """),
    Fault(
      "après une tabulation de retrait", in: Sample.year,
      "    lieu: Teams",
      "\t\tlieu:Teams",
      """
      departments/vosges/2025-2026.yaml:21:1: erreur [tabulation] Le retrait de cette ligne contient une tabulation.
         21 |         lieu:Teams
            | ^^^^^^^^
         attendu : des espaces, deux par niveau
         suggestion : lieu: Teams
      departments/vosges/2025-2026.yaml:21:3: erreur [espace-manquante] Il manque une espace après « lieu: ».
         21 |         lieu:Teams
            |         ^^^^^
         attendu : une espace ordinaire après « lieu: »
         suggestion : lieu: Teams
      """),
    Fault(
      "ancre d'une liste après deux tabulations de retrait", in: Sample.year,
      "    lieu: Teams",
      "\t\tlieu: [a, &b c]",
      """
      departments/vosges/2025-2026.yaml:21:1: erreur [tabulation] Le retrait de cette ligne contient une tabulation.
         21 |         lieu: [a, &b c]
            | ^^^^^^^^
         attendu : des espaces, deux par niveau
         suggestion : lieu: [a, &b c]
      departments/vosges/2025-2026.yaml:21:13: erreur [alias-yaml] Une ancre ou un alias (« & », « * ») remplace une valeur.
         21 |         lieu: [a, &b c]
            |                   ^
         attendu : la valeur écrite à chaque endroit
      """),
    Fault(
      "après une espace qui manque", in: Sample.year,
      "    lieu: Teams",
      "    lieu:*Teams",
      """
      departments/vosges/2025-2026.yaml:21:5: erreur [espace-manquante] Il manque une espace après « lieu: ».
         21 |     lieu:*Teams
            |     ^^^^^
         attendu : une espace ordinaire après « lieu: »
      departments/vosges/2025-2026.yaml:21:10: erreur [alias-yaml] Un alias (« * ») remplace la valeur.
         21 |     lieu:*Teams
            |          ^^^^^^
         attendu : la valeur elle-même, écrite à chaque endroit
      """),
    Fault(
      "clé en double après deux tabulations de retrait", in: Sample.year,
      "    lieu: Teams",
      "\t\tlieu: Teams\n\t\tlieu: Zoom",
      """
      departments/vosges/2025-2026.yaml:21:1: erreur [tabulation] Le retrait de cette ligne contient une tabulation.
         21 |         lieu: Teams
            | ^^^^^^^^
         attendu : des espaces, deux par niveau
         suggestion : lieu: Teams
      departments/vosges/2025-2026.yaml:22:1: erreur [tabulation] Le retrait de cette ligne contient une tabulation.
         22 |         lieu: Zoom
            | ^^^^^^^^
         attendu : des espaces, deux par niveau
         suggestion : lieu: Zoom
      departments/vosges/2025-2026.yaml:22:3: erreur [cle-en-double] La clé « lieu » est déjà écrite à la ligne 21.
         22 |         lieu: Zoom
            |         ^^^^
         attendu : une seule fois chaque clé
      """),
    Fault(
      "retrait trop grand", in: Sample.year,
      "    lieu: Teams",
      "      lieu: Teams",
      """
      departments/vosges/2025-2026.yaml:21:7: erreur [retrait] La clé « lieu » est plus en retrait que « heures », qui a déjà une valeur.
         21 |       lieu: Teams
            |       ^^^^
         attendu : les deux clés dans la même colonne, ou rien après « heures: »
         suggestion : lieu: Teams
      """),
    Fault(
      "retrait trop petit", in: Sample.year,
      "    lieu: Teams",
      "   lieu: Teams",
      """
      departments/vosges/2025-2026.yaml:21:4: erreur [retrait] Cette ligne n'est pas dans la colonne de ses voisines.
         21 |    lieu: Teams
            |    ^
         attendu : le même retrait que les autres clés ou éléments du même niveau
      """),
    Fault(
      "guillemet non fermé", in: Sample.year,
      "lieu: Teams",
      "lieu: \"Teams",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [guillemet-non-ferme] Le guillemet « " » n'a pas de fin.
         21 |     lieu: "Teams
            |           ^
         attendu : « " » à la fin de la valeur
         suggestion : lieu: "Teams"
      """),
    Fault(
      "apostrophe dans des apostrophes", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: 'L'accès est libre'",
      """
      departments/vosges/2025-2026.yaml:28:20: erreur [texte-apres-guillemet] L'apostrophe ferme la valeur, et du texte la suit.
         28 |       demarche: 'L'accès est libre'
            |                    ^^^^^^^^^^^^^^^^
         attendu : toute la valeur entre guillemets droits
         suggestion : demarche: "L'accès est libre"
      """),
    Fault(
      "guillemets dans des guillemets", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: \"Déposez un \"bon\" dossier\"",
      """
      departments/vosges/2025-2026.yaml:28:30: erreur [texte-apres-guillemet] Le guillemet ferme la valeur, et du texte le suit.
         28 |       demarche: "Déposez un "bon" dossier"
            |                              ^^^^^^^^^^^^^
         attendu : toute la valeur entre guillemets droits
         suggestion : demarche: 'Déposez un "bon" dossier'
      """),
    Fault(
      "texte après une citation", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: \"Elle s'arrête\" en 2025.",
      """
      departments/vosges/2025-2026.yaml:28:33: erreur [texte-apres-guillemet] Le guillemet ferme la valeur, et du texte le suit.
         28 |       demarche: "Elle s'arrête" en 2025.
            |                                 ^^^^^^^^
         attendu : toute la valeur entre guillemets droits
         suggestion : demarche: '"Elle s\'\'arrête" en 2025.'
      """),
    Fault(
      "étiquette de YAML", in: Sample.year,
      "lieu: Teams",
      "lieu: !!str Teams",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [premier-caractere] La valeur commence par « ! », que YAML réserve.
         21 |     lieu: !!str Teams
            |           ^
         attendu : la valeur entre guillemets droits
      """),
    Fault(
      "commentaire après une valeur à citer", in: Sample.year,
      "lieu: Teams",
      "lieu: Teams : le lien suit # à vérifier",
      """
      departments/vosges/2025-2026.yaml:21:17: erreur [deux-points-dans-valeur] La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.
         21 |     lieu: Teams : le lien suit # à vérifier
            |                 ^
         attendu : la valeur entre guillemets droits
         suggestion : lieu: "Teams : le lien suit" # à vérifier
      """),
    Fault(
      "crochet non fermé", in: Sample.year,
      "[premiere-demande]",
      "[premiere-demande",
      """
      departments/vosges/2025-2026.yaml:33:17: erreur [guillemet-non-ferme] Le crochet « [ » n'a pas de fin.
         33 |     situations: [premiere-demande
            |                 ^
         attendu : « ] » à la fin de la valeur
         suggestion : situations: [premiere-demande]
      """),
    Fault(
      "texte après un crochet", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: [Important] déposez",
      """
      departments/vosges/2025-2026.yaml:28:29: erreur [texte-apres-guillemet] Le crochet ferme la valeur, et du texte le suit.
         28 |       demarche: [Important] déposez
            |                             ^^^^^^^
         attendu : toute la valeur entre guillemets droits
         suggestion : demarche: "[Important] déposez"
      """),
    Fault(
      "astérisque au début", in: Sample.year,
      "demarche: Déposez un dossier complet",
      "demarche: *Déposez* un dossier",
      """
      departments/vosges/2025-2026.yaml:28:17: erreur [premier-caractere] La valeur commence par « * », que YAML réserve.
         28 |       demarche: *Déposez* un dossier
            |                 ^
         attendu : la valeur entre guillemets droits
         suggestion : demarche: "Déposez un dossier"
      """),
    Fault(
      "arobase au début", in: Sample.year,
      "lieu: Teams",
      "lieu: @teams",
      """
      departments/vosges/2025-2026.yaml:21:11: erreur [premier-caractere] La valeur commence par « @ », que YAML réserve.
         21 |     lieu: @teams
            |           ^
         attendu : la valeur entre guillemets droits
         suggestion : lieu: "@teams"
      """),
  ]
}
