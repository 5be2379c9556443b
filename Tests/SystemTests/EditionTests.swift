import TestSupport
import Testing

/// A plan serves all years; a section whose only text stands in a later edition begins with it.
@Suite struct EditionTests {
  private func siteWithTwoEditions() throws -> ContentFolder {
    let site = try ContentFolder.minimal()
    try site.append(
      "- code: circulaire-2026\n  circulaire: C-2026-069\n  a_partir_de: 2026-2027\n",
      to: "templates/editions.yaml")
    try site.replace(
      "  - contacts\n", with: "  - versement\n  - contacts\n", in: "templates/note/plan.yaml")
    try site.write(
      "templates/note/circulaire-2026/versement.md", "## Le versement\n\nEn deux fois.\n")
    let year = "departments/bresse/2025-2026.yaml"
    try site.write(
      "departments/bresse/2026-2027.yaml",
      site.read(year).replacing("2025-", with: "2026-").split(separator: "\nps:")[0] + "\n")
    return site
  }

  @Test func aSectionBeginsWithItsEdition() throws {
    let site = try siteWithTwoEditions()
    let check = try site.cadrage("check")
    #expect(check.status == 0, "\(check.errors)")
    #expect(try !site.cadrage("note", "bresse", "2025-2026").output.contains("Le versement"))
    #expect(try site.cadrage("note", "bresse", "2026-2027").output.contains("Le versement"))
  }

  @Test func aNewerTextLeavesOlderYearsAsTheyWere() throws {
    let site = try siteWithTwoEditions()
    let before = try site.cadrage("note", "bresse", "2025-2026")
    try site.write(
      "templates/note/circulaire-2026/depot.md", "## Déposer autrement\n\nPar courrier.\n")
    let after = try site.cadrage("note", "bresse", "2025-2026")
    #expect(before.status == 0, "\(before.errors)")
    #expect(before == after)
    #expect(try site.cadrage("note", "bresse", "2026-2027").output.contains("Déposer autrement"))
  }

  @Test func aSectionWithoutTextInAnyEditionIsAnError() throws {
    let site = try siteWithTwoEditions()
    try site.remove("templates/note/circulaire-2026/versement.md")
    let check = try site.cadrage("check")
    #expect(check.status == 1)
    #expect(check.errors.contains("[section-sans-fichier]"))
  }
}
