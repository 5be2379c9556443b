import Configuration
import CustomDump
import Drafting
import Facts
import Foundation
import TestSupport
import Testing

/// `cadrage new department`
@Suite struct NewDepartmentTests {
  private static let expected = Repository.fixtures.appending(path: "new-department")

  @Test func filesAreWrittenAndExplained() throws {
    let site = try ContentFolder.ofRepository()
    let run = try site.cadrage("new", "department", "974", "2026/2027")
    #expect(run.status == 0, "\(run.errors)")
    expectNoDifference(
      run.output,
      """
      departments/la-reunion/departement.yaml:13:1: vérifiez les trois noms de l’organisme.
      departments/la-reunion/departement.yaml:30:1: vérifiez le nom de l’instance, et dites qui y siège.
      departments/la-reunion/departement.yaml:37:5: écrivez le téléphone et le courriel du service, et son nom si vous l’avez.
      departments/la-reunion/2026-2027.yaml:7:1: écrivez les montants quand la Cnaf les publie.
      departments/la-reunion/2026-2027.yaml:18:5: écrivez les dates du dépôt et le mois du comité.
      departments/la-reunion/2026-2027.yaml:29:7: écrivez la démarche de chaque situation de dépôt.

      """)
    expectNoDifference(
      run.errors,
      """
      Département « La Réunion » préparé, avec un projet de note 2026-2027 :
        departments/la-reunion/departement.yaml
        departments/la-reunion/2026-2027.yaml
      « cadrage build --drafts » met le projet dans le site ; « cadrage publish la-reunion 2026-2027 » le publiera.

      """)
    for name in ["departement.yaml", "2026-2027.yaml"] {
      try expectSnapshot(
        site.read("departments/la-reunion/" + name),
        at: NewDepartmentTests.expected.appending(path: name))
    }
    #expect(try site.cadrage("check", "--strict").errors.hasSuffix("Aucune erreur.\n"))
    #expect(try site.cadrage("build", "--drafts").status == 0)
    #expect(try site.read("public/la-reunion/2026-2027/index.html").contains("à compléter"))
  }

  /// A year whose barème is known gets its amounts.
  @Test func knownAmountsAreWritten() throws {
    let site = try ContentFolder.ofRepository()
    #expect(try site.cadrage("new", "department", "34", "2025-2026").status == 0)
    let text = try site.read("departments/herault/2025-2026.yaml")
    // The dates that it gives as examples are right in that year.
    #expect(text.contains("« en: octobre 2025 »") && !text.contains("juin 2026"))
    #expect(
      text.contains(
        """
        ps:
          plafond: 8 487 €/collectif
          maximum: 2 758,28 €/collectif
        bonus:
          enfants: 329 €/collectif
          parents: 329 €/collectif

        """))
    #expect(try site.cadrage("check").errors.hasSuffix("Aucune erreur.\n"))
  }

  /// The amounts are those of the national file, with or without a note of the year.
  @Test func amountsAreTheNationalOnes() throws {
    let site = try ContentFolder.ofRepository()
    let national = try site.read("departments/national/2025-2026.yaml")
    try site.write(
      "departments/national/2030-2031.yaml",
      national.replacing("8 487 €", with: "9 999 €").replacing("2 758,28 €", with: "3 249,68 €"))
    #expect(try site.cadrage("new", "department", "34", "2030-2031").status == 0)
    let text = try site.read("departments/herault/2030-2031.yaml")
    #expect(text.contains("  plafond: 9 999 €/collectif\n"), "\(text)")
  }

  /// Nothing of another department's comes into the new note.
  @Test func noteNamesNoOtherDepartment() throws {
    let site = try ContentFolder.ofRepository()
    #expect(try site.cadrage("new", "department", "34").status == 0)
    let note = try site.cadrage("note", "herault", "2026-2027").output
    #expect(note.contains("Dans l’Hérault, le Clas est piloté"))
    for other in OfficialDepartment.all where other.code != "34" {
      let name = other.name.typographic
      for form in [name.genitive, name.definite, other.location] where form.contains(" ") {
        #expect(!note.withPlainSpaces.contains(form + " "), "\(form)")
      }
    }
  }

  /// Every department of the list has a draft without a fault.
  @Test func allDepartmentsAreRight() throws {
    let year = try #require(SchoolYear("2026-2027"))
    let sample = LoadedProject().project.configuration
    let family = try #require(sample.families.first)
    var texts: [String: String] = [:]
    for department in OfficialDepartment.all where department.code != "88" {
      let folder = NewFolder(
        department, year: year, family: family, bareme: nil, editorLine: { _ in nil })
      for file in folder.files { texts[file.path] = file.text }
    }
    #expect(texts.count == 200)
    let loaded = LoadedProject(changing: texts)
    let faults = loaded.found.diagnostics.filter { texts[$0.place?.file ?? ""] != nil }
    expectNoDifference(faults.map(\.message), [])
    #expect(loaded.markdown("lozere", "2026-2027") != nil)
  }

  @Test func bodiesThatAreNotCafs() throws {
    let site = try ContentFolder.minimal()
    for (code, slug, names) in [
      (
        "48", "lozere",
        ["la CCSS de la Lozère", "la CCSS", "la Caisse commune de sécurité sociale de la Lozère"]
      ),
      ("976", "mayotte", ["la CSSM", "la CSSM", "la Caisse de sécurité sociale de Mayotte"]),
    ] {
      #expect(try site.cadrage("new", "department", code).status == 0)
      let text = try site.read("departments/\(slug)/departement.yaml")
      #expect(
        text.contains("  nom: \(names[0])\n  nom_court: \(names[1])\n  nom_long: \(names[2])\n"))
    }
  }

  @Test(
    arguments: [
      (
        "20",
        "« 20 » n’est pas le numéro d’un département. La Corse en a deux : 2A (la Corse-du-Sud) et 2B "
          + "(la Haute-Corse)."
      ),
      (
        "drome",
        "« drome » n’est pas le numéro d’un département. Vouliez-vous dire « 26 » (la Drôme) ?"
      ),
      (
        "Atlantide",
        "« Atlantide » n’est pas le numéro d’un département. Écrivez-le ainsi : 34, 2A, 974."
      ),
      (
        "01",
        "Le département « l'Ain » (01) existe déjà : departments/bresse. Rien n’est remplacé. Pour une "
          + "autre année : cadrage new year bresse, puis l’année."
      ),
    ])
  func wrongDepartment(_ code: String, _ message: String) throws {
    let site = try ContentFolder.minimal()
    let before = try site.contents(of: "departments")
    expectNoDifference(
      try site.cadrage("new", "department", code),
      ContentFolder.Run(status: 64, output: "", errors: "Erreur : \(message)\n"))
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  @Test func wrongFamilyOrYear() throws {
    let site = try ContentFolder.minimal()
    expectNoDifference(
      try site.cadrage("new", "department", "34", "--famille", "notte").errors,
      "Erreur : La famille « notte » n’existe pas. Vouliez-vous dire « note » ?\n")
    expectNoDifference(
      try site.cadrage("new", "department", "34", "2026").errors,
      "Erreur : « 2026 » n’est pas une année scolaire. Écrivez-la ainsi : 2026-2027.\n")
    #expect(try site.names(in: "departments") == ["bresse", "national"])
  }

  /// A note before the first edition would stop every other command.
  @Test func yearBeforeTheFirstEdition() throws {
    let site = try ContentFolder.minimal()
    let before = try site.contents(of: "departments")
    let run = try site.cadrage("new", "department", "34", "1990-1991")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Erreur : Aucune édition n’a commencé en 1990-1991"))
    #expect(run.errors.contains("« a_partir_de: 1990-1991 »"))
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  @Test func contentWithErrorsComesFirst() throws {
    let site = try ContentFolder.minimal()
    try site.replace("plafond", with: "plafnod", in: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage("new", "department", "34")
    #expect(run.status == 1)
    #expect(run.errors.contains("[cle-inconnue]") && run.errors.hasSuffix("Rien n’a été écrit.\n"))
    #expect(try site.names(in: "departments") == ["bresse", "national"])
  }
}
