import TestSupport
import Testing

/// What is wrong with the sections of a note and with what names them, each where it is written.
@Suite struct SectionTests {
  private static let year = "departments/bresse/2025-2026.yaml"
  private static let plan = "templates/note/plan.yaml"
  private static let folder = "templates/note/circulaire-2021/"

  @Test func sectionWithoutFile() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "section-sans-fichier",
          message: "La section « depots » est dans le plan, mais aucun fichier « depots.md » "
            + "n’existe.",
          expected: "un fichier « depots.md » dans un de ces dossiers : "
            + "departments/bresse/2025-2026, departments/bresse/sections, "
            + "templates/note/circulaire-2021, templates/communs/circulaire-2021",
          suggestion: "depot")
      ],
      in: LoadedProject(
        changing: [
          SectionTests.plan: """
          titre: Note
          sections: [introduction, depot, 1️⃣depots, financement, contacts]

          """
        ]
      ).found)
  }

  @Test func sectionsWithoutHeading() {
    func withoutHeading(_ mark: String, _ name: String) -> ExpectedDiagnostic {
      .init(
        mark, code: "section-sans-titre",
        message: "La section « \(name) » ne commence pas par un titre.",
        expected: "un titre en première ligne, par exemple « ## Titre » ou « ### Titre »")
    }
    expectDiagnostics(
      [withoutHeading("1️⃣", "introduction"), withoutHeading("2️⃣", "financement")],
      in: LoadedProject(
        changing: [
          SectionTests.folder + "introduction.md":
            "{# Une remarque. #}\n\n1️⃣Le Clas en {{ annee }}.\n",
          "departments/bresse/sections/financement.md": "2️⃣- Un point\n",
        ]
      ).found)
  }

  @Test func causesWithoutSection() {
    let editions = """
      - code: circulaire-2021
        circulaire: C-2021-006
        a_partir_de: 2021-2022
        changements:
          - section: 2️⃣controle
            cause: La circulaire demande des pièces.

      """
    let causes = """
      changements:
        - section: depot
          cause: Le comité a décidé d'un autre calendrier.
        - section: 1️⃣contact
          cause: Le service a changé.

      """
    let names = "un de ces noms : contacts, depot, financement, introduction"
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "cause-sans-section",
          message: "La cause d’un changement nomme la section « contact », qu’aucune note n’a.",
          expected: names, suggestion: "contacts"),
        .init(
          "2️⃣", code: "cause-sans-section",
          message: "La cause d’un changement nomme la section « controle », qu’aucune note n’a.",
          expected: names),
      ],
      in: LoadedProject(
        changing: ["templates/editions.yaml": editions, SectionTests.year: causes]
      ).found)
  }

  @Test func uselessSection() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "section-inutile",
          message: "La section « anexes » ne sert à aucune note.",
          expected: "« anexes » dans un plan, ou incluse par une autre section")
      ],
      in: LoadedProject(changing: [SectionTests.folder + "anexes.md": "1️⃣## Les annexes\n"]).found)
  }

  /// The marks of the template language in a value stay as they are: nothing reads them there.
  @Test(arguments: [("{{ organisme.nom }}", "{{"), ("{ organisme.nom }", "{ organisme.nom }")])
  func leftoverMarks(_ typed: String, _ told: String) {
    let facts = """
      depot:
        situations:
          - code: premiere-demande
            titre: C'est votre première demande
            demarche: 1️⃣Remplissez le formulaire de \(typed).
            plateforme: guichet

      """
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "reste-de-gabarit",
          message: "La valeur contient « \(told) », qui n’est pas lu ici.",
          expected: "un texte sans balise ; les balises s’écrivent dans les sections")
      ], in: LoadedProject(changing: [SectionTests.year: facts]).found)
  }

  /// The text of the department wins over that of the family, and is not another section.
  @Test func ownTextOfTheDepartment() {
    let project = LoadedProject(
      changing: ["departments/bresse/sections/financement.md": "## L'argent\n\nUn texte.\n"])
    expectDiagnostics([], in: project.found)
    let markdown = project.markdown("bresse", "2025-2026") ?? ""
    #expect(markdown.contains("## L'argent\n") && !markdown.contains("## Le financement"))
  }
}
