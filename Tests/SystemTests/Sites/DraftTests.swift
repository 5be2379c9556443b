import CustomDump
import Foundation
import TestSupport
import Testing

/// A year that is not published: marked, never indexed, and in no site unless it is asked for.
@Suite struct DraftTests {
  /// A department with a published year and the draft of the next.
  private func site() throws -> ContentFolder {
    let site = try ContentFolder.publishable()
    try site.write(
      "site/site.yaml",
      site.read("site/site.yaml").replacing("demonstration: oui", with: "demonstration: non"))
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    try site.write(
      "departments/bresse/2026-2027.yaml",
      site.read("departments/bresse/2025-2026.yaml").replacing("2025-0", with: "2026-0")
        .replacing("8 487", with: "8 600").replacing("2 758,28", with: "2 795"))
    return site
  }

  @Test func draftsAreNotBuiltUnlessAsked() throws {
    let site = try site()
    let run = try site.cadrage("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix("1 note en projet n’est pas dans le site"), "\(run.errors)")
    #expect(!site.exists("public/bresse/2026-2027"))
    for (path, bytes) in try site.contents(of: "public") {
      #expect(bytes.range(of: Data("2026-2027/".utf8)) == nil, "\(path)")
      #expect(bytes.range(of: Data("PROJET".utf8)) == nil, "\(path)")
    }
  }

  @Test func draftsAreCheckedAllTheSame() throws {
    let site = try site()
    try site.write(
      "departments/bresse/2026-2027/contacts.md", "## Contacts\n\n[Voir](absente.html)\n")
    let run = try site.cadrage("build")
    #expect(run.status == 1)
    #expect(run.errors.contains("[lien-mort]"), "\(run.errors)")
  }

  @Test func everyPageOfADraftSaysSo() throws {
    let site = try site()
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0, "\(run.errors)")
    let folder = "public/bresse/2026-2027/"
    for page in ["index.html", "simulateur/index.html"] {
      let text = try site.read(folder + page)
      #expect(text.contains("<strong>PROJET.</strong>"), "\(page)")
      #expect(text.contains(#"<meta name="robots" content="noindex">"#), "\(page)")
      #expect(text.contains("(projet) – "), "\(page)")
    }
    #expect(try site.read(folder + "note.txt").hasPrefix("PROJET."))
    #expect(try site.read(folder + "resume.txt").hasPrefix("PROJET."))
    let published = try site.read("public/bresse/2025-2026/index.html")
    #expect(!published.contains("PROJET"))
    #expect(!published.contains("noindex"))
  }

  @Test func draftsAreOutsideWhatReadersFollow() throws {
    let site = try site()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    for file in ["sitemap.xml", "nouveautes.xml", "bresse/2025-2026/index.html"] {
      #expect(try !site.read("public/" + file).contains("2026-2027/"), "\(file)")
    }
    let department = try site.read("public/bresse/index.html")
    #expect(department.contains(#"<a href="2025-2026/index.html">"#))
    #expect(department.contains(#"<a href="2026-2027/index.html">PROJET"#))
    let home = try site.read("public/index.html")
    #expect(home.contains(#"<h3><a href="bresse/2025-2026/index.html">"#))
  }

  @Test func aSiteOfDraftsOnlyHoldsTogether() throws {
    let site = try ContentFolder.publishable()
    #expect(try site.cadrage("build").status == 0)
    #expect(try site.read("public/index.html").contains("Aucune note n’est encore publiée."))
    #expect(!site.exists("public/bresse"))
    #expect(!site.exists("public/nouveautes.xml"))
    #expect(try site.cadrage("build", "--drafts", "--replace-published").status == 0)
    #expect(try site.read("public/bresse/index.html").contains("Aucune note n’est encore publiée."))
    #expect(!site.exists("public/nouveautes.xml"))
  }

  @Test func draftsNeverTakeThePlaceOfASiteWithoutThem() throws {
    let site = try site()
    #expect(try site.cadrage("build").status == 0)
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "contient le site sans les notes en projet : il n’est pas remplacé par un site qui les "
          + "montre. Choisissez un autre dossier, par exemple avec --output projets, ou ajoutez "
          + "--replace-published."), "\(run.errors)")
    #expect(!site.exists("public/bresse/2026-2027"))
    #expect(try site.cadrage("build", "--drafts", "--output", "projets").status == 0)
    #expect(try site.cadrage("build", "--drafts", "--output", "projets").status == 0)
    #expect(try site.cadrage("build", "--drafts", "--replace-published").status == 0)
    #expect(site.exists("public/bresse/2026-2027"))
    // The other way round nothing is shown that was not.
    #expect(try site.cadrage("build").status == 0)
    #expect(!site.exists("public/bresse/2026-2027"))
  }

  @Test func replacingPublishedIsForDrafts() throws {
    let run = try site().cadrage("build", "--replace-published")
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "--replace-published va avec --drafts : un site sans projets remplace toujours l’ancien."),
      "\(run.errors)")
  }

  @Test func commandsReadDrafts() throws {
    let site = try site()
    #expect(try site.cadrage("note", "bresse", "2026-2027").output.contains("2026"))
    #expect(try site.cadrage("explain", "bresse", "2026-2027", "ps.plafond").status == 0)
  }

  @Test func feedNeedsAnAddress() throws {
    let site = try site()
    try site.write(
      "site/site.yaml", site.read("site/site.yaml").replacing(#/adresse: .*/#, with: ""))
    #expect(try site.cadrage("build").status == 0)
    #expect(!site.exists("public/nouveautes.xml"))
    #expect(try !site.read("public/index.html").contains("nouveautes.xml"))
  }

  @Test func feedIsValidAtom() throws {
    let site = try site()
    #expect(try site.cadrage("build").status == 0)
    #expect(try site.read("public/bresse/2025-2026/index.html").contains("nouveautes.xml"))
    expectNoDifference(
      try site.read("public/nouveautes.xml").replacing("\u{A0}", with: " "),
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
        <title>Notes de cadrage Clas</title>
        <id>https://example.org/notes-clas/nouveautes.xml</id>
        <link rel="self" type="application/atom+xml" href="https://example.org/notes-clas/nouveautes.xml"/>
        <link rel="alternate" type="text/html" href="https://example.org/notes-clas/"/>
        <updated>2025-06-01T11:00:00Z</updated>
        <author><name>Site de démonstration, sans éditeur officiel. Seule la note officielle fait foi.</name></author>
        <entry>
          <title>Note de cadrage du Clas de la Bresse, 2025-2026</title>
          <id>https://example.org/notes-clas/bresse/2025-2026/#publication</id>
          <link rel="alternate" type="text/html" href="https://example.org/notes-clas/bresse/2025-2026/"/>
          <published>2025-06-01T11:00:00Z</published>
          <updated>2025-06-01T11:00:00Z</updated>
          <summary>La note est publiée sur ce site.</summary>
        </entry>
      </feed>

      """)
  }
}
