import CustomDump
import Simulation
import Testing

/// Every diagnostic code is shown by a site: a folder of fixtures, or one that only code can make.
/// Those of scenarios are shown by `ScenarioFaultTests`.
@Suite struct CodeCoverageTests {
  /// The codes that the executable cannot meet, and why.
  static let unreachable: [String: String] = [
    "dossier-manquant": "the command line refuses a root without its three folders (status 64)",
    "fichier-au-lieu-de-dossier": "likewise, when one of the three is a file",
    "valeur-en-attente": "« cadrage publish » alone says it: see PublishTests",
    "valeur-non-modifiable": "« cadrage new year » alone says it: see NewYearTests",
    "inclusion-autre-format": "each format has its own folder, where its inclusions are looked up",
  ]

  @Test func everyCodeHasASite() {
    let codes = Set(
      CodesPageTests.parts.flatMap(\.codes).filter { !($0 is ScenarioCode) }.map { $0.rawValue })
    let folders = Set(InvalidSiteTests.codes)
    let made = Set(MadeSite.all.map(\.code))
    expectNoDifference(
      codes.subtracting(folders).subtracting(made).sorted(),
      CodeCoverageTests.unreachable.keys.sorted(), "codes without an invalid site")
    expectNoDifference(folders.union(made).subtracting(codes).sorted(), [], "sites of no code")
    expectNoDifference(folders.intersection(made).sorted(), [], "codes with two sites")
  }
}
