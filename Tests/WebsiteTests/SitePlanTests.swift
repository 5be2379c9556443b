import Configuration
import CustomDump
import Facts
import Files
import Publication
import Testing

@testable import Website

/// Which pages and files a site has, at which addresses, made from what: known before any is made.
@Suite struct SitePlanTests {
  private static let years = ["2024-2025", "2025-2026", "2026-2027"].compactMap { SchoolYear($0) }
  private static let old = PlannedNote(department: "bresse", year: years[0], isDraft: false)
  private static let latest = PlannedNote(department: "bresse", year: years[1], isDraft: false)
  private static let draft = PlannedNote(department: "bresse", year: years[2], isDraft: true)
  private static let alone = PlannedNote(department: "savoie", year: years[2], isDraft: true)

  private static let contents = SiteContents(
    notes: [old, latest, draft, alone], texts: [PageAddress("mentions-legales/")],
    assets: ["site/styles/cadrage.css"],
    copies: [SourceTree.File(path: "site/polices/a.woff2", size: 3)],
    address: PublicAddress("https://exemple.fr/clas"))

  private static func paths(_ contents: SiteContents) -> [String] {
    SitePlan(contents).files.map(\.path)
  }

  @Test func filesHaveTheirAddresses() {
    expectNoDifference(
      SitePlanTests.paths(SitePlanTests.contents.withoutDrafts),
      [
        "bresse/index.html",
        "bresse/annees/index.html",
        "bresse/2025-2026/index.html",
        "bresse/2025-2026/demarche/index.html",
        "bresse/2025-2026/simulateur/index.html",
        "bresse/2025-2026/changements/index.html",
        "bresse/2025-2026/texte/index.html",
        "bresse/2025-2026/corrections/index.html",
        "bresse/2024-2025/index.html",
        "bresse/2024-2025/demarche/index.html",
        "bresse/2024-2025/simulateur/index.html",
        "bresse/2024-2025/changements/index.html",
        "bresse/2024-2025/texte/index.html",
        "bresse/2024-2025/corrections/index.html",
        "bresse/actuelle/index.html",
        "bresse/2025-2026/note.txt",
        "bresse/2025-2026/resume.txt",
        "bresse/2025-2026/calendrier.ics",
        "bresse/2025-2026/donnees.json",
        "bresse/2025-2026/simulateur/donnees.js",
        "bresse/2025-2026/recherche.js",
        "bresse/2024-2025/note.txt",
        "bresse/2024-2025/resume.txt",
        "bresse/2024-2025/calendrier.ics",
        "bresse/2024-2025/donnees.json",
        "bresse/2024-2025/simulateur/donnees.js",
        "bresse/2024-2025/recherche.js",
        "recherche/index.html",
        "mentions-legales/index.html",
        "index.html",
        "plan-du-site/index.html",
        "404.html",
        "scripts/calcul.js",
        "donnees.json",
        "sitemap.xml",
        "nouveautes.xml",
        "styles/cadrage.css",
        "polices/a.woff2",
      ])
  }

  /// What is shown without drafts is made once for both plans, but for these pages.
  @Test func onlyListsOfNotesDependOnDrafts() {
    let whole = SitePlan(SitePlanTests.contents)
    let published = SitePlan(SitePlanTests.contents.withoutDrafts)
    let shared = Set(whole.files)
    expectNoDifference(
      published.files.filter { !shared.contains($0) }.map(\.path),
      ["bresse/index.html", "index.html", "plan-du-site/index.html"])
    expectNoDifference(
      Set(whole.files.map(\.path)).subtracting(published.files.map(\.path)).sorted().filter {
        $0.hasSuffix("/index.html") && $0.split(separator: "/").count < 4
      },
      ["bresse/2026-2027/index.html", "savoie/2026-2027/index.html", "savoie/index.html"])
  }

  /// A year has a page when two departments publish it; one department alone has nothing beside it.
  @Test func departmentsAreComparedOnceThereAreTwo() {
    func compared(_ notes: [PlannedNote]) -> [String] {
      SitePlan(SiteContents(notes: notes)).files.map(\.path).filter {
        $0.hasPrefix("comparer/") || $0.contains("/annees/")
      }
    }
    let (old, latest) = (SitePlanTests.old, SitePlanTests.latest)
    func other(_ year: SchoolYear) -> PlannedNote {
      PlannedNote(department: "savoie", year: year, isDraft: false)
    }
    expectNoDifference(compared([old, SitePlanTests.draft, SitePlanTests.alone]), [])
    expectNoDifference(compared([old, other(latest.year)]), ["comparer/index.html"])
    expectNoDifference(
      compared([old, latest, other(old.year), other(latest.year)]),
      [
        "bresse/annees/index.html", "savoie/annees/index.html", "comparer/index.html",
        "comparer/2025-2026/index.html", "comparer/2024-2025/index.html",
      ])
  }

  @Test func whatANoteCitesStandsBesideIt() {
    let file = SourceTree.File(path: "departments/bresse/2025-2026/pieces/a.pdf", size: 3)
    let department = SitePlan(SitePlanTests.contents).department("bresse")
    let cited = department?.files(
      of: [SitePlanTests.latest: [CitedAttachment(name: "a.pdf", file: file)]])
    expectNoDifference(
      cited, [PlannedFile("bresse/2025-2026/pieces/a.pdf", .copy(file))])
  }

  /// Files that are equal are made once, for the site with drafts and for the one without.
  @Test func theFeedIsMadeOnce() {
    let whole = SitePlan(SitePlanTests.contents)
    let published = SitePlan(SitePlanTests.contents.withoutDrafts)
    let feeds = (whole.files + published.files).filter { $0.path == "nouveautes.xml" }
    #expect(feeds.count == 2 && Set(feeds).count == 1)
  }

  @Test func draftsStandBesideThePublishedNotes() {
    let (old, latest, draft) = (SitePlanTests.old, SitePlanTests.latest, SitePlanTests.draft)
    let pages: [PlannedPage] = SitePlan(SitePlanTests.contents).files.compactMap {
      if case .page(let page) = $0.content { page } else { nil }
    }
    #expect(pages.contains(.note(old, others: [latest], latest: latest, before: nil)))
    #expect(pages.contains(.note(latest, others: [old], latest: latest, before: old)))
    // A draft is no past year, and sends nobody to another note.
    #expect(pages.contains(.note(draft, others: [latest, old], latest: draft, before: latest)))
    #expect(pages.contains(.home(latest: [latest], drafts: [draft, SitePlanTests.alone])))
    expectNoDifference(
      pages.filter(\.isDraft).map(\.file),
      [
        "bresse/2026-2027/index.html", "bresse/2026-2027/demarche/index.html",
        "bresse/2026-2027/simulateur/index.html", "bresse/2026-2027/changements/index.html",
        "bresse/2026-2027/texte/index.html", "bresse/2026-2027/corrections/index.html",
        "savoie/index.html", "savoie/2026-2027/index.html", "savoie/2026-2027/demarche/index.html",
        "savoie/2026-2027/simulateur/index.html", "savoie/2026-2027/changements/index.html",
        "savoie/2026-2027/texte/index.html", "savoie/2026-2027/corrections/index.html",
      ])
  }

  @Test func aFeedNeedsAPublicationAndAnAddress() {
    var contents = SitePlanTests.contents
    #expect(SitePlan(contents).features.hasFeed)
    contents.notes = [SitePlanTests.alone]
    #expect(!SitePlan(contents).features.hasFeed)
    contents = SitePlanTests.contents
    contents.address = nil
    #expect(!SitePlan(contents).features.hasFeed)
    #expect(!SitePlanTests.paths(contents).contains("sitemap.xml"))
  }

  @Test func aFileOfTheSiteMayNotTakeThePlaceOfAnother() {
    var contents = SitePlanTests.contents
    contents.assets += ["site/404.html", "site/robots.txt", "site/scripts/calcul.js"]
    expectNoDifference(SitePlan(contents).clashes, ["404.html", "scripts/calcul.js"])
    #expect(SitePlanTests.paths(contents).filter { $0 == "404.html" }.count == 1)
  }
}
