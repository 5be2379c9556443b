import CustomDump
import TestSupport
import Testing

/// `cadrage note`
@Suite struct NoteCommandTests {
  /// A run, its result with ordinary spaces.
  private func note(_ format: String...) throws -> ContentFolder.Run {
    var run = try ContentFolder.minimal().run(["note", "bresse", "2025-2026"] + format)
    run.output = run.output.withPlainSpaces
    return run
  }

  @Test func markdown() throws {
    expectNoDifference(
      try note("--format", "markdown"),
      ContentFolder.Run(
        status: 0,
        output: """
          ## Le Clas

          La Caf de la Bresse soutient le Clas en Bresse en 2025-2026.

          ## Déposer votre demande

          Tableau : Les dates de la campagne

          | Étape | Du | Au |
          |---|---|---|
          | Dépôt des dossiers | 2 juin 2025 | 11 juillet 2025 |

          - C'est votre première demande : Remplissez le formulaire en ligne.

          Pour une question, voyez [les contacts](#contacts).

          ## Le financement

          La prestation de service paie 32,5 % des dépenses.
          Le prix plafond est de 8 487 € par collectif.

          ## Vos contacts

          - Service des partenaires : <clas@caf-bresse.example>


          """, errors: ""))
  }

  @Test func textIsTheDefault() throws {
    let run = try note()
    expectNoDifference(run, try note("--format", "text"))
    expectNoDifference(
      run.output,
      """
      1. Le Clas
      ==========

      La Caf de la Bresse soutient le Clas (contrat local d’accompagnement à la
      scolarité) en Bresse en 2025-2026.


      2. Déposer votre demande
      ========================

      Tableau : Les dates de la campagne

      Étape               Du           Au
      ------------------  -----------  ---------------
      Dépôt des dossiers  2 juin 2025  11 juillet 2025

      - C’est votre première demande : Remplissez le formulaire en ligne.

      Pour une question, voyez les contacts.


      3. Le financement
      =================

      La prestation de service paie 32,5 % des dépenses. Le prix plafond est de
      8 487 € par collectif.


      Vos contacts
      ============

      - Service des partenaires : clas@caf-bresse.example

      """)
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
  }

  @Test func html() throws {
    let run = try note("--format", "html")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for passage in [
      #"<h2 id="introduction"><b>1.</b> Le Clas</h2>"#,
      #"<caption id="tableau-1">Les dates de la campagne</caption>"#,
      #"<th scope="col">Étape</th>"#,
      ##"<a href="#contacts">les contacts</a>"##,
      #"<a href="mailto:clas@caf-bresse.example">clas@caf-bresse.example</a>"#,
      #"<h2 id="contacts">Vos contacts</h2>"#,
    ] { #expect(run.output.contains(passage), "\(passage)") }
    #expect(!run.output.contains("<html"))
  }

  /// Links of the note to other pages and files are those of the site, as in its `note.txt`.
  @Test func linksAreWholeAddresses() throws {
    let site = try ContentFolder.minimal()
    let text = "departments/bresse/2025-2026/pieces/avis.txt"
    try site.write(text, "Avis.")
    try site.append(
      "\nVoyez [l'avis](pieces/avis.txt) et [le simulateur](simulateur/index.html).\n",
      to: "templates/note/circulaire-2021/depot.md")
    let note = "https://example.org/notes-clas/bresse/2025-2026/"
    let plain = try site.cadrage("note", "bresse", "2025-2026")
    #expect(plain.output.contains("\(note)pieces/avis.txt"), "\(plain)")
    #expect(plain.output.contains("\(note)simulateur/"))
    let html = try site.cadrage("note", "bresse", "2025-2026", "--format", "html").output
    #expect(html.contains("<a href=\"\(note)pieces/avis.txt\">l’avis</a>"))
    #expect(html.contains("<a href=\"#contacts\">"))
  }

  @Test func siteWithErrorsGivesNoNote() throws {
    let site = try ContentFolder.minimal()
    try site.replace("32,5 %", with: "32.5 %", in: "departments/national/regles.yaml")
    let run = try site.cadrage("note", "bresse", "2025-2026")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("departments/national/regles.yaml:8:20: erreur [point-decimal]"))
    #expect(run.status == 1)
  }
}
