import CustomDump
import TestSupport
import Testing

/// What a department changes in the plan of the family.
@Suite struct PlanTests {
  private static let year = "departments/bresse/2025-2026.yaml"

  /// The small project with one more section of the department, and changes of the year.
  private func project(
    _ changes: String, section: String? = "## Le contrôle\n\nUn texte.\n"
  ) -> LoadedProject {
    var texts = [PlanTests.year: SampleProject.minimal[PlanTests.year] + "sections:\n" + changes]
    texts["departments/bresse/sections/controle.md"] = section
    return LoadedProject(changing: texts)
  }

  private func names(_ changes: String, section: String? = "## Le contrôle\n\nUn texte.\n")
    -> [String]?
  {
    let project = project(changes, section: section)
    expectDiagnostics([], in: project.found)
    return project.sectionNames("bresse", "2025-2026")
  }

  @Test func planOfTheFamily() {
    expectNoDifference(
      LoadedProject().sectionNames("bresse", "2025-2026"),
      ["introduction", "depot", "financement", "contacts"])
  }

  @Test(arguments: [
    ("apres: depot", ["introduction", "depot", "controle", "financement", "contacts"]),
    ("avant: depot", ["introduction", "controle", "depot", "financement", "contacts"]),
    ("apres: debut", ["controle", "introduction", "depot", "financement", "contacts"]),
    ("apres: fin", ["introduction", "depot", "financement", "contacts", "controle"]),
  ])
  func added(_ target: String, _ expected: [String]) {
    expectNoDifference(names("  ajouter:\n    - {nom: controle, \(target)}\n"), expected)
  }

  /// A sub-part goes right behind its section, before what already follows.
  @Test func addedSubpart() {
    expectNoDifference(
      names(
        "  ajouter:\n    - {nom: controle, apres: introduction}\n",
        section: "### Le contrôle\n\nUn texte.\n"),
      ["introduction", "controle", "depot", "financement", "contacts"])
  }

  @Test(arguments: [
    ("  retirer: [depot]\n", ["introduction", "contacts"]),
    ("  retirer: [depot, financement]\n", ["introduction", "contacts"]),
    ("  retirer: [financement]\n", ["introduction", "depot", "contacts"]),
    (
      "  retirer: [depot]\n  deplacer:\n    - {nom: financement, apres: fin}\n",
      ["introduction", "contacts", "financement"]
    ),
  ])
  func aSectionLeavesWithItsSubparts(_ changes: String, _ expected: [String]) {
    let project = LoadedProject(changing: [
      PlanTests.year: SampleProject.minimal[PlanTests.year] + "sections:\n" + changes,
      "templates/note/circulaire-2021/financement.md": "### Le financement\n\nUn texte.\n",
    ])
    expectDiagnostics([], in: project.found)
    expectNoDifference(project.sectionNames("bresse", "2025-2026"), expected)
  }

  @Test func removed() {
    expectNoDifference(
      names("  retirer: [financement]\n", section: nil), ["introduction", "depot", "contacts"])
  }

  @Test func moved() {
    expectNoDifference(
      names("  deplacer:\n    - {nom: financement, avant: depot}\n", section: nil),
      ["introduction", "financement", "depot", "contacts"])
  }

  /// What the department changes in the plan of one of its families is no error in the other, where
  /// it changes nothing; what no family has is one.
  @Test func twoFamilies() {
    let department = "departments/bresse/departement.yaml"
    func project(_ changes: String) -> LoadedProject {
      LoadedProject(changing: [
        department: SampleProject.minimal[department] + "sections:\n" + changes,
        "departments/bresse/sections/controle.md": "## Le contrôle\n\nUn texte.\n",
        "departments/bresse/2026-2027.yaml": "famille: annonce\nmise_a_jour: 2026-06\n",
        "templates/annonce/plan.yaml": "titre: Annonce\nsections: [annonce]\n",
        "templates/annonce/circulaire-2021/annonce.md": "## Annonce\n\nUn texte.\n",
      ])
    }
    let changes = """
        retirer: [contacts]
        ajouter: [{nom: controle, apres: depot}]
        deplacer: [{nom: financement, apres: debut}]

      """
    let right = project(changes)
    expectDiagnostics([], in: right.found)
    expectNoDifference(
      right.sectionNames("bresse", "2025-2026"),
      ["financement", "introduction", "depot", "controle"])
    expectNoDifference(right.sectionNames("bresse", "2026-2027"), ["annonce"])
    let wrong = project(changes.replacing("[contacts]", with: "[contact]")).found
    #expect(
      wrong.diagnostics.map(\.code) == ["section-absente-du-plan", "section-absente-du-plan"])
  }

  @Test func addedAlreadyThere() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "section-deja-presente",
          message: "La section « depot » est déjà dans le plan de la note.",
          expected: "un autre nom ; pour changer le texte d’une section, il suffit d’un fichier du "
            + "même nom dans le dossier du département")
      ],
      in: project("  ajouter:\n    - {nom: 1️⃣depot, apres: introduction}\n", section: nil).found)
  }

  /// Each of the three changes, and what it stands beside, with the plan as it then is.
  @Test func unknownNames() {
    let changes = """
        retirer: [1️⃣finacement]
        ajouter:
          - {nom: controle, apres: 2️⃣depots}
        deplacer:
          - {nom: 3️⃣contact, apres: depot}
          - {nom: depot, avant: 4️⃣annexes}

      """
    let plan = "introduction, depot, financement, contacts"
    func absent(
      _ mark: String, _ name: String, _ names: String, _ suggestion: String?
    ) -> ExpectedDiagnostic {
      .init(
        mark, code: "section-absente-du-plan",
        message: "La section « \(name) » n’est pas dans le plan de la note.",
        expected: "un de ces noms : " + names, suggestion: suggestion)
    }
    expectDiagnostics(
      [
        absent("1️⃣", "finacement", plan, "financement"), absent("2️⃣", "depots", plan, "depot"),
        absent("3️⃣", "contact", plan + ", controle", "contacts"),
        absent("4️⃣", "annexes", "introduction, financement, contacts, controle", nil),
      ], in: project(changes).found)
  }
}
