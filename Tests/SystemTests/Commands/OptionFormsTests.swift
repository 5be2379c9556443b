import CustomDump
import TestSupport
import Testing

/// Options and arguments take the forms that files take.
@Suite struct OptionFormsTests {
  @Test(
    arguments: [
      "2025-2026", "2025/2026", "2025 / 2026", "2025 - 2026", "2025\u{A0}/\u{A0}2026",
      "2025\u{202F}-\u{202F}2026", "2025–2026", "2025 – 2026",
    ])
  func schoolYear(_ year: String) throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("note", "bresse", year).status == 0)
    #expect(try site.cadrage("explain", "bresse", year, "ps.plafond").status == 0)
  }

  /// A shell puts a slash after the name of a folder.
  @Test func departmentWithASlash() throws {
    let site = try ContentFolder.twoYears()
    for words in [
      ["note", "bresse", "2025-2026"], ["explain", "bresse", "2025-2026", "ps.plafond"],
      ["diff", "bresse", "2025-2026", "2026-2027"],
    ] {
      let expected = try site.run(words)
      #expect(expected.status == 0)
      expectNoDifference(try site.run(words.map { $0 == "bresse" ? "bresse/" : $0 }), expected)
    }
    #expect(try site.cadrage("new", "year", "bresse/", "2027-2028").status == 0)
    expectNoDifference(
      try site.cadrage("note", "bresse//", "2025-2026").errors.firstLine,
      "Erreur : Le département « bresse/ » n’existe pas. Vouliez-vous dire « bresse » ?")
  }

  @Test func kindOfFileWithASlash() throws {
    let site = try ContentFolder.empty()
    let expected = try site.cadrage("schema", "site")
    #expect(expected.status == 0)
    expectNoDifference(try site.cadrage("schema", "site/"), expected)
  }

  @Test func yearsAndNotesOfAComparison() throws {
    let site = try ContentFolder.twoYears()
    let expected = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027")
    #expect(expected.status == 0)
    for notes in [
      ["bresse", "2025/2026", "2026/2027"], ["bresse/2025 / 2026", "bresse/2026–2027"],
      ["bresse/2025/2026", "bresse/2026-2027"],
    ] {
      expectNoDifference(try site.run(["diff"] + notes), expected)
    }
  }

  @Test(arguments: ["2024-06-21", "21/06/2024", "21 juin 2024"]) func day(_ date: String) throws {
    let site = try ContentFolder.publishable()
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", date)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.withPlainSpaces.contains("publiée le 21 juin 2024"))
  }

  @Test(arguments: ["8487", "8 487", "8 487 €", "8487,00", "8 487 €/collectif"])
  func amount(_ amount: String) throws {
    let site = try ContentFolder.minimal()
    try site.write("projet.yaml", "collectifs:\n  - cout: 9000\n    enfants: 10\n")
    func simulate(_ options: String...) throws -> ContentFolder.Run {
      try site.run(
        ["simulate", "bresse", "2025-2026", "--scenario", "projet.yaml", "--format", "json"]
          + options
      )
    }
    expectNoDifference(try simulate("--plafond", amount), try simulate("--plafond", "8487"))
    #expect(try simulate("--plafond", amount).status == 0)
  }

  @Test(arguments: ["01", "l'Ain", "Ain"]) func departmentByAnotherName(_ name: String) throws {
    expectNoDifference(
      try ContentFolder.minimal().cadrage("note", name, "2025-2026").errors.firstLine,
      "Erreur : Le département « \(name) » n’existe pas. Vouliez-vous dire « bresse » ?")
  }

  @Test(arguments: ["+80", "-1", "65536", "80 ", "8O"]) func port(_ text: String) throws {
    let run = try ContentFolder.minimal().cadrage("serve", "--port=\(text)")
    expectNoDifference(
      run.errors.firstLine, "Erreur : La valeur « \(text) » ne convient pas à « --port <numéro> ».")
    #expect(run.status == 64)
  }

  @Test func aClockThatIsNoNumber() throws {
    let run = try ContentFolder.publishable().cadrage(
      "publish", "bresse", "2025-2026", environment: ["SOURCE_DATE_EPOCH": "hier"])
    expectNoDifference(
      run.errors,
      "Erreur : SOURCE_DATE_EPOCH vaut « hier » : il faut des secondes depuis 1970, en chiffres.\n")
    #expect(run.status == 64)
  }

  @Test func anArgumentThatIsTooLong() throws {
    let run = try ContentFolder.minimal().cadrage(
      "new", "family", String(repeating: "a", count: 120_000))
    expectNoDifference(
      run.errors,
      "Erreur : « \(String(repeating: "a", count: 40))… » est trop long : un argument a 8192 octets au "
        + "plus.\n")
    #expect(run.status == 64)
  }
}
