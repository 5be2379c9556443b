import CustomDump
import TestSupport
import Testing

/// Links to a section that the sources take out of a note.
@Suite struct RemovedSectionTests {
  private static let year = "departments/bresse/2025-2026.yaml"
  private static let remedy =
    "copiez « depot.md » dans « departments/bresse/sections/ », et changez-y la phrase"

  /// What all departments share stays as it is: the file that takes the section out has the remedy.
  @Test func aSharedTextLeadsToIt() throws {
    let site = try ContentFolder.minimal()
    try site.append("\nsections:\n  retirer:\n    - contacts\n", to: RemovedSectionTests.year)
    expectNoDifference(
      try site.cadrage("check").errors,
      """
      departments/bresse/2025-2026.yaml:24:7: erreur [ancre-inconnue] La section « contacts » n’est plus dans la note, mais un lien y mène encore, sur la page « bresse/2025-2026/index.html » : il est dans « templates/note/circulaire-2021/depot.md », ligne 19.
         24 |     - contacts
            |       ^^^^^^^^
         attendu : la section, ou un texte sans ce lien : \(RemovedSectionTests.remedy)

      1 erreur

      """)
    try site.write(
      "departments/bresse/sections/depot.md", "## Déposer votre demande\n\nEn ligne.\n")
    #expect(try site.cadrage("check").status == 0)
  }

  @Test func aPlanOfTheYearLeavesItOut() throws {
    let site = try ContentFolder.minimal()
    try site.append(
      "\nsections:\n  seulement:\n    - introduction\n    - depot\n", to: RemovedSectionTests.year)
    let errors = try site.cadrage("check").errors
    #expect(
      errors.hasPrefix("\(RemovedSectionTests.year):24:7: erreur [ancre-inconnue]"), "\(errors)")
  }

  @Test func aTextOfTheDepartmentLeadsToIt() throws {
    let site = try ContentFolder.minimal()
    try site.append("\nsections:\n  retirer:\n    - contacts\n", to: RemovedSectionTests.year)
    try site.write(
      "departments/bresse/sections/depot.md", "## Déposer\n\nVoyez [les contacts](#contacts).\n")
    expectNoDifference(
      try site.cadrage("check").errors,
      """
      departments/bresse/sections/depot.md:3:7: erreur [ancre-inconnue] La section « contacts » n’est plus dans la note, mais un lien y mène encore, sur la page « bresse/2025-2026/index.html » : « departments/bresse/2025-2026.yaml », ligne 24, l’en retire.
          3 | Voyez [les contacts](#contacts).
            |       ^
         attendu : un texte sans ce lien, ou la section

      1 erreur

      """)
  }
}
