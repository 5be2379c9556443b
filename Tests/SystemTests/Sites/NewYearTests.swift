import CustomDump
import Foundation
import TestSupport
import Testing

/// Preparing the note of a new year from the latest one.
@Suite struct NewYearTests {
  private static let new = "departments/bresse/2026-2027.yaml"

  /// The small site, with a text and an attachment of the year.
  private func site() throws -> ContentFolder {
    let site = try ContentFolder.minimal()
    try site.write(
      "departments/bresse/2025-2026/financement.md",
      "## L'argent\n\nVoir la page de 2025 et [le projet](pieces/projet.pdf).\n")
    try site.write("departments/bresse/2025-2026/pieces/projet.pdf", Data([0, 159, 146, 150]))
    try site.append(
      """

      # Pour cette année.
      avis:
        - titre: Fermeture
          texte: Le service ferme en août 2025.

      errata:
        - numero: B-1
          chemin: ps.plafond
          decision: Le montant est celui de la Cnaf.

      """, to: "departments/bresse/2025-2026.yaml")
    return site
  }

  @Test func filesAreWrittenAndQuestionsAsked() throws {
    let site = try site()
    let before = try site.contents(of: "departments")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    expectNoDifference(
      run.errors.withPlainSpaces,
      """
      Note « bresse 2026-2027 » préparée d’après celle de 2025-2026 :
        departments/bresse/2026-2027.yaml
        departments/bresse/2026-2027/financement.md
        departments/bresse/2026-2027/pieces/projet.pdf
      Clés non reprises : avis, errata.
      7 points à confirmer, à compléter ou à relire. La note est un projet : « cadrage build --drafts » la met dans le site.

      """)
    expectNoDifference(
      run.output.withPlainSpaces,
      """
      departments/bresse/2026-2027.yaml:3:9: Dépôt des dossiers, début : confirmez le lundi 1er juin 2026 (note 2025-2026 : lundi 2 juin 2025).
      departments/bresse/2026-2027.yaml:4:9: Dépôt des dossiers, fin : confirmez le vendredi 10 juillet 2026 (note 2025-2026 : vendredi 11 juillet 2025).
      departments/bresse/2026-2027.yaml:19:12: Prix plafond : à paraître (note 2025-2026 : 8 487 € par collectif).
      departments/bresse/2026-2027.yaml:20:12: Maximum de la Ps : à paraître (note 2025-2026 : 2 758,28 € par collectif).
      departments/bresse/2026-2027/financement.md:1:1: texte repris de 2025-2026, à relire.
      departments/bresse/2026-2027/financement.md:3:17: à relire, le texte cite « 2025 ».
      departments/bresse/2026-2027/pieces/projet.pdf:1:1: document repris de 2025-2026, à remplacer s’il a changé.

      """)
    expectNoDifference(
      try site.read(NewYearTests.new),
      """
      calendrier:
        - etape: depot
          du: a_confirmer 2026-06-01
          au: a_confirmer 2026-07-10

      depot:
        situations:
          - code: premiere-demande
            titre: C'est votre première demande
            demarche: Remplissez le formulaire en ligne.
            plateforme: guichet

      pieces:
        - code: projet
          nom: le projet d'accueil
          situations: [premiere-demande]

      ps:
        plafond: a_paraitre
        maximum: a_paraitre

      """)
    var after = try site.contents(of: "departments")
    after["bresse/2026-2027.yaml"] = nil
    for name in ["financement.md", "pieces/projet.pdf"] {
      let copy = after.removeValue(forKey: "bresse/2026-2027/\(name)")
      #expect(copy == before["bresse/2025-2026/\(name)"], "\(name)")
    }
    expectNoDifference(after, before)
    expectNoDifference(try site.cadrage("check").errors, "Aucune erreur.\n")
    let build = try site.cadrage("build", "--drafts")
    #expect(build.status == 0, "\(build.errors)")
    let note = try site.read("public/bresse/2026-2027/note.txt").withPlainSpaces
    #expect(note.contains("La Bresse, 2026-2027"), "\(note)")
  }

  @Test func nothingIsEverReplaced() throws {
    let site = try site()
    #expect(try site.cadrage("new", "year", "bresse", "2026-2027").status == 0)
    let before = try site.contents(of: "departments")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 64, output: "",
        errors:
          "Erreur : La note « bresse 2026-2027 » existe déjà : \(NewYearTests.new). Rien n’est "
          + "remplacé.\n"))
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  /// A folder without its year is an error of the content; a link that the sources refuse is one too.
  @Test func whatStandsInTheWayIsTold() throws {
    for spoil in [
      { (site: ContentFolder) in try site.makeFolder("departments/bresse/2026-2027") },
      { site in try site.write("departments/bresse/2026-2027/depot.md", "## Dépôt\n") },
      { site in try site.link(NewYearTests.new, to: "2025-2026.yaml") },
      { site in try site.makeFolder(NewYearTests.new) },
    ] {
      let site = try site()
      try spoil(site)
      let before = try site.names(in: "departments/bresse")
      let run = try site.cadrage("new", "year", "bresse", "2026-2027")
      #expect([1, 64].contains(run.status))
      #expect(run.errors.contains("2026-2027"), "\(run.errors)")
      #expect(run.output.isEmpty)
      expectNoDifference(try site.names(in: "departments/bresse"), before)
    }
  }

  @Test(arguments: [
    ("bress 2026-2027", "Le département « bress » n’existe pas. Vouliez-vous dire « bresse » ?"),
    ("corse 2026-2027", "Le département « corse » n’existe pas. Il y a : bresse."),
    ("national 2026-2027", "Le département « national » n’existe pas. Il y a : bresse."),
    ("bresse 2026", "« 2026 » n’est pas une année scolaire. Écrivez-la ainsi : 2026-2027."),
    (
      "bresse 2026-2028",
      "« 2026-2028 » n’est pas une année scolaire. Écrivez-la ainsi : 2026-2027."
    ),
    (
      "bresse 2025-2026",
      "La note « bresse 2025-2026 » existe déjà : departments/bresse/2025-2026.yaml. Rien n’est remplacé."
    ),
    (
      "bresse 2024-2025",
      "La dernière note de « bresse » est celle de 2025-2026. Indiquez une année plus tardive que "
        + "2025-2026, et non 2024-2025."
    ),
  ])
  func wrongUse(_ arguments: String, _ message: String) throws {
    let site = try ContentFolder.minimal()
    let before = try site.contents(of: "departments")
    let run = try site.run(["new", "year"] + arguments.split(separator: " ").map(String.init))
    expectNoDifference(
      run, ContentFolder.Run(status: 64, output: "", errors: "Erreur : \(message)\n"))
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  @Test func departmentWithoutAnyNote() throws {
    let site = try site()
    try site.remove("departments/bresse/2025-2026.yaml")
    try site.remove("departments/bresse/2025-2026")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    #expect(run.status == 64)
    expectNoDifference(
      run.errors,
      "Erreur : Le département « bresse » n’a encore aucune note : il n’y a rien à reprendre.\n")
  }

  @Test func contentWithErrorsIsRefused() throws {
    let site = try site()
    try site.replace(
      "au: 2025-07-11", with: "au: 2025-07-41", in: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("2025-2026.yaml:4:9: erreur [date-impossible]"), "\(run.errors)")
    #expect(run.errors.hasSuffix("Rien n’a été écrit.\n"))
    #expect(!site.exists(NewYearTests.new))
  }

  @Test func spellingThatCannotBeEditedIsTold() throws {
    let site = try site()
    try site.replace(
      "au: 2025-07-11", with: "au: 11 juillet\n      2025", in: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 1, output: "",
        errors: """
          departments/bresse/2025-2026.yaml:4:9: erreur [valeur-non-modifiable] « cadrage new year » ne sait pas changer cette valeur, écrite ainsi.
              4 |     au: 11 juillet
                |         ^^^^^^^^^^
             attendu : la clé et sa valeur sur une seule ligne

          1 erreur
          Rien n’a été écrit.

          """))
    #expect(!site.exists(NewYearTests.new))
  }

  // MARK: - Editions

  /// A later edition no longer includes the text that the department had changed.
  @Test func textThatNothingUsesIsLeftOut() throws {
    let site = try site()
    try site.append(
      "- code: circulaire-2026\n  circulaire: C-2026-069\n  a_partir_de: 2026-2027\n",
      to: "templates/editions.yaml")
    let filing = "templates/note/circulaire-2021/depot.md"
    try site.write(
      "templates/note/circulaire-2026/depot.md",
      site.read(filing).replacing("Pour une", with: "Pour toute"))
    try site.append("\n{% inclure \"guichet\" %}\n", to: filing)
    try site.write("templates/note/circulaire-2021/guichet.md", "Le guichet est ouvert.\n")
    try site.write("departments/bresse/2025-2026/guichet.md", "Le guichet est fermé.\n")
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "departments/bresse/2025-2026/guichet.md:1:1: texte non repris : aucune section de 2026-2027 "
          + "ne l’emploie.\n"), "\(run.output)")
    expectNoDifference(
      try site.names(in: "departments/bresse/2026-2027"), ["financement.md", "pieces"])
    #expect(try site.cadrage("build", "--drafts").status == 0)
  }

  /// The new edition has no more the part that a text of the department points to.
  @Test func faultsOfTheNewYearAreTold() throws {
    let site = try site()
    try site.append(
      "- code: circulaire-2026\n  circulaire: C-2026-069\n  a_partir_de: 2026-2027\n",
      to: "templates/editions.yaml")
    let filing = "templates/note/circulaire-2021/depot.md"
    try site.write("templates/note/circulaire-2026/depot.md", site.read(filing))
    try site.append("\n### Le guichet {#guichet}\n\nIl est ouvert.\n", to: filing)
    try site.append(
      "\nVoir [le guichet](#guichet).\n", to: "departments/bresse/2025-2026/financement.md")
    #expect(try site.cadrage("check").status == 0)
    let run = try site.cadrage("new", "year", "bresse", "2026-2027")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("\(NewYearTests.new):3:9: "))
    #expect(
      run.errors.contains(
        "departments/bresse/2026-2027/financement.md:5:6: erreur [ancre-inconnue]"),
      "\(run.errors)")
    #expect(
      run.errors.hasSuffix("1 erreur\nCorrigez ces erreurs avant de construire le site.\n"),
      "\(run.errors)")
    #expect(try site.cadrage("check").status == 1)
  }

  // MARK: - The repository and the fixtures

  @Test func everyDepartmentBuildsAtOnce() throws {
    let site = try ContentFolder.ofRepository()
    try site.overlay(Repository.fixtures.appending(path: "fifth-department"))
    for department in try site.names(in: "departments")
    where !["national", "adresses.yaml"].contains(department) {
      let years = try site.names(in: "departments/\(department)").compactMap {
        $0.wholeMatch(of: #/(\d{4})-\d{4}\.yaml/#).flatMap { Int($0.output.1) }
      }
      let last = try #require(years.max())
      // The next year, then one after skipped years.
      for start in [last + 1, last + 5] {
        let run = try site.cadrage("new", "year", department, "\(start)-\(start + 1)")
        #expect(run.status == 0, "\(department): \(run.errors)")
        for line in run.output.split(separator: "\n") {
          #expect(line.contains(#/^departments\/[^:]+:\d+:\d+: .+\.$/#), "\(line)")
        }
      }
    }
    let build = try site.cadrage("build", "--drafts")
    #expect(build.status == 0, "\(build.errors)")
  }

  @Test func anotherCirculaireIsTold() throws {
    let site = try ContentFolder.ofRepository()
    let same = try site.cadrage("new", "year", "mayenne", "2024-2025")
    #expect(!same.errors.contains("circulaire"), "\(same.errors)")
    let other = try site.cadrage("new", "year", "mayenne", "2026-2027")
    #expect(
      other.errors.contains(
        "La note suit désormais la circulaire C-2026-069 : relisez aussi la démarche, les pièces et "
          + "les textes du département.\n"), "\(other.errors)")
  }

  // MARK: - The disk

  private static let canMount: Bool = {
    guard let folder = try? TemporaryDisk(size: "64k") else { return false }
    return folder.isMounted
  }()

  private func onDisk(_ disk: TemporaryDisk) throws {
    let site = try site()
    for folder in ["departments", "templates", "site"] {
      for (path, bytes) in try site.contents(of: folder) {
        try disk.write("\(folder)/\(path)", bytes)
      }
    }
  }

  @Test(.enabled(if: canMount, "needs root and the right to mount a tmpfs"))
  func fullDiskLeavesNothing() throws {
    let disk = try TemporaryDisk(size: "4m")
    try onDisk(disk)
    try disk.write(
      "departments/bresse/2025-2026/pieces/plan.pdf", Data(repeating: 7, count: 100_000))
    try disk.write(
      "departments/bresse/2025-2026/depot.md",
      Data("## Dépôt\n\n[Le plan](pieces/plan.pdf)\n".utf8))
    try disk.fill()
    let before = try disk.contents(of: "departments")
    let arguments = ["new", "year", "bresse", "2026-2027", "--root", disk.url.path]
    let run = try Command(Repository.executable.path, arguments, in: disk.url).run()
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Impossible d’écrire « "), "\(run.errors)")
    #expect(
      run.errors.hasSuffix(" » : le disque est plein. Rien n’a été écrit.\n"), "\(run.errors)")
    expectNoDifference(try disk.contents(of: "departments"), before)
    try disk.empty()
    #expect(try Command(Repository.executable.path, arguments, in: disk.url).run().status == 0)
  }

  @Test(.enabled(if: canMount, "needs root and the right to mount a tmpfs"))
  func readOnlyDisk() throws {
    let disk = try TemporaryDisk(size: "4m")
    try onDisk(disk)
    try disk.remount("ro")
    let arguments = ["new", "year", "bresse", "2026-2027", "--root", disk.url.path]
    let run = try Command(Repository.executable.path, arguments, in: disk.url).run()
    #expect(run.status == 74)
    #expect(
      run.errors.hasSuffix(" : le disque est en lecture seule. Rien n’a été écrit.\n"),
      "\(run.errors)")
    try disk.remount("rw")
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let site = try site()
    try site.write("departments/bresse/.2026-2027.tmp/vieux.md", "## Vieux\n")
    try site.write("departments/bresse/.2026-2027.yaml.tmp", "calendr")
    #expect(try site.cadrage("new", "year", "bresse", "2026-2027").status == 0)
    expectNoDifference(
      try site.names(in: "departments/bresse"),
      ["2025-2026", "2025-2026.yaml", "2026-2027", "2026-2027.yaml", "departement.yaml"])
    #expect(!site.exists("departments/bresse/2026-2027/vieux.md"))
  }

  /// Whenever the keyboard interrupts it, all files are there or none.
  @Test func interruptionLeavesAllOrNothing() throws {
    let site = try site()
    let links = (1...60).map { "[\($0)](pieces/\($0).pdf)\n" }.joined()
    try site.append("\n" + links, to: "departments/bresse/2025-2026/financement.md")
    for number in 1...60 {
      try site.write(
        "departments/bresse/2025-2026/pieces/\(number).pdf", Data(repeating: 1, count: 20_000))
    }
    for round in 0..<12 {
      let run = Command(
        Repository.executable.path, ["new", "year", "bresse", "2026-2027"], in: site.url)
      try run.start()
      while run.process.isRunning, !site.exists("departments/bresse/.2026-2027.tmp") {
        usleep(200)
      }
      usleep(UInt32(round) * 1_000)
      run.process.interrupt()
      _ = try run.end()
      let names = try site.names(in: "departments/bresse")
      let isWhole =
        names == [
          "2025-2026", "2025-2026.yaml", "2026-2027", "2026-2027.yaml", "departement.yaml",
        ]
      #expect(isWhole || names == ["2025-2026", "2025-2026.yaml", "departement.yaml"], "\(names)")
      guard isWhole else { continue }
      #expect(try site.names(in: "departments/bresse/2026-2027/pieces").count == 61)
      try site.remove("departments/bresse/2026-2027")
      try site.remove(NewYearTests.new)
    }
  }

  @Test func resultThatCannotBeToldIsAFailure() throws {
    let site = try site()
    let words = [Repository.executable.path, "new year bresse 2026-2027 > /dev/full"]
    let run = try Command("/bin/sh", ["-c", words.joined(separator: " ")], in: site.url).run()
    #expect(run.status == 74)
    #expect(
      run.errors.hasSuffix("Impossible d’écrire sur la sortie standard : le disque est plein.\n"))
  }
}
