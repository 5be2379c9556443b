import CustomDump
import Foundation
import TestSupport
import Testing

/// What notes of other departments say, as data of a department that no code knows: several filing
/// windows, approximate dates, contacts, figures, ceilings, a platform and an acronym of its own, a
/// title and a plan of one year.
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
    // Its barème is to be published: the note is, and says so.
    let run = try site.cadrage("publish", "reunion", "2025-2026", "--date", "2025-05-01")
    try #require(run.status == 0, "\(run.errors)")
    let build = try site.cadrage("build")
    try #require(build.status == 0, "\(build.errors)")
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
    let intervals = #"data-fenetres="../2025-02-01T12:00 2025-03-01/2025-04-30T23:59""#
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
    #expect(try site.cadrage("check").errors.hasSuffix("Aucune erreur.\n"))
  }

  // MARK: - Contacts, figures, funders, plan

  /// The whole announcement: its own title and plan, its body without name, its second one, figures
  /// with their parts and in a text, what the Cnaf has not published, ceilings, contacts without name,
  /// corrections.
  @Test func announcementOfOneYear() throws {
    try expect(run("note", "reunion", "2025-2026"), "annonce.txt")
    try expect(read("reunion/2025-2026/resume.txt"), "annonce-resume.txt")
  }

  @Test func contactsOnThePages() throws {
    let page = try read("reunion/2025-2026/index.html")
    try expect(part(page, from: "bloc-montants", to: "</section>"), "contacts.html")
    let department = try read("reunion/index.html")
    try expect(
      part(department, from: "page-contacts", to: "</section>"), "contacts-departement.html")
  }

  /// A ceiling bounds what one may ask of a funder; a share has no sum of its own.
  @Test func ceilingsInTheSimulator() throws {
    let data = try read("reunion/2025-2026/simulateur/donnees.js")
    #expect(
      data.contains(
        #""base":2,"bas":0,"haut":50000,"part":0,"rural":0,"montant":"jusqu’à 500\#u{A0}€ par collectif""#
      ))
    #expect(
      data.contains(
        #""base":1,"bas":0,"haut":500000,"part":8000,"rural":0,"montant":"80\#u{A0}%, dans la limite de 5\#u{202F}000\#u{A0}€""#
      ))
    #expect(data.contains(#""part":5000,"rural":0,"montant":"50\#u{A0}% par collectif""#))
    #expect(data.contains(#""dispositif":"Lecture","base":2,"#))
  }

  @Test func frozenAnnouncement() throws {
    let pair = try RealNotesTests.site.get().read("departments/reunion/publiees/2025-2026.yaml")
    try expect(part(pair, from: "publiee", to: "regles:"), "annonce.yaml")
  }

  @Test func figuresOfTheNextYear() throws {
    let site = try ContentFolder.ofRepository()
    try site.overlay(RealNotesTests.fixtures)
    let run = try site.cadrage("new", "year", "reunion", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    try expect(run.output, "annonce-a-faire.txt")
    try expect(site.read("departments/reunion/2026-2027.yaml"), "annonce-2026-2027.yaml")
  }

  /// Corrections print outside demonstrations too, in other words.
  @Test func correctionsOfARealSite() throws {
    let site = try ContentFolder.ofDrafts()
    try site.overlay(RealNotesTests.fixtures)
    try site.replace("demonstration: oui", with: "demonstration: non", in: "site/site.yaml")
    let run = try site.cadrage("note", "reunion", "2025-2026")
    #expect(
      run.output.contains(
        "Corrections\n===========\n\nVoici ce qui diffère du document d’abord diffusé."),
      "\(run.output)\(run.errors)")
  }

  /// A year before the first edition: what to do is said; with an edition of its own, its simulator
  /// offers no bonus.
  @Test func yearBeforeTheEditions() throws {
    let site = try ContentFolder.ofRepository()
    // Its waivers would be listed.
    try site.remove("departments/vosges")
    try site.replace("  - vosges/2025-2026\n", with: "", in: "departments/adresses.yaml")
    try site.overlay(RealNotesTests.fixtures)
    try site.write(
      "departments/drome/2019-2020.yaml", "calendrier:\n  - etape: depot\n    au: 2019-06-28\n")
    try expect(site.cadrage("check").errors, "avant-les-editions.txt")
    let editions = try site.read("templates/editions.yaml")
    try site.write(
      "templates/editions.yaml",
      "- code: circulaire-2017\n  circulaire: C-2017-002\n  a_partir_de: 2017-2018\n" + editions)
    // No text of its own yet: the note would be empty.
    try expect(site.cadrage("check").errors, "sans-section.txt")
    try site.write(
      "templates/communs/circulaire-2017/introduction.md", "## Le Clas\n\nIl n'a pas de bonus.\n")
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0, "\(run.errors)")
    let page = try site.read("public/drome/2019-2020/simulateur/index.html")
    #expect(!page.contains("Les bonus") && !page.contains("bonus_enfants"))
    #expect(try site.read("public/drome/2025-2026/simulateur/index.html").contains("Les bonus"))
  }
}
