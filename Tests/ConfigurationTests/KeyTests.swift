import TestSupport
import Testing

/// Keys that are unknown, missing, empty, or in the wrong file.
@Suite struct KeyTests {
  @Test(arguments: faults) func reports(_ fault: Fault) throws { try fault.check() }

  static let faults: [Fault] = [
    Fault(
      "clé inconnue", in: Sample.year,
      "plafond: 8 487",
      "plafnod: 8 487",
      """
      departments/vosges/2025-2026.yaml:3:3: erreur [cle-inconnue] La clé « plafnod » est inconnue dans « ps ».
          3 |   plafnod: 8 487 €/collectif
            |   ^^^^^^^
         attendu : une des clés plafond, maximum
         suggestion : plafond
      """),
    Fault(
      "clé inconnue à la racine", in: Sample.year,
      "bonus:\n",
      "bonuss:\n",
      """
      departments/vosges/2025-2026.yaml:5:1: erreur [cle-inconnue] La clé « bonuss » est inconnue dans ce fichier.
          5 | bonuss:
            | ^^^^^^
         attendu : une clé que le guide décrit
         suggestion : bonus
      """),
    Fault(
      "clé d'un autre niveau", in: Sample.year,
      "mise_a_jour: 2025-06",
      "plafond: 8 487 €/collectif",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [cle-inconnue] La clé « plafond » est inconnue dans ce fichier.
          1 | plafond: 8 487 €/collectif
            | ^^^^^^^
         attendu : une clé que le guide décrit
         suggestion : ps.plafond
      """),
    Fault(
      "clé mal placée", in: Sample.year,
      "mise_a_jour: 2025-06",
      "fuseau: Europe/Paris",
      """
      departments/vosges/2025-2026.yaml:1:1: erreur [cle-mal-placee] La clé « fuseau » ne s'écrit pas dans ce fichier.
          1 | fuseau: Europe/Paris
            | ^^^^^^
         attendu : dans departments/<département>/departement.yaml
      """),
    Fault(
      "clé vide", in: Sample.year,
      "plafond: 8 487 €/collectif",
      "plafond:",
      """
      departments/vosges/2025-2026.yaml:3:3: erreur [valeur-vide] La clé « ps.plafond » n'a pas de valeur.
          3 |   plafond:
            |   ^^^^^^^
         attendu : une valeur, ou la clé supprimée
      """),
    Fault(
      "clé manquante d'un élément", in: Sample.year,
      "      titre: C'est votre première demande\n",
      "",
      """
      departments/vosges/2025-2026.yaml:26:7: erreur [cle-manquante] Il manque la clé « titre » dans « depot.situations ».
         26 |     - code: premiere-demande
            |       ^^^^
         attendu : titre: Une condition : « C'est votre première demande »
      """),
    Fault(
      "clé manquante d'un ensemble", in: Sample.year,
      "  annee: 2024-2025\n",
      "",
      """
      departments/vosges/2025-2026.yaml:10:1: erreur [cle-manquante] Il manque la clé « chiffres.annee » : ajoutez-la dans departments/vosges/2025-2026.yaml.
         10 | chiffres:
            | ^^^^^^^^
         attendu : annee: L'année scolaire que les chiffres décrivent : « 2024-2025 »
      """),
    Fault(
      "ensemble manquant", in: Sample.department,
      "organisme:\n  nom: la Caf des Vosges\n  nom_court: la Caf\n  nom_long: la Caisse d'allocations familiales des Vosges\n",
      "",
      """
      departments/vosges/departement.yaml:1:1: erreur [cle-manquante] Il manque la clé « organisme » : ajoutez-la dans departments/vosges/departement.yaml.
          1 | departement:
            | ^
         attendu : organisme: avec les clés nom, nom_court, nom_long
      """),
  ]
}
