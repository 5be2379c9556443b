import CustomDump
import Diagnostics
import Foundation
import TestSupport
import Testing

/// One small site a diagnostic code: the valid one with one thing wrong.
///
/// A folder of `Fixtures/invalid` holds the files that differ, `supprimer.txt` when some are taken
/// away, and `expected.txt`, all that `cadrage check` says.
@Suite struct InvalidSiteTests {
  static let folder = Repository.fixtures.appending(path: "invalid")

  /// The codes that have a folder.
  static let codes: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: codes) func isReported(code: String) throws {
    let fixture = InvalidSiteTests.folder.appending(path: code)
    let site = try ContentFolder.minimal()
    let removals = fixture.appending(path: "supprimer.txt")
    if let paths = try? String(contentsOf: removals, encoding: .utf8) {
      for path in paths.split(separator: "\n") { try site.remove(String(path)) }
    }
    try site.overlay(fixture, except: ["supprimer.txt", "expected.txt"])
    let run = try site.cadrage("check")
    try expectSnapshot(run.errors, at: fixture.appending(path: "expected.txt"))
    #expect(run.errors.contains("[\(code)]"))
    #expect(
      run.status == (run.errors.contains(": erreur [") || run.errors.hasPrefix("erreur [") ? 1 : 0))
    #expect(run.output.isEmpty)
  }

  @Test func minimalSiteIsValid() throws {
    let run = try ContentFolder.minimal().cadrage("check", "--strict")
    expectNoDifference(run, ContentFolder.Run(status: 0, output: "", errors: "Aucune erreur.\n"))
  }
}
