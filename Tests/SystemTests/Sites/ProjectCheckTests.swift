import CustomDump
import Foundation
import Testing

/// What is wrong with a project before any page is made.
@Suite struct ProjectCheckTests {
  private static func errors(
    _ change: (ContentFolder) throws -> Void
  ) throws -> [String] {
    let site = try ContentFolder.minimal()
    try change(site)
    let run = try site.cadrage("check")
    return run.errors.split(separator: "\n").map(String.init).filter { $0.contains("[") }
  }

  @Test(arguments: [
    ("Mentions légales.md", "mentions-legales.md"), ("a b.md", "a-b.md"),
    ("README.md", "readme.md"),
  ])
  func aPageHasASemanticName(_ name: String, _ suggestion: String) throws {
    let site = try ContentFolder.minimal()
    try site.write("site/pages/\(name)", "# Titre\n\nTexte.\n")
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    expectNoDifference(
      run.errors,
      """
      site/pages/\(name):1:1: erreur [nom-invalide] Le nom de la page « site/pages/\(name) » n'est pas valide.
          1 | # Titre
            | ^
         attendu : des minuscules sans accent, des chiffres et des traits d'union, puis « .md »
         suggestion : \(suggestion)

      1 erreur

      """)
  }

  @Test func marksInSettingsAreReported() throws {
    let errors = try ProjectCheckTests.errors { site in
      try site.write(
        "site/site.yaml",
        """
        titre: "Notes # {{ annee }}"
        demonstration: non # {{ pas lu }}
        mentions:
          editeur: "{% si %}"

        """)
    }
    expectNoDifference(
      errors,
      [
        "site/site.yaml:1:8: erreur [reste-de-gabarit] Le réglage contient « {{ », qui n’est pas lu "
          + "ici.",
        "site/site.yaml:4:12: erreur [reste-de-gabarit] Le réglage contient « {% », qui n’est pas "
          + "lu ici.",
      ])
  }

  @Test func marksInPlansGlossaryAndEditionsAreReported() throws {
    let errors = try ProjectCheckTests.errors { site in
      let glossary = "departments/national/glossaire.yaml"
      try site.append("- sigle: ZZZ\n  forme: \"Le {{ sigle }}\"\n", to: glossary)
      try site.write(
        "departments/bresse/glossaire.yaml", "- sigle: YYY\n  forme: \"Le {{ sigle }}\"\n")
      let plan = try site.read("templates/note/plan.yaml")
      try site.write(
        "templates/note/plan.yaml",
        plan.replacing(#/titre: .*/#, with: "titre: \"Note {{ annee }}\""))
      let editions = try site.read("templates/editions.yaml")
      try site.write(
        "templates/editions.yaml",
        editions.replacing(#/circulaire: .*/#, with: "circulaire: \"C {% si %}\""))
    }
    let message = "erreur [reste-de-gabarit] La valeur contient"
    let found = errors.filter { $0.contains(message) }.compactMap { $0.split(separator: ":").first }
    expectNoDifference(
      Set(found),
      [
        "departments/bresse/glossaire.yaml", "departments/national/glossaire.yaml",
        "templates/editions.yaml", "templates/note/plan.yaml",
      ])
  }

  /// The file on disk is under another name, and no note cites it yet.
  @Test(arguments: [
    ("dossier.pdf", "Dossier de demande 2025.pdf", "pieces/Dossier%20de%20demande%202025.pdf"),
    ("pieces/Avis-2025.pdf", "avis_2025.pdf", "pieces/avis_2025.pdf"),
    ("bilan.pdf", "avis_2025.pdf", nil),
  ])
  func attachmentUnderAnotherName(_ link: String, _ file: String, _ right: String?) throws {
    let site = try ContentFolder.minimal()
    let note = "departments/bresse/2025-2026"
    try site.write("\(note)/pieces/\(file)", "%PDF")
    try site.append("\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n", to: "\(note).yaml")
    try site.write("\(note)/ici.md", "### Ici\n\n[Le document](\(link))\n")
    let errors = try site.cadrage("check").errors
    #expect(errors.contains("[lien-mort]"), "\(errors)")
    #expect(errors.contains("   suggestion : ") == (right != nil), "\(errors)")
    if let right { #expect(errors.contains("   suggestion : \(right)\n"), "\(errors)") }
  }

  /// What a check need not make, it still judges.
  @Test func emptyFilesOfTheSiteAreReported() throws {
    let errors = try ProjectCheckTests.errors { site in
      try site.write("site/styles/vide.css", "/* Rien. */\n\n")
      try site.write("site/images/vide.png", Data([0x20, 0x0A]))
      try site.write("site/images/pleine.png", Data([0x20, 0x0A, 0x89]))
    }
    expectNoDifference(
      errors,
      [
        "erreur [page-vide] Le fichier « images/vide.png » du site est vide.",
        "erreur [page-vide] Le fichier « styles/vide.css » du site est vide.",
      ])
  }

  /// A page that everybody sees may not lead to one that only drafts bring.
  @Test func publishedPagesLeadToNoDraft() throws {
    let site = try ContentFolder.publishable()
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    try site.write(
      "departments/bresse/2026-2027.yaml",
      site.read("departments/bresse/2025-2026.yaml").replacing("2025-0", with: "2026-0")
        .replacing("8 487", with: "8 600").replacing("2 758,28", with: "2 795"))
    try site.write(
      "site/pages/aide.md", "# Aide\n\n[La prochaine note](../bresse/2026-2027/index.html)\n")
    let check = try site.cadrage("check")
    #expect(check.status == 1)
    #expect(
      check.errors.hasPrefix(
        "site/pages/aide.md:3:1: erreur [lien-mort] Le lien vers « ../bresse/2026-2027/index.html », "
          + "sur la page « aide/index.html », ne mène à rien."), "\(check.errors)")
    #expect(try site.cadrage("build", "--drafts").errors.contains("[lien-mort]"))
  }

  /// An image of the site is named from the page of the note; other ways to name it lead to that one.
  @Test(arguments: [
    "images/partage.png", "../images/partage.png", "site/images/partage.png",
    "../../site/images/partage.png", "/images/partage.png", "partage.png",
  ])
  func addressOfAnImage(_ typed: String) throws {
    let site = try ContentFolder.minimal()
    let text = "departments/bresse/2025-2026/contacts.md"
    try site.write(text, "## Contacts\n\n![Le plan](\(typed))\n")
    let errors = try site.cadrage("check").errors
    #expect(errors.hasPrefix("\(text):3:1: erreur [lien-mort]"), "\(errors)")
    #expect(errors.contains("suggestion : ../../images/partage.png\n"), "\(errors)")
    try site.replace(typed, with: "../../images/partage.png", in: text)
    expectNoDifference(try site.cadrage("check").errors, "Aucune erreur.\n")
  }
}
