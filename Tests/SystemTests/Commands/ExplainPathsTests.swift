import CustomDump
import Foundation
import TestSupport
import Testing

@testable import Configuration

/// `cadrage explain` takes the paths that messages print.
@Suite struct ExplainPathsTests {
  /// The paths in the messages of all invalid sites, but the one that is wrong itself.
  private static let paths: [String] = {
    let roots = Set(NoteFacts.allPaths.map { $0.prefix { $0 != "." } })
    var paths: Set<String> = []
    for code in InvalidSiteTests.codes where code != "erratum-sans-objet" {
      let file = InvalidSiteTests.folder.appending(path: "\(code)/expected.txt")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for match in text.matches(of: #/« ([a-z_]+(?:\.[a-z0-9_-]+)*) »/#) {
        let path = match.output.1
        if roots.contains(path.prefix { $0 != "." }) { paths.insert(String(path)) }
      }
    }
    return paths.sorted()
  }()

  @Test func messagesPrintPaths() { #expect(ExplainPathsTests.paths.count > 20) }

  @Test(arguments: paths) func isTaken(_ path: String) throws {
    let run = try ContentFolder.minimal().cadrage("explain", "bresse", "2025-2026", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(path.prefix { $0 != "." }))
    #expect(run.errors.isEmpty)
  }

  private func explain(_ path: String) throws -> String {
    let run = try ContentFolder.minimal().cadrage("explain", "bresse", "2025-2026", path)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.withPlainSpaces
  }

  @Test(arguments: ["calendrier.depot.au", "calendrier.1.au", "calendrier.au"])
  func valueInAList(_ path: String) throws {
    let shown = path == "calendrier.1.au" ? path : "calendrier.depot.au"
    expectNoDifference(
      try explain(path),
      """
      \(shown) = 11 juillet 2025
        departments/bresse/2025-2026.yaml:4:9

      """)
  }

  @Test func partOfAFigure() throws {
    #expect(try explain("regles.ps.taux.document").contains("source : "))
  }

  /// An item of a list is all that it holds; what a list of the plan names is a key.
  @Test func itemOfAList() throws {
    #expect(try explain("calendrier.depot").contains("calendrier.depot.au = 11 juillet 2025\n"))
    #expect(try explain("sections.retirer.exemple-ain").contains("Sections retirées"))
  }

  /// A part of a key figure is named by its own code.
  @Test func partOfAKeyFigure() throws {
    let site = try ContentFolder.minimal()
    try site.append(
      """

      chiffres:
        annee: 2024-2025
        valeurs:
          - code: porteurs
            libelle: porteurs
            nombre: 12
            dont: [{code: benevoles, libelle: bénévoles, nombre: 4}]

      """, to: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage("explain", "bresse", "2025-2026", "chiffres.valeurs.benevoles")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("chiffres.valeurs.porteurs.dont.benevoles.nombre = 4\n"))
  }

  @Test(
    arguments: [
      (
        "mise_a_jour",
        """
        mise_a_jour : aucune valeur dans cette note
          Mise à jour de la note
          Le jour ou le mois de la dernière mise à jour : « 2023-07 ».
          s’écrit dans departments/bresse/2025-2026.yaml

        """
      ),
      (
        "calendrier.comite.en",
        """
        calendrier.comite.en : aucune valeur dans cette note
          Date
          Quand le jour n'est pas connu : « octobre 2025 », « mi-septembre 2025 ».
          s’écrit dans departments/bresse/2025-2026.yaml ou departments/bresse/departement.yaml

        """
      ),
      (
        "sections.ajouter.apres",
        """
        sections.ajouter.apres
          Après
          La section qui précède, ou « debut » ou « fin » pour les bouts de la note.
          s’écrit dans departments/bresse/2025-2026.yaml ou departments/bresse/departement.yaml

        """
      ),
      (
        "accessibilite.mention",
        """
        accessibilite.mention
          Mention
          « non conforme » tant qu'aucun audit n'a été fait.
          s’écrit dans site/site.yaml

        """
      ),
    ])
  func keyWithoutValue(_ path: String, _ expected: String) throws {
    expectNoDifference(try explain(path), expected)
  }

  /// What no note shows has its places too; each file adds its own.
  @Test func whatNoNoteShows() throws {
    let site = try ContentFolder.minimal()
    try site.append(
      """

      sections:
        retirer: [contacts]
        ajouter: [{nom: ouverture, apres: debut}]

      derogations:
        - code: bilan-avant-la-fin
          motif: La date est celle de l'an dernier.

      """, to: "departments/bresse/2025-2026.yaml")
    try site.append(
      """

      sections:
        retirer: [introduction]
        ajouter: [{nom: suite, apres: fin}]

      """, to: "departments/bresse/departement.yaml")
    for name in ["ouverture", "suite"] {
      try site.write("departments/bresse/sections/\(name).md", "## Le \(name)\n\nUn texte.\n")
    }
    func explain(_ path: String) throws -> String {
      let run = try site.cadrage("explain", "bresse", "2025-2026", path)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    expectNoDifference(
      try explain("sections.retirer"),
      """
      sections.retirer = contacts
        departments/bresse/2025-2026.yaml:23:3
      sections.retirer = introduction
        departments/bresse/departement.yaml:23:3

      """)
    expectNoDifference(
      try explain("sections.ajouter.nom"),
      """
      sections.ajouter.ouverture.nom = ouverture
        departments/bresse/2025-2026.yaml:24:19
      sections.ajouter.suite.nom = suite
        departments/bresse/departement.yaml:24:19

      """)
    expectNoDifference(
      try explain("derogations"),
      """
      derogations = 1 élément
        departments/bresse/2025-2026.yaml:26:1

      """)
    expectNoDifference(
      try explain("derogations.code"),
      """
      derogations.1.code = bilan-avant-la-fin
        departments/bresse/2025-2026.yaml:27:11

      """)
  }

  /// What no note shows is not said to be without value.
  @Test func derogations() throws {
    #expect(try explain("derogations").hasPrefix("derogations\n"))
  }

  @Test(arguments: [
    ("forme", "departments/bresse/glossaire.yaml ou departments/national/glossaire.yaml"),
    ("retirees.motif", "departments/adresses.yaml"),
    ("collectifs.cout", "le fichier de --scenario"),
    ("collectifs.2.bonus_parents.projet", "le fichier de --scenario"),
  ])
  func filesOfAKey(_ path: String, _ files: String) throws {
    #expect(try explain(path).contains("  s’écrit dans \(files)\n"))
  }
}
