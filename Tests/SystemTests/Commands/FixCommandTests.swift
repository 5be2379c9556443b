import CustomDump
import Foundation
import TestSupport
import Testing

/// `cadrage check --fix` on files on disk.
@Suite struct FixCommandTests {
  private static let year = "departments/bresse/2025-2026.yaml"

  /// Certain slips on several lines, one of them with two, one below another, and one to decide.
  private static func mistyped() throws -> ContentFolder {
    let site = try ContentFolder.minimal()
    let text = try site.read(year)
      .replacing("au: 2025-07-11", with: "au:11.07.2025 # le soir")
      .replacing("  plafond: 8 487", with: "\u{A0}\u{A0}plafnod: 8.487")
      .replacing("nom: le projet d'accueil", with: "nom: « le projet d'accueil »")
    try site.write(year, text)
    return site
  }

  @Test func certainSlipsAreCorrectedAndTheRestIsShown() throws {
    let site = try FixCommandTests.mistyped()
    let run = try site.cadrage("check", "--fix")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 1,
        output: """
          departments/bresse/2025-2026.yaml:4
             avant :     au:11.07.2025 # le soir
             après :     au: 2025-07-11 # le soir
          departments/bresse/2025-2026.yaml:19
             avant : \u{A0}\u{A0}plafnod: 8.487 €/collectif
             après :   plafond: 8 487 €/collectif

          """,
        errors: """
          departments/bresse/2025-2026.yaml:15:10: erreur [guillemets-typographiques] La valeur est entre guillemets typographiques « », qui en feraient partie.
             15 |     nom: « le projet d'accueil »
                |          ^^^^^^^^^^^^^^^^^^^^^^^
             attendu : la valeur seule ou entre guillemets droits
             suggestion : nom: "le projet d'accueil"

          1 erreur
          2 lignes corrigées dans 1 fichier.

          """))
    let again = try site.cadrage("check", "--fix")
    #expect(again.output.isEmpty)
    #expect(again.errors.hasSuffix("Rien à corriger sans votre décision.\n"))
  }

  @Test func withoutTheOptionNothingIsWritten() throws {
    let site = try FixCommandTests.mistyped()
    let before = try site.contents(of: ".")
    let run = try site.cadrage("check")
    #expect(run.errors.hasSuffix("« cadrage check --fix » en corrige 2 sans hésiter.\n"))
    expectNoDifference(try site.contents(of: "."), before)
  }

  /// Line ends, byte order mark, comments, order and permissions are those of the author.
  @Test func theRestOfTheFileStays() throws {
    let site = try ContentFolder.minimal()
    let text = "\u{FEFF}# En tête\n" + (try site.read(FixCommandTests.year)) + "# À la fin"
    let written = text.replacing("\n", with: "\r\n")
    try site.write(
      FixCommandTests.year, written.replacing("au: 2025-07-11", with: "au: 11.07.2025"))
    let path = site.path(FixCommandTests.year)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let run = try site.cadrage("check", "--fix")
    expectNoDifference(run.status, 0)
    // Foundation drops the byte order mark of a text.
    expectNoDifference(
      try Data(contentsOf: URL(filePath: path)).elementsEqual(written.utf8), true)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    expectNoDifference(attributes[.posixPermissions] as? Int, 0o640)
    expectNoDifference(
      try site.names(in: "departments/bresse"), ["2025-2026.yaml", "departement.yaml"])
  }

  /// A published note is written by `publish` alone, even where a correction would be certain.
  @Test func frozenFilesStay() throws {
    let site = try ContentFolder.publishable()
    try #require(
      try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01").status == 0)
    let pair = "departments/bresse/publiees/2025-2026.yaml"
    try site.replace("publiee_le: ", with: "publiee_le:", in: pair)
    // As if it had been published so.
    let frozen = try site.read(pair)
    let run = try site.cadrage("check", "--fix")
    expectNoDifference(run.status, 1)
    #expect(run.output.isEmpty)
    expectNoDifference(try site.read(pair), frozen)
  }

  @Test func asJSON() throws {
    let site = try FixCommandTests.mistyped()
    let run = try site.cadrage("check", "--fix", "--format", "json")
    let result = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let corrected = try #require(result["corrigees"] as? [[String: Any]])
    expectNoDifference(corrected.map { $0["ligne"] as? Int }, [4, 19])
    expectNoDifference(
      corrected.map { $0["apres"] as? String },
      [
        "    au: 2025-07-11 # le soir", "  plafond: 8 487 €/collectif",
      ])
    let left = try #require(result["diagnostics"] as? [[String: Any]])
    let correction = try #require(left.first?["correction"] as? [String: Any])
    expectNoDifference(correction["texte"] as? String, "\"le projet d'accueil\"")
    expectNoDifference(correction["certaine"] as? Bool, false)
  }

  /// A folder that may not be written: nothing is changed, and the reason is told.
  @Test(.disabled(if: getuid() == 0, "the administrator may write everywhere"))
  func forbiddenFolder() throws {
    let site = try FixCommandTests.mistyped()
    let folder = site.path("departments/bresse")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let run = try site.cadrage("check", "--fix")
    expectNoDifference(run.status, 74)
    #expect(run.errors.contains("vous n’en avez pas le droit"))
  }
}
