import CustomDump
import Foundation
import TestSupport
import Testing

/// Publishing a note, and what keeps it as it was published.
@Suite struct PublishTests {
  static let pair = [
    "departments/bresse/publiees/2025-2026.md", "departments/bresse/publiees/2025-2026.yaml",
  ]
  private static let year = "departments/bresse/2025-2026.yaml"
  private static let filing = "templates/note/circulaire-2021/depot.md"

  private func published() throws -> ContentFolder {
    let site = try ContentFolder.publishable()
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    return site
  }

  @Test func publishingWritesThePair() throws {
    let site = try ContentFolder.publishable()
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    expectNoDifference(
      run.errors,
      """
      Note « bresse 2025-2026 » publiée le 1er\u{A0}juin 2025.
        departments/bresse/publiees/2025-2026.md
        departments/bresse/publiees/2025-2026.yaml
        departments/adresses.yaml

      """)
    #expect(run.status == 0)
    expectNoDifference(
      try site.names(in: "departments/bresse/publiees"), ["2025-2026.md", "2025-2026.yaml"])
    expectNoDifference(
      try site.cadrage("check", "--strict"),
      ContentFolder.Run(status: 0, output: "", errors: "Aucune erreur.\n"))
    #expect(try site.cadrage("build").status == 0)
    let page = try site.read("public/bresse/2025-2026/index.html")
    #expect(page.contains("<p>Sur ce site depuis le 1er\u{A0}juin 2025.</p>"))
    #expect(!page.contains("PROJET"))
  }

  @Test func publishingAgainChangesNothing() throws {
    let site = try published()
    let before = try site.contents(of: "departments")
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-07-01")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 0, output: "",
        errors:
          "Rien n’a changé dans la note « bresse 2025-2026 », publiée le 1er\u{A0}juin 2025.\n"))
    let all = try site.cadrage("publish", "--all-changed", "--revision", "Rien.")
    expectNoDifference(all.errors, "Aucune note publiée n’a changé.\n")
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  @Test func pairIsTheSameWhoeverWritesIt() throws {
    let site = try published()
    let before = try site.contents(of: "departments/bresse/publiees")
    try site.remove("departments/bresse/publiees")
    let run = try site.run(
      ["publish", "bresse", "2025-2026", "--date", "2025-06-01"],
      environment: ["LANG": "tr_TR.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(run.status == 0)
    expectNoDifference(try site.contents(of: "departments/bresse/publiees"), before)
  }

  @Test func dateIsThatOfTheDepartment() throws {
    let site = try ContentFolder.publishable()
    try site.append("fuseau: Pacific/Wallis\n", to: "departments/bresse/departement.yaml")
    // 1 June 2026, 13:00 in Greenwich.
    let run = try site.cadrage(
      "publish", "bresse", "2025-2026", environment: ["SOURCE_DATE_EPOCH": "1780318800"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try site.read(PublishTests.pair[1]).contains("publiee_le: 2026-06-02\n"))
  }

  /// A day that is still to come in the department is refused, today is not.
  @Test func noteOfTheFutureIsRefused() throws {
    let site = try ContentFolder.publishable()
    let now = ["SOURCE_DATE_EPOCH": "1780318800"]
    let publish = ["publish", "bresse", "2025-2026", "--date"]
    let refused = try site.run(publish + ["2026-06-02"], environment: now)
    expectNoDifference(
      refused,
      ContentFolder.Run(
        status: 64, output: "",
        errors:
          "Erreur : Le 2\u{A0}juin 2026 est dans l’avenir : aujourd’hui, c’est le 1er\u{A0}juin "
          + "2026. Une note se publie le jour même, ou porte une date passée.\n"))
    #expect(!site.exists("departments/bresse/publiees"))
    #expect(try site.run(publish + ["2026-06-01"], environment: now).status == 0)
  }

  // MARK: - The guard

  @Test func aSharedTextMayNotChangeAPublishedNote() throws {
    let site = try published()
    #expect(try site.cadrage("build", "--output", "avant").status == 0)
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let run = try site.cadrage("build", "--output", "avant")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("templates/note/circulaire-2021/depot.md:"), "\(run.errors)")
    #expect(run.errors.contains("erreur [note-figee] Le texte de la section « depot »"))
    #expect(run.errors.contains("dit « Pour une"))
    #expect(run.errors.contains("les sources diraient « Pour toute"))
    #expect(run.errors.contains("cadrage publish bresse 2025-2026 --revision"))
  }

  @Test func aValueMayNotChangeAPublishedNote() throws {
    let site = try published()
    try site.replace("au: 2025-07-11", with: "au: 2025-07-18", in: PublishTests.year)
    let run = try site.cadrage("check")
    expectNoDifference(
      run.errors,
      """
      departments/bresse/2025-2026.yaml:4:9: erreur [note-figee] « calendrier.depot.au » (Fin) : la note publiée « bresse 2025-2026 » dit « 11\u{A0}juillet 2025 », les sources diraient « 18\u{A0}juillet 2025 ».
          4 |     au: 2025-07-18
            |         ^^^^^^^^^^
         attendu : les sources telles qu’elles étaient, ou une révision : cadrage publish bresse 2025-2026 --revision "ce qui change"

      1 erreur

      """)
  }

  @Test func aDocumentMayNotChangeAPublishedNote() throws {
    let site = try ContentFolder.publishable()
    let pieces = "departments/bresse/2025-2026/pieces/"
    try site.append("annexes:\n  - nom: Le formulaire\n    fichier: a.pdf\n", to: PublishTests.year)
    try site.write(pieces + "a.pdf", Data([0, 159, 146, 150]))
    let publish = ["publish", "bresse", "2025-2026", "--date", "2025-06-01"]
    let run = try site.run(publish, environment: [:])
    try #require(run.status == 0, "\(run.errors)")
    #expect(try site.cadrage("check").errors == "Aucune erreur.\n")
    try site.write(pieces + "a.pdf", Data([0, 159, 146, 151]))
    expectNoDifference(
      try site.cadrage("check").errors,
      """
      departments/bresse/2025-2026/pieces/a.pdf:1:1: erreur [note-figee] La pièce « a.pdf » n’a plus le contenu de la note publiée « bresse 2025-2026 ».
         attendu : les sources telles qu’elles étaient, ou une révision : cadrage publish bresse 2025-2026 --revision "ce qui change"

      1 erreur

      """)
    let revised = try site.run(publish + ["--revision", "Nouveau formulaire."], environment: [:])
    #expect(revised.status == 0, "\(revised.errors)")
    #expect(try site.cadrage("check").errors == "Aucune erreur.\n")
  }

  @Test func aPictureMayNotChangeAPublishedNote() throws {
    let site = try ContentFolder.publishable()
    let picture = "site/images/plan.png"
    try site.write(picture, Data([0x89, 0x50]))
    try site.append("\n![Le plan.](../../images/plan.png)\n", to: PublishTests.filing)
    let publish = ["publish", "bresse", "2025-2026", "--date", "2025-06-01"]
    let run = try site.run(publish, environment: [:])
    try #require(run.status == 0, "\(run.errors)")
    // The memory of a build hides nothing.
    #expect(try site.cadrage("build").status == 0)
    try site.write(picture, Data([0x89, 0x51]))
    let expected = """
      site/images/plan.png:1:1: erreur [note-figee] L’image « plan.png » n’a plus le contenu de la note publiée « bresse 2025-2026 ».
         attendu : les sources telles qu’elles étaient, ou une révision : cadrage publish bresse 2025-2026 --revision "ce qui change"

      1 erreur

      """
    expectNoDifference(try site.cadrage("check").errors, expected)
    #expect(try site.cadrage("build").errors.hasPrefix(expected))
    let revised = try site.run(publish + ["--revision", "Nouveau plan."], environment: [:])
    #expect(revised.status == 0, "\(revised.errors)")
    #expect(try site.cadrage("check").errors == "Aucune erreur.\n")
  }

  @Test func aTitleOfTheYearIsToldOnce() throws {
    let site = try published()
    try site.append("titre: Une autre note\n", to: PublishTests.year)
    let messages = try site.cadrage("check").errors.split(separator: "\n")
      .filter { $0.contains("erreur [") }
    #expect(messages.count == 1 && messages[0].hasPrefix(PublishTests.year), "\(messages)")
  }

  /// A reason is printed for ever.
  @Test(
    arguments: [
      (
        "Dépôt reporté au 31 juin 2025.",
        "Erreur : --revision : « 31 juin 2025 » n’existe pas. Rien n’a été publié.\n"
      ),
      (
        "Dépôt reporté au lundi 18 juillet 2025.",
        "Erreur : --revision : Le 18 juillet 2025 est un vendredi, pas un lundi. Rien n’a été publié.\n"
      ),
    ])
  func aRevisionHasRightDates(_ reason: String, _ expected: String) throws {
    let site = try published()
    try site.replace("2025-07-11", with: "2025-07-18", in: PublishTests.year)
    let publish = ["publish", "bresse", "2025-2026", "--date", "2025-06-02", "--revision"]
    let run = try site.run(publish + [reason], environment: [:])
    expectNoDifference(run.errors.withPlainSpaces, expected)
    #expect(run.status == 64)
    let right = try site.run(
      publish + ["Dépôt reporté au vendredi 18 juillet 2025."], environment: [:])
    #expect(right.status == 0, "\(right.errors)")
  }

  @Test func theNationalBaremeMayNotChangeAPublishedNote() throws {
    let site = try published()
    for (old, new) in [("8 487 €", "8 500 €"), ("2 758,28 €", "2 762,50 €")] {
      for path in ["departments/national/2025-2026.yaml"] {
        try site.replace(old, with: new, in: path)
      }
    }
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("« bareme.ps.plafond » (Prix plafond national)"), "\(run.errors)")
    #expect(run.errors.contains("departments/national/2025-2026.yaml:3:"), "\(run.errors)")
    // The checks of content only warn about what is out.
    #expect(run.errors.contains("avertissement [bareme-divergent]"), "\(run.errors)")
  }

  @Test func aRuleMayNotChangeAPublishedNote() throws {
    let site = try published()
    try site.replace("28 %", with: "30 %", in: "departments/national/regles.yaml")
    let run = try site.cadrage("check")
    #expect(run.errors.contains("« regles.acomptes.annee_n »"), "\(run.errors)")
    #expect(run.errors.contains("Le calcul de l’aide"), "\(run.errors)")
  }

  @Test func aLocalSectionMayNotChangeAPublishedNote() throws {
    let site = try published()
    try site.write("departments/bresse/sections/contacts.md", "## Les contacts\n\nÉcrivez-nous.\n")
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(run.errors.contains("departments/bresse/sections/contacts.md:"), "\(run.errors)")
    #expect(run.errors.contains("[note-figee] Le texte de la section « contacts »"))
    try site.remove("departments/bresse/sections")
    #expect(try site.cadrage("check").status == 0)
  }

  @Test func thePlanMayNotChangeAPublishedNote() throws {
    let site = try published()
    try site.append("sections:\n  retirer: [contacts]\n", to: PublishTests.year)
    let removed = try site.cadrage("check").errors
    #expect(removed.contains("[note-figee] La section « contacts »"), "\(removed)")
    try site.replace(
      "retirer: [contacts]", with: "deplacer: [{nom: contacts, apres: debut}]",
      in: PublishTests.year)
    let moved = try site.cadrage("check").errors
    #expect(moved.contains("[note-figee] L’ordre des sections"), "\(moved)")
  }

  @Test func otherNotesAreFree() throws {
    let site = try published()
    let text = try site.read(PublishTests.year)
    try site.write(
      "departments/bresse/2026-2027.yaml", text.replacing("2025-", with: "2026-"))
    try site.write("departments/bresse/2026-2027/contacts.md", "## Les contacts\n\nÉcrivez-nous.\n")
    #expect(try site.cadrage("check").status == 0)
  }

  // MARK: - Revisions

  @Test func changeNeedsARevision() throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let before = try site.contents(of: "departments")
    let refused = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(refused.status == 64)
    #expect(
      refused.errors.hasPrefix(
        "Erreur : La note « bresse 2025-2026 » est publiée. Pour la changer, dites"))
    let all = try site.cadrage("publish", "--all-changed")
    #expect(all.status == 64)
    #expect(all.errors.hasPrefix("Notes publiées que les sources changent :\n  bresse 2025-2026\n"))
    expectNoDifference(try site.contents(of: "departments"), before)
  }

  @Test func revisionsAreShownNewestFirst() throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let first = try site.cadrage(
      "publish", "bresse", "2025-2026", "--revision", "Le dossier s'envoie.", "--date", "2025-06-10"
    )
    #expect(first.status == 0, "\(first.errors)")
    try site.replace("Pour toute question", with: "Une question", in: PublishTests.filing)
    let second = try site.cadrage(
      "publish", "--all-changed", "--revision", "Un mot plus juste.", "--mineure", "--date",
      "2025-06-12")
    #expect(second.status == 0, "\(second.errors)")
    #expect(try site.cadrage("build").status == 0)
    let page = try site.read("public/bresse/2025-2026/index.html")
    #expect(
      page.contains(
        """
        <li>12\u{A0}juin 2025 (correction mineure)\u{A0}: Un mot plus juste.</li>
        <li>10\u{A0}juin 2025\u{A0}: Le dossier s’envoie.</li>
        """))
    #expect(page.contains("Sur ce site depuis le 1er\u{A0}juin 2025."))
    #expect(page.contains("Une question"))
    let feed = try site.read("public/nouveautes.xml")
    #expect(feed.contains("<updated>2025-06-10T11:00:00Z</updated>"))
    #expect(feed.contains("#revision-1</id>"))
    #expect(feed.contains("<summary>Le dossier s’envoie.</summary>"))
    #expect(!feed.contains("Un mot plus juste"))
  }

  @Test func oldPageStaysUntilTheRevision() throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let note = try site.read(PublishTests.pair[0])
    #expect(note.contains("Pour une question"))
    #expect(!note.contains("Pour toute question"))
  }

  @Test(arguments: [
    (["publish"], "Indiquez le département et l’année"),
    (["publish", "bresse"], "Indiquez le département et l’année"),
    (["publish", "bresse", "2025-2026", "--mineure"], "--mineure va avec --revision"),
    (["publish", "bresse", "2025-2026", "--all-changed"], "Choisissez une note ou --all-changed"),
    (["publish", "bresse", "2025-2026", "--date", "hier"], "« hier » n’est pas un jour."),
    (
      ["publish", "bresse", "2025-2026", "--date", "2025-+1-01"],
      "« 2025-+1-01 » n’est pas un jour."
    ),
    (
      ["publish", "bresse", "2025-2026", "--revision", " "], "--revision ne dit pas ce qui change."
    ),
    (["publish", "bresse", "2025-2026", "--revision", "Tout."], "n’est pas encore publiée"),
    (["publish", "bress", "2025-2026"], "Vouliez-vous dire « bresse » ?"),
  ])
  func wrongUse(_ arguments: [String], _ message: String) throws {
    let site = try ContentFolder.publishable()
    let run = try site.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!site.exists("departments/bresse/publiees"))
  }

  @Test func revisionIsNotBeforeWhatIsPublished() throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let run = try site.cadrage(
      "publish", "bresse", "2025-2026", "--revision", "Avant.", "--date", "2025-05-31")
    #expect(run.status == 64)
    #expect(run.errors.contains("avant le dernier changement publié"))
  }

  // MARK: - What is refused

  /// What is written is read back: nothing that nobody sees gets into a pair.
  @Test(arguments: ["\u{200B}", "\u{AD}", "\u{202E}", "\u{1}", "\u{FFFD}"])
  func invisibleSignsInARevisionAreRefused(sign: String) throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let before = try site.contents(of: "departments")
    let publish = ["publish", "bresse", "2025-2026", "--date", "2025-06-10", "--revision"]
    let run = try site.run(publish + ["La date limite\(sign) est reportée."])
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Erreur : Le texte de --revision contient "), "\(run.errors)")
    expectNoDifference(try site.contents(of: "departments"), before)
    #expect(try site.run(publish + ["La date limite est reportée."]).status == 0)
    #expect(try site.cadrage("check", "--strict").status == 0)
  }

  /// Readers see the text as it is: what a section would read has no place in it.
  @Test(
    arguments: [
      "La **date**.", "Voir {{ x }}.", "{% fin %}", "Voir [ici](https://e.fr).", "a&nbsp;b",
      "1. La date.", "• La date.",
    ])
  func marksInARevisionAreRefused(text: String) throws {
    let site = try published()
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--revision", text)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Erreur : Le texte de --revision contient "), "\(run.errors)")
    let withdrawal = try site.cadrage("withdraw", "bresse", "2025-2026", "--reason", text)
    #expect(withdrawal.status == 64)
    #expect(withdrawal.errors.hasPrefix("Erreur : Le texte de --reason contient "))
  }

  @Test func withdrawalIsNotBeforeWhatIsPublished() throws {
    let site = try published()
    let run = try site.cadrage(
      "withdraw", "bresse", "2025-2026", "--reason", "Une erreur.", "--date", "2025-05-31")
    #expect(run.status == 64)
    #expect(run.errors.contains("avant le dernier changement publié"))
  }

  /// Whatever a text holds, what `publish` accepts is accepted by `check`, and can be revised.
  @Test(
    arguments: [
      (#"Guillemets « ", ', \ » et : # deux-points"#, 0), ("La {# section #} et l'étoile *", 0),
      // What begins with a hyphen would be an option.
      ("- & * ! % @ `", 64), ("& * ! % @ ` -", 0), ("é\u{301}\u{A0}: 🎒", 0),
      ("{# section : depot #}", 0),
      // A sign that one font alone knows.
      ("🎒 \u{E000}", 64),
    ])
  func whatPublishWritesCheckAccepts(text: String, status: Int32) throws {
    let site = try published()
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    let run = try site.cadrage(
      "publish", "bresse", "2025-2026", "--date", "2025-06-10", "--revision", text)
    #expect(run.status == status, "\(run.errors)")
    guard run.status == 0 else { return }
    #expect(try site.cadrage("check").status == 0)
    try site.replace("Pour toute question", with: "Une question", in: PublishTests.filing)
    let again = try site.cadrage(
      "publish", "bresse", "2025-2026", "--date", "2025-06-11", "--revision", "Autre chose.")
    #expect(again.status == 0, "\(again.errors)")
  }

  /// By an escape of YAML a sign gets past the eyes, never into a pair that no command can read.
  @Test func invisibleSignsOfFactsAreRefused() throws {
    let site = try ContentFolder.publishable()
    try site.replace(
      "demarche: Remplissez le formulaire en ligne.",
      with: #"demarche: "Remplissez\u200B le formulaire.""#, in: PublishTests.year)
    let run = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(run.status == 1)
    #expect(run.errors.contains("[caractere-invisible]"), "\(run.errors)")
    #expect(!site.exists("departments/bresse/publiees"))
  }

  // MARK: - Writing

  /// The other notes of the department stay, as the same files; what a crash left goes.
  @Test func onlyThePairIsReplaced() throws {
    let site = try ContentFolder.twoYears()
    try site.write("departments/bresse/.publiees.tmp/2025-2026.md", "à moitié écri")
    let other = site.path("departments/bresse/publiees/2025-2026.md")
    func inode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: other)[.systemFileNumber] as? Int
    }
    let before = try inode()
    let run = try site.cadrage("publish", "bresse", "2026-2027", "--date", "2026-06-01")
    #expect(run.status == 0, "\(run.errors)")
    expectNoDifference(
      try site.names(in: "departments/bresse/publiees"),
      ["2025-2026.md", "2025-2026.yaml", "2026-2027.md", "2026-2027.yaml"])
    #expect(!(try site.names(in: "departments/bresse")).contains(".publiees.tmp"))
    expectNoDifference(try inode(), before)
  }

  @Test func whatIsNotKnownIsRefused() throws {
    let site = try ContentFolder.publishable()
    try site.replace("au: 2025-07-11", with: "au: a_confirmer 2025-07-11", in: PublishTests.year)
    try site.replace(
      "plafond: 8 487 €/collectif", with: "plafond: a_paraitre", in: PublishTests.year)
    #expect(try site.cadrage("check").status == 0)
    let run = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(run.status == 1)
    #expect(run.errors.contains("2025-2026.yaml:4:9: erreur [valeur-en-attente]"), "\(run.errors)")
    // What the Cnaf publishes when it will keeps no note back: it says so.
    #expect(!run.errors.contains("2025-2026.yaml:19:12: erreur"), "\(run.errors)")
    #expect(run.errors.hasSuffix("Rien n’a été publié.\n"))
    #expect(!site.exists("departments/bresse/publiees"))
  }

  @Test func textsThatStillWaitAreTold() throws {
    let site = try ContentFolder.publishable()
    try site.write(
      "departments/bresse/sections/depot.md", "## Déposer\n\nLe lieu est **à confirmer**.\n")
    try site.replace("formulaire en ligne", with: "formulaire à paraître", in: PublishTests.year)
    let check = try site.cadrage("check")
    #expect(check.errors == "Aucune erreur.\n")
    let run = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(run.status == 0, "\(run.errors)")
    for place in [
      "departments/bresse/2025-2026.yaml:10:17", "departments/bresse/sections/depot.md:3:15",
    ] {
      #expect(
        run.errors.contains("\(place): avertissement [valeur-en-attente]"), "\(run.errors)")
    }
    #expect(run.errors.contains("2 avertissements"), "\(run.errors)")
  }

  @Test func errorsAreRefused() throws {
    let site = try ContentFolder.publishable()
    try site.append("\nVoir [la suite](absente.html).\n", to: PublishTests.filing)
    let run = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(run.status == 1)
    #expect(run.errors.contains("[lien-mort]"), "\(run.errors)")
    #expect(!site.exists("departments/bresse/publiees"))
  }

  @Test func contentThatDoesNotHoldTogetherIsRefused() throws {
    let site = try ContentFolder.publishable()
    try site.replace("8 487", with: "8 478", in: PublishTests.year)
    let run = try site.cadrage("publish", "bresse", "2025-2026")
    #expect(run.status == 1)
    #expect(run.errors.contains("erreur [bareme-divergent]"), "\(run.errors)")
    #expect(!site.exists("departments/bresse/publiees"))
  }

  @Test func aPairChangedByHandIsTold() throws {
    for path in PublishTests.pair {
      let site = try published()
      try site.append("\n", to: path)
      let run = try site.cadrage("check")
      #expect(run.status == 1)
      #expect(run.errors.contains("[paire-modifiee]"), "\(run.errors)")
    }
  }

  @Test func aHalfWrittenPairIsTold() throws {
    let site = try published()
    let old = try site.read(PublishTests.pair[1])
    try site.replace("Pour une question", with: "Pour toute question", in: PublishTests.filing)
    #expect(
      try site.cadrage("publish", "bresse", "2025-2026", "--revision", "Un mot.").status == 0)
    try site.write(PublishTests.pair[1], old)
    #expect(try site.cadrage("check").errors.contains("[paire-modifiee]"))
    try site.remove(PublishTests.pair[1])
    #expect(try site.cadrage("check").errors.contains("[paire-incomplete]"))
  }

  @Test func theFourNotesArePublished() throws {
    let site = try ContentFolder.ofRepository()
    for name in ["isere 2022-2023", "mayenne 2023-2024", "rhone 2024-2025", "vosges 2025-2026"] {
      let run = try site.run(["publish"] + name.split(separator: " ").map(String.init))
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("Rien n’a changé"), "\(run.errors)")
    }
  }
}
