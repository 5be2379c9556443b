import CustomDump
import TestSupport
import Testing

/// `cadrage explain`
@Suite struct ExplainCommandTests {
  /// The year says again what the department says.
  private func site() throws -> ContentFolder {
    let site = try ContentFolder.minimal()
    try site.append(
      "\nruralite: commune de moins de 2 000 habitants\n", to: "departments/bresse/departement.yaml"
    )
    try site.append(
      "\nruralite: commune de moins de 5 000 habitants\n\ninstance:\n  nom: la commission du Clas\n",
      to: "departments/bresse/2025-2026.yaml")
    return site
  }

  private func explain(_ path: String...) throws -> ContentFolder.Run {
    try site().run(["explain", "bresse", "2025-2026"] + path)
  }

  @Test func valueThatOverridesAnother() throws {
    expectNoDifference(
      try explain("ruralite"),
      ContentFolder.Run(
        status: 0,
        output: """
          ruralite = commune de moins de 5 000 habitants
            departments/bresse/2025-2026.yaml:22:11
            remplace commune de moins de 2 000 habitants, departments/bresse/departement.yaml:22:11

          """, errors: ""))
  }

  @Test func namesKeepTheirArticles() throws {
    expectNoDifference(
      try explain("instance.nom").output,
      """
      instance.nom = la commission du Clas
        departments/bresse/2025-2026.yaml:25:8
        remplace le comité du Clas, departments/bresse/departement.yaml:14:8

      """)
  }

  /// Messages on published notes name the second window so.
  @Test func theSecondItemOfACode() throws {
    let site = try ContentFolder.publishable()
    try site.replace(
      "calendrier:\n", with: "calendrier:\n  - {etape: depot, au: 2025-09-19}\n",
      in: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage("explain", "bresse", "2025-2026", "calendrier.depot (2).au")
    expectNoDifference(
      run.output.withPlainSpaces,
      """
      calendrier.depot (2).au = 11 juillet 2025
        departments/bresse/2025-2026.yaml:5:9

      """)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// What has no code is named by its name, which may have points.
  @Test(arguments: ["comité techn. du lieu", "comité techn. du\u{A0}lieu", "1"])
  func anItemByItsName(_ name: String) throws {
    let site = try ContentFolder.publishable()
    try site.append(
      "\nautres_instances:\n  - nom: le comité techn. du lieu\n    frequence: une fois par an\n",
      to: "departments/bresse/2025-2026.yaml")
    let run = try site.cadrage(
      "explain", "bresse", "2025-2026", "autres_instances.\(name).frequence")
    #expect(
      run.output.withPlainSpaces.contains(" = une fois par an\n"), "\(run.output)\(run.errors)")
  }

  @Test func nationalFigureHasItsSource() throws {
    expectNoDifference(
      try explain("bareme.ps").output.withPlainSpaces,
      """
      bareme.ps.plafond = 8 487 € par collectif
        departments/national/2025-2026.yaml:3:23
        source : Barème de la Cnaf, 1
      bareme.ps.maximum = à paraître
        departments/national/2025-2026.yaml:4:14

      """)
  }

  @Test func allValuesWithoutAPath() throws {
    let run = try explain()
    let paths = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: " = ").first.map(String.init) }
    #expect(paths.contains("departement.nom"))
    #expect(paths.contains("regles.ps.taux"))
    #expect(paths.contains("plateformes"))
    expectNoDifference(paths.count, Set(paths).count)
    #expect(
      run.output.contains("contacts = 1 élément\n  departments/bresse/departement.yaml:16:1\n"))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  /// A published note gives what its pages show, at the place of the pair where the sources differ.
  @Test func publishedNoteGivesItsPair() throws {
    let site = try ContentFolder.publishable()
    try site.append(
      "\ninstance:\n  nom: la commission du Clas\n", to: "departments/bresse/2025-2026.yaml")
    let published = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(published.status == 0, "\(published.errors)")
    try site.replace(
      "8 487 €/collectif", with: "8 000 €/collectif", in: "departments/national/2025-2026.yaml")
    try site.append("\nruralite: nulle part\n", to: "departments/bresse/2025-2026.yaml")
    let bareme = try site.cadrage("explain", "bresse", "2025-2026", "bareme.ps")
    #expect(bareme.status == 1)
    #expect(bareme.errors.contains("[note-figee]"))
    let pair = try site.read("departments/bresse/publiees/2025-2026.yaml")
    let line = try #require(
      pair.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("valeur: 8487 €/collectif") })
    expectNoDifference(
      bareme.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " "),
      """
      bareme.ps.plafond = 8 487 € par collectif
        departments/bresse/publiees/2025-2026.yaml:\(line + 1):17
        source : Barème de la Cnaf, 1
      bareme.ps.maximum = 2 758,28 € par collectif
        departments/national/2025-2026.yaml:4:23
        source : C-2026-069, 3.2

      """)
    // What both say keeps its place in the sources, with what it replaces.
    let body = try site.cadrage("explain", "bresse", "2025-2026", "instance.nom").output
    #expect(body.contains("departments/bresse/2025-2026.yaml:"))
    #expect(body.contains("remplace le comité du Clas"))
    // What the sources say since is no value of the note.
    #expect(
      try site.cadrage("explain", "bresse", "2025-2026", "ruralite").output
        .hasPrefix("ruralite : aucune valeur dans cette note\n"))
  }

  @Test func pathThatDoesNotExist() throws {
    expectNoDifference(
      try explain("ps.plafnod"),
      ContentFolder.Run(
        status: 64, output: "",
        errors: "Erreur : « ps.plafnod » n’est pas une valeur de la note. Vouliez-vous dire "
          + "« ps.plafond » ?\n"))
  }
}
