import CustomDump
import Foundation
import TestSupport
import Testing

/// What notes of other departments say, as data of a department that no code knows: several filing
/// windows, approximate dates.
@Suite struct RealNotesTests {
  private static let fixtures = Repository.fixtures.appending(path: "real-notes")
  private static let expected = Repository.fixtures.appending(path: "real-notes-expected")

  private static let site: Result<ContentFolder, any Error> = Result {
    let site = try ContentFolder.ofRepository()
    try site.overlay(fixtures)
    for (year, day) in [("2024-2025", "2024-01-10"), ("2025-2026", "2025-01-10")] {
      let run = try site.cadrage("publish", "drome", year, "--date", day)
      try #require(run.status == 0, "\(run.errors)")
    }
    let run = try site.cadrage("build")
    try #require(run.status == 0, "\(run.errors)")
    return site
  }

  private func run(_ arguments: String...) throws -> String {
    let run = try RealNotesTests.site.get().run(arguments)
    try #require(run.status == 0, "\(run.errors)")
    return run.output
  }

  private func read(_ name: String) throws -> String {
    try RealNotesTests.site.get().read("public/" + name)
  }

  private func expect(_ text: String, _ name: String) throws {
    try expectSnapshot(text, at: RealNotesTests.expected.appending(path: name))
  }

  /// The lines of a text from one to before another.
  private func part(_ text: String, from start: String, to end: String) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(lines.firstIndex { $0.contains(start) }, "\(start)")
    let last = try #require(lines[first...].firstIndex { $0.contains(end) }, "\(end)")
    return lines[first..<last].joined(separator: "\n") + "\n"
  }

  // MARK: - Filing windows

  @Test func severalWindowsInTheText() throws {
    let text = try run("note", "drome", "2025-2026")
    let filing = try part(text, from: "Déposer votre demande", to: "Les documents à joindre")
    try expect(filing, "depot.txt")
  }

  @Test func severalWindowsOnThePage() throws {
    let page = try read("drome/2025-2026/index.html")
    try expect(part(page, from: "bloc-fenetre", to: "bloc-montants"), "essentiel.html")
    try expect(read("drome/2025-2026/resume.txt"), "resume.txt")
    let intervals = #"data-fenetres="../2025-02-01T12:00 2025-03-01/2025-05-01T23:59""#
    #expect(try read("index.html").contains(intervals))
    #expect(try read("drome/index.html").contains(intervals))
  }

  /// The window of one name is compared with its like, whatever their order.
  @Test func windowsAreCompared() throws {
    let text = try run("diff", "drome", "2024-2025", "2025-2026")
    try expect(part(text, from: "Calendrier", to: "Les orientations"), "diff.txt")
  }

  @Test func windowsOfTheNextYear() throws {
    let site = try ContentFolder.ofRepository()
    try site.overlay(RealNotesTests.fixtures)
    let run = try site.cadrage("new", "year", "drome", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    try expect(run.output, "a-faire.txt")
    let file = try site.read("departments/drome/2026-2027.yaml")
    try expect(part(file, from: "calendrier:", to: "depot:"), "2026-2027.yaml")
  }

  /// What is frozen is read back as it was.
  @Test func windowsArePublished() throws {
    let site = try RealNotesTests.site.get()
    let pair = try site.read("departments/drome/publiees/2025-2026.yaml")
    try expect(part(pair, from: "  calendrier:", to: "  depot:"), "publiee.yaml")
    expectNoDifference(try site.cadrage("check").errors, "Aucune erreur.\n")
  }
}
