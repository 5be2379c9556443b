import CustomDump
import Foundation
import TestSupport
import Testing
import Yams

/// The results of `cadrage simulate`.
@Suite struct SimulationResultTests {
  static let project = """
    collectifs:
      - {cout: 9000, enfants: 10, bonus_enfants: oui}
      - {cout: 7000, enfants: 7}
      - {cout: "7 000,50 €", enfants: 6, nombre: 2, rural: oui, bonus_parents: {projet: oui}}
    complements: {msa: 1000, tne: 300}
    autres_financements:
      - {financeur: Commune, montant: 1500.00}

    """

  @Test func text() throws {
    let run = try SimulationRun.vosges(SimulationResultTests.project)
    expectNoDifference(run.errors, "")
    #expect(run.status == 0)
    try expectSnapshot(
      run.output, at: Repository.fixtures.appending(path: "simulation/result.txt"))
    for line in run.output.split(separator: "\n") { #expect(line.unicodeScalars.count <= 78) }
  }

  @Test func json() throws {
    let run = try SimulationRun.vosges(SimulationResultTests.project, "--format", "json")
    expectNoDifference(run.errors, "")
    #expect(run.status == 0)
    try expectSnapshot(
      run.output, at: Repository.fixtures.appending(path: "simulation/result.json"))
    _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  @Test func yamlAndJSONGiveTheSame() throws {
    let node = try #require(try Yams.compose(yaml: SimulationResultTests.project, .basic))
    let expected = try SimulationRun.vosges(SimulationResultTests.project, "--format", "json")
    let found = try SimulationRun.run(
      node.json, ["vosges", "2025-2026", "--format", "json"],
      environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    expectNoDifference(found, expected)
  }

  /// Ways to write nine thousand euros and fifty cents, and one thousand five hundred.
  @Test(arguments: [
    "9000.50", "9000.5", "90005e-1", "9.0005E+3", #""9 000,50 €""#, #""9000,5""#,
    #""9\u00a0000,50\u00a0\u20ac""#,
  ])
  func amountIsExact(_ amount: String) throws {
    let scenario = "{\"collectifs\":\t[{\"cout\": \(amount), \"enfants\": 10.0}]}"
    let run = try SimulationRun.vosges(scenario, "--format", "json")
    expectNoDifference(run.errors, "")
    #expect(run.output.contains("\"totaux\": {\"cout\": 9000.50, "))
  }

  @Test func figureOfTheUser() throws {
    let scenario = "collectifs: [{cout: 9000, enfants: 10, bonus_enfants: oui, bonus_parents: oui}]"
    let run = try SimulationRun.run(
      scenario,
      [
        "mayenne", "2023-2024", "--plafond", "8 000 €", "--bonus-enfants", "320,50", "--format",
        "json",
      ])
    expectNoDifference(run.errors, "")
    let result = try #require(try Yams.compose(yaml: run.output, .basic))
    expectNoDifference(result.at("bareme.plafond.valeur")?.string, "8000.00")
    expectNoDifference(
      result.at("bareme.plafond.source.document")?.string,
      "Montant que vous avez donné (--plafond)")
    expectNoDifference(result.at("totaux.bonus_enfants")?.string, "320.50")
    expectNoDifference(result.at("bareme.bonus_parents.valeur")?.string, "null")
    expectNoDifference(result.at("constats.1.code")?.string, "bonus-non-publie")
    expectNoDifference(
      result["avertissements"]?.list.prefix(2).compactMap(\.string),
      [
        "Le prix plafond, 8\u{202F}000\u{A0}€, est celui que vous avez donné. Il n’est pas publié pour "
          + "2023-2024.",
        "Le montant du bonus «\u{A0}enfants\u{A0}», 320,50\u{A0}€, est celui que vous avez donné. Il "
          + "n’est pas publié pour 2023-2024.",
      ])
  }

  /// A published note answers as its pages do, whatever its sources say since.
  @Test(arguments: ["text", "json"]) func publishedNoteAnswersFromItsPair(
    _ format: String
  ) throws {
    let site = try ContentFolder.publishable()
    try site.write("projet.yaml", "collectifs: [{cout: 9000, enfants: 10, bonus_enfants: oui}]")
    let published = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(published.status == 0, "\(published.errors)")
    func simulate() throws -> ContentFolder.Run {
      try site.cadrage(
        "simulate", "bresse", "2025-2026", "--scenario", "projet.yaml", "--format", format)
    }
    let before = try simulate()
    #expect(before.status == 0)
    try site.replace(
      "8 487 €/collectif, document: Barème de la Cnaf", with: "8 000 €/collectif, document: Autre",
      in: "departments/national/2025-2026.yaml")
    try site.replace("valeur: 32,5 %", with: "valeur: 30 %", in: "departments/national/regles.yaml")
    try site.replace(
      "nom: la Bresse", with: "nom: la Dombes", in: "departments/bresse/departement.yaml")
    expectNoDifference(try simulate(), before)
    try site.remove("departments/bresse/publiees")
    #expect(try simulate() != before)
  }

  /// Ten thousand collectifs, each with its own cost, are computed to the cent.
  @Test func tenThousandCollectifs() throws {
    let collectifs = (1...10_000).map { "{\"cout\": \($0).01, \"enfants\": 10}" }
    let scenario = "{\"collectifs\": [\(collectifs.joined(separator: ",\n"))]}"
    let run = try SimulationRun.vosges(scenario, "--format", "json")
    expectNoDifference(run.errors, "")
    #expect(run.status == 0)
    // The sum of 1.01 to 10 000.01.
    #expect(run.output.contains("\"totaux\": {\"cout\": 50005100.00, "))
    #expect(run.output.contains("{\"rang\": 10000, \"ps\": 2758.28, "))
  }

  /// What a terminal would obey is refused, whatever escape hides it.
  @Test(arguments: ["\\u001b[31m", "\\u202e"]) func controlSignsAreRefused(_ sign: String) throws {
    let scenario = """
      {"collectifs": [{"cout": 9000, "enfants": 10}],
       "autres_financements": [{"financeur": "\(sign)Commune \\ud83d\\ude00", "montant": 1}]}
      """
    let run = try SimulationRun.vosges(scenario)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(":2:40: erreur [caractere-invisible] "), "\(run.errors)")
    #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
  }
}
