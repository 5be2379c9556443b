import CustomDump
import Foundation
import TestSupport
import Testing

/// A department that no code knows: its files alone change who issues the note, its funders, its
/// figures, its sections and its calendar, and no other department.
@Suite struct FifthDepartmentTests {
  /// The repository's content with the fifth department, built once for all tests.
  private static let site: Result<ContentFolder, any Error> = Result {
    let site = try ContentFolder.ofRepository()
    try site.overlay(Repository.fixtures.appending(path: "fifth-department"))
    let run = try site.cadrage("build", "--drafts")
    try #require(run.status == 0, "\(run.errors)")
    return site
  }

  /// A page, with ordinary spaces.
  private func text(_ name: String) throws -> String {
    try FifthDepartmentTests.site.get().read("public/thierache/" + name).withPlainSpaces
  }

  @Test func sectionsAreAddedRemovedAndMoved() throws {
    let names = try headings().map(\.id)
    #expect(names.first == "contacts")
    let pairs = Set(zip(names, names.dropFirst()).map { "\($0) \($1)" })
    #expect(pairs.contains("introduction parole-aux-benevoles"))
    // The financing moves with its sub-parts.
    #expect(
      pairs.isSuperset(of: [
        "animation financement", "financement prestation-de-service", "autres-financements projet",
        "projet attentes",
      ]))
    #expect(Set(names).isDisjoint(with: ["exemple-ain", "exemple-deux-sevres", "annexes"]))
    #expect(names.count == Set(names).count)
  }

  @Test func numbersFollowTheNewOrder() throws {
    let headings = try self.headings().filter {
      !["contacts", "corrections", "notes"].contains($0.id)
    }
    var part = 0
    var chapter = 0
    let expected = headings.map { heading in
      if heading.level == 2 {
        part += 1
        chapter = 0
        return "\(part)."
      }
      chapter += 1
      return "\(part).\(chapter)"
    }
    expectNoDifference(headings.map(\.number), expected)
    #expect(part >= 5)
    let unnumbered = try self.headings().first { $0.id == "contacts" }
    #expect(unnumbered?.number == "")
  }

  private struct Heading {
    var level: Int
    var id: String
    var number: String
  }

  /// The headings of the note, those of the layout left out.
  private func headings() throws -> [Heading] {
    let pattern = #/<h([23]) id="([^"]+)">(?:<b>([\d.]+)</b>)?/#
    var headings: [Heading] = []
    for match in try text("2025-2026/index.html").matches(of: pattern) {
      let id = String(match.output.2)
      guard !id.hasPrefix("page-") else { continue }
      let number = match.output.3.map { String($0) } ?? ""
      headings.append(Heading(level: match.output.1 == "2" ? 2 : 3, id: id, number: number))
    }
    return headings
  }

  @Test func tableOfContentsFollowsTheHeadings() throws {
    let page = try text("2025-2026/index.html")
    let contents = try #require(
      page.firstMatch(of: #/class="sommaire"(?<list>.*?)</nav>/#.dotMatchesNewlines())?.list)
    let links = contents.matches(of: #/href="#(?<id>[^"]+)"/#).map { String($0.output.id) }
    let anchors = page.matches(of: #/<h[23] id="(?<id>[^"]+)">/#).map { String($0.output.id) }
    #expect(links.first == "page-essentiel")
    expectNoDifference(
      Array(links.dropFirst()), anchors.filter { !$0.hasPrefix("page-") && $0 != "notes" })
  }

  @Test func bodyIsNotACaf() throws {
    let note = try text("2025-2026/note.txt").replacing(#/\s+/#, with: " ")
    #expect(try text("2025-2026/index.html").contains("la CCSS de la Thiérache"))
    #expect(note.contains("La CCSS de la Thiérache en assure le secrétariat."))
    #expect(!note.contains("Caf de la Thiérache"))
    #expect(note.contains("commune de moins de 2 000 habitants"))
    #expect(try text("index.html").contains("La CCSS de la Thiérache"))
  }

  @Test(arguments: [
    "Familles 1 012 Bénévoles 57, dont 12 retraités de l’enseignement",
    "Dépôt des dossiers du 2 mai 2025 au 30 mai 2025 "
      + "Fête des Clas samedi 21 juin 2025, de 14 h à 18 h 30 Lieu : Vervins. "
      + "Réunion du comité septembre 2025",
    "Le Conseil régional Lire partout 250 € par collectif "
      + "La Fondation du Vilpion Coup de pouce de 50 € à 1 250,50 € par porteur",
    "partenaires@ccss-thierache.example",
    "01 23 45 67 89",
    "3 place du Marché, 02990 Vervins",
    "La CCSS réunit les bénévoles avec l’assemblée des financeurs, en Thiérache.",
  ])
  func noteHoldsTheFacts(_ passage: String) throws {
    let note = try text("2025-2026/note.txt").replacing(#/\s+/#, with: " ")
    let holds = note.contains(passage)
    #expect(holds)
  }

  @Test func pageHoldsTheFacts() throws {
    let page = try text("2025-2026/index.html")
    for passage in [
      #"data-ouverture="2025-05-02" data-cloture="2025-05-30""#, #"data-fuseau="Indian/Reunion""#,
      "Conseil régional", "Lire partout", "250 €", "Fondation du Vilpion", "1 250,50 €",
    ] {
      let holds = page.contains(passage)
      #expect(holds, "\(passage)")
    }
    let namesAnother = page.contains("MSA Lorraine")
    #expect(!namesAnother)
  }

  @Test func homePageAndMapNameTheDepartment() throws {
    let site = try FifthDepartmentTests.site.get()
    for page in ["index.html", "plan-du-site/index.html"] {
      #expect(try site.read("public/" + page).contains("thierache/2025-2026/index.html"), "\(page)")
    }
    // It is a draft: readers do not find it by themselves.
    #expect(try !site.read("public/sitemap.xml").contains("/thierache/"))
  }

  @Test func noOtherDepartmentChanges() throws {
    let without = try ContentFolder.ofRepository()
    #expect(try without.cadrage("build", "--drafts").status == 0)
    let departments = try without.names(in: "departments").filter {
      $0 != "national" && $0 != "adresses.yaml"
    }
    #expect(departments.count >= 4)
    for department in departments {
      expectNoDifference(
        try FifthDepartmentTests.site.get().contents(of: "public/" + department),
        try without.contents(of: "public/" + department))
    }
  }
}
