import CustomDump
import Foundation
import Testing

/// A department that no code knows: its files alone change who issues the note, its funders, its
/// figures, its sections and its calendar, and no other department.
@Suite struct FifthDepartmentTests {
  /// The repository's content with the fifth department, built once for all tests.
  private static let site: Result<ContentFolder, any Error> = Result {
    let site = try ContentFolder.ofRepository()
    try site.overlay(Repository.fixtures.appending(path: "fifth-department"))
    let run = try site.cadrage("build")
    try #require(run.status == 0, "\(run.errors)")
    return site
  }

  /// A page, with ordinary spaces.
  private func text(_ name: String) throws -> String {
    try FifthDepartmentTests.site.get().read("public/thierache/" + name)
      .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test func noteHasItsSectionsInItsOrder() throws {
    let page = try text("2025-2026/index.html")
    let headings = page.matches(of: #/<h[23] id="(?<id>[^"]+)">(?<text>.*?)</h[23]>/#)
      .filter { !$0.output.id.hasPrefix("page-") }
      .map { $0.output.text.replacing(#/<[^>]*>/#, with: "") }
    expectNoDifference(
      headings,
      [
        "Vos contacts", "1. Le Clas en bref", "2. La parole aux bénévoles",
        "3. L’organisation départementale", "3.1 Les missions de l’assemblée des financeurs",
        "4. Le financement", "4.1 Les orientations 2025-2026", "4.2 Les priorités de l’année",
        "4.3 L’animation départementale", "5. Construire votre projet",
        "5.1 Ce que les financeurs attendent", "5.2 Les règles à respecter",
        "5.3 Ce que vous décrivez dans le dossier", "6. Déposer votre demande",
        "6.1 Le calendrier", "6.2 Les documents à joindre", "6.3 Le bilan de l’année 2024-2025",
        "6.4 La prestation de service (Ps)", "6.5 Les deux bonus", "6.6 Le bonus « enfants »",
        "6.7 Le bonus « parents »", "6.8 Les autres financeurs", "Notes",
      ])
  }

  @Test func tableOfContentsFollowsTheHeadings() throws {
    let page = try text("2025-2026/index.html")
    let contents = try #require(
      page.firstMatch(of: #/id="page-sommaire"(?<list>.*?)</nav>/#.dotMatchesNewlines())?.list)
    let links = contents.matches(of: #/href="#(?<id>[^"]+)"/#).map { String($0.output.id) }
    let anchors = page.matches(of: #/<h[23] id="(?<id>[^"]+)">/#).map { String($0.output.id) }
    expectNoDifference(links, anchors.filter { !$0.hasPrefix("page-") && $0 != "notes" })
  }

  @Test func bodyIsNotACaf() throws {
    let note = try text("2025-2026/note.txt")
    let home = try FifthDepartmentTests.site.get().read("public/index.html")
    #expect(try text("2025-2026/index.html").contains("D’après la note de la CCSS de la Thiérache"))
    #expect(note.contains("La CCSS de la\nThiérache en assure le secrétariat."))
    #expect(note.contains("commune de moins de 2 000 habitants"))
    #expect(home.contains("la CCSS de la Thiérache") || home.contains("CCSS de la Thiérache"))
    #expect(try text("index.html").contains("La CCSS de la Thiérache"))
  }

  @Test func facts() throws {
    let note = try text("2025-2026/note.txt")
    for passage in [
      """
      Familles             1 012
      Bénévoles            57, dont 12 retraités de l’enseignement
      """,
      """
      Dépôt des dossiers  du 2 mai 2025 au 30 mai 2025
      Fête des Clas       samedi 21 juin 2025, de 14 h à 18 h 30  Lieu : Vervins.
      Réunion du comité   septembre 2025
      """,
      """
      Le Conseil régional      Lire partout   250 € par collectif
      La Fondation du Vilpion  Coup de pouce  de 50 € à 1 250,50 € par porteur
      """,
      """
      - Guichet des partenaires
        - Organisme : CCSS de la Thiérache
        - Pour quoi : répond le mardi et le jeudi
        - Courriel : partenaires@ccss-thierache.example
        - Téléphone : 01 23 45 67 89
        - Adresse : 3 place du Marché, 02990 Vervins
      """,
    ] {
      let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingSuffix(while: \.isWhitespace) }.joined(separator: "\n")
      #expect(lines.contains(passage), "\(passage)")
    }
    let page = try text("2025-2026/index.html")
    #expect(page.contains(#"data-ouverture="2025-05-02" data-cloture="2025-05-30""#))
    #expect(page.contains(#"data-fuseau="Indian/Reunion""#))
    #expect(!note.contains("MSA Lorraine"))
  }

  @Test func homePageAndMapNameTheDepartment() throws {
    let site = try FifthDepartmentTests.site.get()
    for page in ["index.html", "plan-du-site/index.html"] {
      #expect(try site.read("public/" + page).contains("thierache/2025-2026/index.html"), "\(page)")
    }
    #expect(try site.read("public/sitemap.xml").contains("/thierache/2025-2026/</loc>"))
  }

  @Test func noOtherDepartmentChanges() throws {
    let without = try ContentFolder.ofRepository()
    #expect(try without.cadrage("build").status == 0)
    let departments = try without.names(in: "departments").filter { $0 != "national" }
    #expect(departments.count >= 4)
    for department in departments {
      expectNoDifference(
        try FifthDepartmentTests.site.get().contents(of: "public/" + department),
        try without.contents(of: "public/" + department))
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
