import CustomDump
import Configuration
import Diagnostics
import TestSupport
import Testing

/// Files that are missing, misplaced or misnamed, and faults in several files at once.
@Suite struct ProjectTests {
  @Test(
    arguments: [
      (
        Sample.settings,
        """
        site/site.yaml:1:1: erreur [fichier-manquant] Le fichier « site/site.yaml » n'existe pas.
           attendu : un fichier avec les clés titre et demonstration

        """
      ),
      (
        Sample.editions,
        """
        templates/editions.yaml:1:1: erreur [fichier-manquant] Le fichier « templates/editions.yaml » n'existe pas.
           attendu : une liste d'éditions, avec les clés code, circulaire, a_partir_de

        """
      ),
      (
        Sample.plan,
        """
        templates/note-de-cadrage/plan.yaml:1:1: erreur [fichier-manquant] Le fichier « templates/note-de-cadrage/plan.yaml » n'existe pas.
           attendu : le plan de la famille, avec les clés titre et sections

        """
      ),
      (
        Sample.rules,
        """
        departments/national/regles.yaml:1:1: erreur [fichier-manquant] Le fichier « departments/national/regles.yaml » n'existe pas.
           attendu : les plateformes et les règles nationales, chacune avec sa source

        """
      ),
      (
        Sample.department,
        """
        departments/vosges/departement.yaml:1:1: erreur [fichier-manquant] Le fichier « departments/vosges/departement.yaml » n'existe pas.
           attendu : les clés departement, organisme et famille

        """
      ),
      (
        Sample.year,
        """
        departments/vosges:1:1: erreur [departement-sans-annee] Le département « vosges » n'a aucune année.
           attendu : un fichier comme departments/vosges/2025-2026.yaml
        departments/vosges/2025-2026:1:1: erreur [fichier-manquant] Le dossier « departments/vosges/2025-2026 » n'a pas de fichier d'année.
           attendu : les faits de 2025-2026 dans departments/vosges/2025-2026.yaml

        """
      ),
      (Sample.scale, ""), (Sample.glossary, ""),
    ])
  func missingFile(_ path: String, _ report: String) {
    var texts = Sample.texts
    texts[path] = nil
    expectNoDifference(Sample.report(texts), report)
  }

  @Test(
    arguments: [
      ("departments/vosges/2025-26.yaml", "2025-2026.yaml"),
      ("departments/vosges/2025_2026.yaml", "2025-2026.yaml"),
      ("departments/vosges/2025-2027.yaml", "2025-2026.yaml"),
      ("departments/vosges/2025.yml", "2025-2026.yaml"),
      ("departments/vosges/Departement.yaml", "departement.yaml"),
      ("departments/vosges/département.yaml", "departement.yaml"),
      ("departments/vosges/notes.md", nil),
    ])
  func misnamedFile(_ path: String, _ suggestion: String?) {
    var texts = Sample.texts
    texts[path] = "ps:\n"
    let last = suggestion.map { "   suggestion : \($0)\n" } ?? ""
    expectNoDifference(
      Sample.report(texts),
      """
      \(path):1:1: erreur [fichier-inattendu] Le fichier « \(path) » n'a pas un nom attendu.
          1 | ps:
            | ^
         attendu : departement.yaml, glossaire.yaml, ou une année comme 2025-2026.yaml

      """ + last)
  }

  @Test func misplacedFiles() {
    var texts = Sample.texts
    texts["departments/vosges.yml"] = ""
    texts["departments/vosges/section/depot.md"] = ""
    texts["departments/vosges/sections/Dépôt.md"] = ""
    texts["departments/vosges/2025-2026/piece/a.md"] = ""
    texts["templates/plan.yaml"] = ""
    texts["templates/note-de-cadrage/depot.md"] = ""
    texts["templates/note-de-cadrage/circulaire-2022/depot.md"] = ""
    texts["templates/Cahier des charges/plan.yaml"] = ""
    expectNoDifference(
      Sample.report(texts),
      """
      departments/vosges.yml:1:1: erreur [fichier-inattendu] Le fichier « departments/vosges.yml » n'a pas sa place ici.
          1 |
            | ^
         attendu : un dossier par département
      departments/vosges/2025-2026/piece:1:1: erreur [fichier-inattendu] Le dossier « departments/vosges/2025-2026/piece » n'a pas sa place ici.
         attendu : un seul dossier, pieces
         suggestion : pieces
      departments/vosges/section:1:1: erreur [fichier-inattendu] Le dossier « departments/vosges/section » n'a pas sa place ici.
         attendu : sections, publiees, ou une année comme 2025-2026
         suggestion : sections
      departments/vosges/sections/Dépôt.md:1:1: erreur [fichier-inattendu] « departments/vosges/sections/Dépôt.md » n'est pas le nom d'une section.
          1 |
            | ^
         attendu : un nom en minuscules sans accent, chiffres et traits d'union, suivi de « .md »
         suggestion : depot.md
      templates/Cahier des charges:1:1: erreur [nom-invalide] Le nom du dossier « templates/Cahier des charges » n'est pas valide.
         attendu : des minuscules sans accent, des chiffres et des traits d'union
         suggestion : cahier-des-charges
      templates/note-de-cadrage/circulaire-2022:1:1: erreur [edition-inconnue] Le dossier « templates/note-de-cadrage/circulaire-2022 » n'est le code d'aucune édition.
         attendu : un code de templates/editions.yaml : circulaire-2021, circulaire-2026
         suggestion : circulaire-2021
      templates/note-de-cadrage/depot.md:1:1: erreur [fichier-inattendu] Le fichier « templates/note-de-cadrage/depot.md » n'a pas sa place ici.
          1 |
            | ^
         attendu : plan.yaml, et des dossiers d'édition qui contiennent les sections
      templates/plan.yaml:1:1: erreur [fichier-inattendu] Le fichier « templates/plan.yaml » n'a pas sa place ici.
          1 |
            | ^
         attendu : templates/editions.yaml, et un dossier par famille

      """)
  }

  @Test func departmentFolderWithoutYear() {
    var texts = Sample.texts
    texts["departments/isere/departement.yaml"] = Sample.texts[Sample.department]?
      .replacing("logo.svg", with: "logo.png")
    expectNoDifference(
      Sample.report(texts),
      """
      departments/isere:1:1: erreur [departement-sans-annee] Le département « isere » n'a aucune année.
         attendu : un fichier comme departments/isere/2025-2026.yaml

      """)
  }

  @Test func faultsOfAllFilesComeInOneRun() {
    var texts = Sample.texts
    texts[Sample.year] = "ps:\n\tplafond: 8.487\n  maximum: 2 758.28 €\nbonus: 329\nlieu:Teams\n"
    texts[Sample.plan] = "titre: Note\nsections: [Dépôt, \n"
    texts[Sample.settings] = "titre: Site\n"
    let (configuration, diagnostics) = Sample.read(texts)
    expectNoDifference(
      diagnostics.sorted.map { place in
        "\(place.place?.file.split(separator: "/").last ?? ""):\(place.place?.line ?? 0) \(place.code)"
      },
      [
        "2025-2026.yaml:2 tabulation", "2025-2026.yaml:3 point-decimal",
        "2025-2026.yaml:4 forme-inattendue", "2025-2026.yaml:5 espace-manquante",
        "site.yaml:1 cle-manquante", "plan.yaml:2 guillemet-non-ferme",
      ])
    #expect(configuration.departments.first?.notes.count == 1)
    #expect(configuration.departments.first?.lasting.text(at: "departement.code") == "88")
  }

  @Test func nothingAtAll() {
    expectNoDifference(
      Sample.read([:], files: []).diagnostics.sorted.map(\.message),
      [
        "Le fichier « departments/national/regles.yaml » n'existe pas.",
        "Le fichier « site/site.yaml » n'existe pas.",
        "Le fichier « templates/editions.yaml » n'existe pas.",
      ])
  }
}
