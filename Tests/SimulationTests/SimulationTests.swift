import Configuration
import CustomDump
import Diagnostics
import Facts
import Foundation
import Funding
import Simulation
import TestSupport
import Testing

/// The result of a scenario, computed from facts in memory.
@Suite struct SimulationTests {
  private static let scenario = """
    collectifs:
      - {cout: 9000, enfants: 10, bonus_enfants: oui}
      - {cout: "7 000,50 €", enfants: 6, nombre: 2, rural: oui}
    autres_financements:
      - {financeur: Commune, montant: 1500.00}

    """

  private static let snapshots = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  /// A scenario computed for the note of the small project.
  ///
  /// - Parameter more: what the year's file says besides.
  private func simulation(
    of scenario: String = SimulationTests.scenario, with more: String = ""
  ) throws -> Simulation {
    let path = "departments/bresse/2025-2026.yaml"
    let configuration = LoadedProject(changing: [path: SampleProject.minimal[path] + more])
      .project.configuration
    let year = try #require(SchoolYear("2025-2026"))
    let facts = try #require(configuration.note("bresse", year))
    let sentences = try #require(configuration.sentences)
    var diagnostics = DiagnosticList()
    let file = ScenarioFile.read(
      SourceText(path: "projet.yaml", text: scenario), for: facts,
      sentences: sentences, into: &diagnostics)
    expectNoDifference(diagnostics.sorted, [])
    return try Simulation(
      try #require(file), facts: facts, given: Bareme(), sentences: sentences)
  }

  @Test func text() throws {
    let text = String(decoding: TextResult.bytes(try simulation()), as: UTF8.self)
    try expectSnapshot(text, at: SimulationTests.snapshots.appending(path: "result.txt"))
    for line in text.split(separator: "\n") { #expect(line.unicodeScalars.count <= 78) }
  }

  @Test func json() throws {
    let bytes = JSONResult.bytes(try simulation())
    try expectSnapshot(
      String(decoding: bytes, as: UTF8.self),
      at: SimulationTests.snapshots.appending(path: "result.json"))
    _ = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  @Test func anAidWhoseAmountIsAwaitedIsNotComparedWithAnything() throws {
    let simulation = try simulation(
      of: "collectifs: [{cout: 9000, enfants: 10}]\ncomplements: {commune: 50, region: 10}\n",
      with: """

        financements:
          - code: commune
            financeur: la commune de Bourg
            dispositif: Coup de pouce
            montant: a_confirmer de 100 € à 500 €/collectif
          - code: region
            financeur: la région
            dispositif: Coup de main
            montant: 10 €/porteur

        """)
    let text = String(decoding: TextResult.bytes(simulation), as: UTF8.self)
    let warnings = text.components(separatedBy: "Avertissements\n--------------\n").last?
      .components(separatedBy: "\n\n").first
    expectNoDifference(
      warnings,
      """
        - L’arrondi de 2025-2026 n’est pas connu, chaque Ps est arrondie au centime.
        - Ce que donne la commune de Bourg cette année reste à confirmer\u{A0}: la somme
          que vous indiquez n’a pas pu être vérifiée.
      """)
    let json = String(decoding: JSONResult.bytes(simulation), as: UTF8.self)
    #expect(json.contains(#""certitude": "projet""#))
  }
}
