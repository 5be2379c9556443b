import CustomDump
import Foundation
import TestSupport
import Testing

/// The page of what changed: which notes it compares, where it is announced, what it cites.
@Suite struct ChangesPageTests {
  private static let page = "public/bresse/2026-2027/changements/index.html"

  /// A third year, copied from the second.
  private func threeYears(_ third: String = "2027-2028") throws -> ContentFolder {
    let site = try ContentFolder.twoYears()
    let folder = "departments/bresse"
    try site.write(
      "\(folder)/\(third).yaml",
      site.read("\(folder)/2026-2027.yaml").replacing("2026-06", with: third.prefix(4) + "-06")
        .replacing("8 900", with: "9 000").replacing("2 892,50", with: "2 925"))
    for name in ["controle.md", "contacts.md"] {
      try site.write("\(folder)/\(third)/\(name)", site.read("\(folder)/2026-2027/\(name)"))
    }
    return site
  }

  private func publish(_ site: ContentFolder, _ year: String) throws {
    let run = try site.cadrage(
      "publish", "bresse", year, "--date", "2026-06-\(year.dropFirst(2).prefix(2))")
    try #require(run.status == 0, "\(run.errors)")
  }

  private func compared(_ site: ContentFolder, _ year: String) throws -> String? {
    let text = try site.read("public/bresse/\(year)/changements/index.html")
    let link = text.firstMatch(of: #/(?:à|avec) <a href="[^"]*">la note de (\d{4}-\d{4})<\/a>/#)
    return link.map { String($0.output.1) }
  }

  @Test func threeYearsAreComparedPairwise() throws {
    let site = try threeYears()
    try publish(site, "2026-2027")
    try publish(site, "2027-2028")
    let run = try site.cadrage("build")
    try #require(run.status == 0, "\(run.errors)")
    #expect(try compared(site, "2025-2026") == nil)
    #expect(try compared(site, "2026-2027") == "2025-2026")
    #expect(try compared(site, "2027-2028") == "2026-2027")
    let map = try site.read("public/plan-du-site/index.html")
    for year in ["2026-2027", "2027-2028"] {
      #expect(map.contains("\(year)/changements/index.html"))
    }
    // There is nothing to compare.
    #expect(!map.contains("2025-2026/changements/index.html"))
  }

  @Test func skippedYearIsSaid() throws {
    let site = try threeYears("2028-2029")
    try site.remove("departments/bresse/2026-2027.yaml")
    try site.remove("departments/bresse/2026-2027")
    try publish(site, "2028-2029")
    #expect(try site.cadrage("build").status == 0)
    #expect(try compared(site, "2028-2029") == "2025-2026")
    #expect(
      try site.read("public/bresse/2028-2029/changements/index.html").contains(
        "Ce site n’a pas de note publiée pour 2026-2027 et 2027-2028\u{A0}: la comparaison porte sur la "
          + "dernière qu’il ait."))
  }

  @Test func draftIsComparedWithTheLastPublished() throws {
    let site = try threeYears()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    #expect(try compared(site, "2026-2027") == "2025-2026")
    #expect(try compared(site, "2027-2028") == "2025-2026")
    let page = try site.read(ChangesPageTests.page)
    #expect(page.contains("PROJET"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    let map = try site.read("public/sitemap.xml")
    #expect(!map.contains("bresse/2025-2026/changements/"))
    #expect(!map.contains("bresse/2026-2027/changements/"))
    #expect(try site.cadrage("build").status == 0)
    #expect(!site.exists(ChangesPageTests.page))
  }

  @Test func firstYearSaysSo() throws {
    let site = try ContentFolder.twoYears()
    #expect(try site.cadrage("build").status == 0)
    let page = try site.read("public/bresse/2025-2026/changements/index.html")
    #expect(
      page.contains(
        "Ce site n’a pas de note de la Bresse publiée avant celle de 2025-2026\u{A0}: il n’y a rien à "
          + "comparer."))
    let note = try site.read("public/bresse/2025-2026/index.html")
    #expect(!note.contains("changements/index.html"))
  }

  @Test func oldNoteLeadsToTheSamePartOfTheLatest() throws {
    let site = try ContentFolder.twoYears()
    try publish(site, "2026-2027")
    #expect(try site.cadrage("build").status == 0)
    let old = try site.read("public/bresse/2025-2026/index.html")
    for section in ["introduction", "depot", "financement", "contacts"] {
      #expect(
        old.contains("<p class=\"meme-partie\"><a href=\"../2026-2027/index.html#\(section)\">"))
    }
    let latest = try site.read("public/bresse/2026-2027/index.html")
    #expect(!latest.contains("meme-partie"))
    #expect(
      latest.contains(
        "<a href=\"changements/index.html\">Ce qui change depuis <span class=\"annee\">2025-2026"))
  }

  @Test func pageNamesNoPerson() throws {
    let site = try ContentFolder.twoYears()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let page = try site.read(ChangesPageTests.page)
    for trace in ["Durand", "durand", "11\u{A0}11"] { #expect(!page.contains(trace)) }
    #expect(page.contains("<strong>Les personnes à contacter changent.</strong>"))
    #expect(try site.read("public/bresse/2026-2027/index.html").contains("Jeanne Durand"))
  }

  @Test(arguments: [
    ("2026-06-30", "Montants</a> <span>1 changement</span>"),
    ("2026-06-29", "Calendrier</a> <span>1 changement</span>"),
  ])
  func whatChangesIsCountedByGroup(_ end: String, _ count: String) throws {
    let site = try threeYears()
    let folder = "departments/bresse"
    func note(_ amount: String) throws -> String {
      try site.read("\(folder)/2026-2027.yaml") + """
        financements:
          - code: msa
            financeur: la MSA
            dispositif: Grandir en milieu rural
            montant: \(amount) €/porteur

        """
    }
    try site.write(
      "\(folder)/2027-2028.yaml", note("900").replacing("2026-06-30", with: end))
    try site.write("\(folder)/2026-2027.yaml", note("1 000"))
    let run = try site.cadrage("diff", "bresse", "2026-2027", "2027-2028", "--format", "html")
    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.replacing(/[\u{A0}\u{202F}]/, with: " ")
    #expect(text.contains(count), "\(text.firstMatch(of: /.*changements?<.*/)?.output ?? "")")
  }

  // MARK: - Causes

  private static let editions = """
    - code: circulaire-2021
      circulaire: C-2021-006
      a_partir_de: 2021-2022
    - code: circulaire-2026
      circulaire: C-2026-069
      a_partir_de: 2026-2027
      changements:
        - section: financement
          cause: La circulaire C-2026-069 change le prix plafond.
        - section: depot
          cause: La circulaire C-2026-069 ferme Guichet.

    """

  @Test func nationalCauseIsWrittenOnceAndTheYearWins() throws {
    let site = try threeYears()
    try site.write("templates/editions.yaml", ChangesPageTests.editions)
    try publish(site, "2026-2027")
    #expect(try site.cadrage("check").errors == "Aucune erreur.\n")
    let first = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027").output
    #expect(
      first.contains("Le financement\n  cause\u{A0}: La circulaire C-2026-069 change le prix"))
    #expect(first.contains("  cause\u{A0}: La plateforme Guichet ferme le 31 mai 2026.\n"))
    #expect(!first.contains("ferme Guichet"))
    // The next year follows the same circulaire, and back in time nothing has a cause.
    let second = try site.cadrage("diff", "bresse", "2026-2027", "2027-2028").output
    #expect(!second.contains("La circulaire C-2026-069"))
    #expect(
      !(try site.cadrage("diff", "bresse", "2026-2027", "2025-2026").output.contains("cause")))
  }

  @Test func nationalCauseIsFrozen() throws {
    let site = try ContentFolder.twoYears()
    try site.write("templates/editions.yaml", ChangesPageTests.editions)
    try publish(site, "2026-2027")
    let before = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027").output
    try site.replace(
      "change le prix plafond", with: "fixe le plafond", in: "templates/editions.yaml")
    expectNoDifference(
      try site.cadrage("diff", "bresse", "2025-2026", "2026-2027").output, before)
    expectNoDifference(
      try site.cadrage("check").errors,
      """
      templates/editions.yaml:8:16: erreur [note-figee] La cause d’un changement : la note publiée « bresse 2026-2027 » dit « financement : La circulaire C-2026-069 change le prix plafond. », les sources diraient « financement : La circulaire C-2026-069 fixe le plafond. ».
          8 |     - section: financement
            |                ^^^^^^^^^^^
         attendu : les sources telles qu’elles étaient, ou une révision : cadrage publish bresse 2026-2027 --revision "ce qui change"

      1 erreur

      """)
  }
}
