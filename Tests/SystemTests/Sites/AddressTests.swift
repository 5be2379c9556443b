import Foundation
import TestSupport
import Testing

/// What was published stays reachable: where it is now, or why it is no longer there.
@Suite struct AddressTests {
  private static let record = "departments/adresses.yaml"

  /// 2025-2026 published, 2026-2027 in the making.
  private func site() throws -> ContentFolder { try ContentFolder.twoYears() }

  private func check(_ site: ContentFolder) throws -> String {
    let run = try site.cadrage("check")
    return run.status == 0 ? "" : run.errors
  }

  @Test func publicationIsRecorded() throws {
    #expect(
      try site().read(AddressTests.record) == """
        # Les notes publiées, et ce que deviennent celles qui ne sont plus à leur adresse.
        # Écrit par « cadrage publish », « cadrage rename » et « cadrage withdraw ».
        publiees:
          - bresse/2025-2026

        """)
  }

  @Test func aFolderThatIsGoneIsTold() throws {
    let site = try site()
    try site.remove("departments/bresse/publiees")
    let errors = try check(site)
    #expect(
      errors.contains(
        "departments/adresses.yaml:4:5: erreur [adresse-disparue] La note publiée à l’adresse "
          + "« /bresse/2025-2026/ » n’est plus dans le site."), "\(errors)")
    #expect(errors.contains("cadrage withdraw bresse 2025-2026 --reason \"pourquoi\""))
  }

  /// What is no address is told, and the file is not written again without it.
  @Test func whatIsNoAddressIsTold() throws {
    let site = try site()
    let faults = """
        - bresse 2024-2025
      retirees:
        - adresse: bresse 2023-2024
          le: 2024-06-03
          motif: Une erreur.

      """
    try site.append(faults, to: AddressTests.record)
    let errors = try check(site)
    #expect(errors.contains("adresses.yaml:5:5: erreur [adresse-de-note]"), "\(errors)")
    #expect(errors.contains("adresses.yaml:7:14: erreur [adresse-de-note]"), "\(errors)")
    let text = try site.read(AddressTests.record)
    let run = try site.cadrage("withdraw", "bresse", "2025-2026", "--reason", "Fusion.")
    #expect(run.status == 1, "\(run.errors)")
    #expect(try site.read(AddressTests.record) == text)
  }

  /// Redirections would stand among the files of the site, or in the place of its pages.
  @Test func anAddressOfTheSiteIsNoNotes() throws {
    let site = try site()
    let faults = """
        - images/2024-2025
        - recherche/2024-2025
      deplacees:
        - de: comparer
          vers: bresse
        - de: glossaire
          vers: plan-du-site
      retirees:
        - adresse: scripts/2023-2024
          le: 2024-06-03
          motif: Une erreur.

      """
    try site.append(faults, to: AddressTests.record)
    let told = try check(site).split(separator: "\n").map(String.init)
      .filter { $0.contains("[adresse-reservee]") }
    let owners: [(String, String, String)] = [
      ("5:5", "images", "« site/images »"), ("6:5", "recherche", "la page de recherche"),
      ("8:9", "comparer", "la page qui compare les départements"),
      ("10:9", "glossaire", "la page du glossaire"),
      ("11:11", "plan-du-site", "la page du plan du site"),
      ("13:14", "scripts", "« site/scripts »"),
    ]
    let file = AddressTests.record
    let expected: [String] = owners.map { place, name, owner in
      "\(file):\(place): erreur [adresse-reservee] L’adresse « /\(name)/ » de « \(file) » est déjà celle de \(owner)."
    }
    #expect(told == expected)
  }

  /// The anchor of a part that a revision renames or takes away stays: it leads on, or says so; that
  /// of a sub-part too, whose part is still there.
  @Test func anchorsStay() throws {
    let site = try site()
    let part = "departments/bresse/2025-2026/"
    try site.append(
      "sections:\n  ajouter: [{nom: horaires, apres: depot}, {nom: lieux, apres: depot}]\n",
      to: "departments/bresse/2025-2026.yaml")
    try site.write(part + "horaires.md", "## Les horaires\n\nLe soir.\n")
    try site.write(part + "lieux.md", "### Les lieux\n\nÀ l'école.\n")
    func revise(_ words: String...) throws -> ContentFolder.Run {
      try site.run(
        ["publish", "bresse", "2025-2026", "--date", "2025-06-10", "--revision", "Un mot."] + words)
    }
    #expect(try revise().status == 0)
    try site.remove(part + "horaires.md")
    try site.remove(part + "lieux.md")
    try site.write(part + "jours.md", "## Les jours\n\nLe soir.\n")
    try site.replace(
      "ajouter: [{nom: horaires, apres: depot}, {nom: lieux, apres: depot}]",
      with: "ajouter: [{nom: jours, apres: depot}]", in: "departments/bresse/2025-2026.yaml")
    let wrong = try revise("--ancre", "horaires=heures")
    #expect(wrong.status == 64, "\(wrong)")
    let run = try revise("--ancre", "horaires=jours")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("  « Les horaires » (#horaires) mène maintenant à #jours.\n"))
    #expect(run.errors.contains("  « Les lieux » (#lieux) n’est plus dans la note"))
    #expect(try site.cadrage("build").status == 0)
    let page = try site.read("public/bresse/2025-2026/index.html").withPlainSpaces
    #expect(
      page.contains(
        "<li id=\"horaires\">« Les horaires » est maintenant <a href=\"#jours\">ici</a>.</li>"))
    #expect(page.contains("<li id=\"lieux\">« Les lieux » n’y est plus.</li>"))
  }

  /// What somebody noted in the file of addresses stays when a command writes it again.
  @Test func remarksStay() throws {
    let site = try site()
    try site.replace(
      "  - bresse/2025-2026", with: "  - bresse/2025-2026 # la première", in: AddressTests.record)
    try site.append("# Vu le 3 juin.\n", to: AddressTests.record)
    let withdraw = ["withdraw", "bresse", "2025-2026", "--reason", "L'erreur #1."]
    for words in [withdraw + ["--date", "2025-06-02"], ["rename", "bresse", "dombes"]] {
      let run = try site.run(words)
      try #require(run.status == 0, "\(run.errors)")
    }
    #expect(
      try site.read(AddressTests.record) == """
        # Les notes publiées, et ce que deviennent celles qui ne sont plus à leur adresse.
        # Écrit par « cadrage publish », « cadrage rename » et « cadrage withdraw ».
        # la première
        # Vu le 3 juin.
        publiees:
          - bresse/2025-2026
        deplacees:
          - de: bresse
            vers: dombes
        retirees:
          - adresse: bresse/2025-2026
            le: 2025-06-02
            motif: "L'erreur #1."

        """)
  }

  /// A command that was stopped between what it notes and what it removes is told, and goes on.
  @Test(arguments: [
    ["withdraw", "bresse", "2025-2026", "--reason", "Une erreur."],
    ["publish", "bresse", "2025-2026"],
  ])
  func aWithdrawalThatDidNotEnd(_ command: [String]) throws {
    let site = try site()
    let paths = ["md", "yaml"].map { "departments/bresse/publiees/2025-2026.\($0)" }
    let texts = try paths.map { try site.read($0) }
    let withdraw = ["withdraw", "bresse", "2025-2026", "--reason", "Une erreur."]
    try #require(try site.run(withdraw).status == 0)
    for (path, text) in zip(paths, texts) { try site.write(path, text) }
    let errors = try check(site)
    #expect(
      errors.contains("departments/adresses.yaml:4:5: erreur [retrait-inacheve]"), "\(errors)")
    let run = try site.run(command)
    try #require(run.status == 0, "\(run.errors)")
    #expect(try check(site) == "")
    #expect(site.exists(paths[1]) == (command[0] == "publish"))
    #expect(try site.read(AddressTests.record).contains("retirees:") == (command[0] != "publish"))
  }

  /// Without the file of addresses a note could vanish without a word.
  @Test func aPublishedNoteIsKnown() throws {
    let site = try site()
    let record = try site.read(AddressTests.record)
    try site.remove(AddressTests.record)
    let warnings = try site.cadrage("check").errors
    #expect(
      warnings.contains("avertissement [adresse-non-notee] La note publiée « bresse 2025-2026 »"),
      "\(warnings)")
    #expect(try site.run(["publish", "bresse", "2025-2026"]).status == 0)
    #expect(try site.read(AddressTests.record) == record)
  }

  /// The names of pages, and those that lead to another department, are not free; that of the
  /// department itself is.
  @Test func namesThatAreTaken() throws {
    let site = try site()
    try #require(try site.cadrage("rename", "bresse", "dombes").status == 0)
    try #require(try site.run(["new", "department", "34"]).status == 0)
    let before = try site.read(AddressTests.record)
    for (name, words) in [
      ("recherche", "déjà celle de la page de recherche"),
      ("bresse", "mène aux leurs, « /dombes/ »"),
    ] {
      let run = try site.cadrage("rename", "herault", name)
      #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }
    #expect(try site.read(AddressTests.record) == before)
    #expect(site.exists("departments/herault"))
    try #require(try site.cadrage("rename", "dombes", "bresse").status == 0)
    #expect(try check(site) == "")
  }

  /// A part that a revision takes away is named before that, where the text still leads to it.
  @Test func aTextDoesNotLeadToWhatIsGone() throws {
    let site = try site()
    let year = "departments/bresse/2025-2026.yaml"
    let folder = "departments/bresse/2025-2026/"
    try site.append(
      "sections:\n  ajouter: [{nom: horaires, apres: depot}, {nom: lieux, apres: depot}]\n",
      to: year)
    try site.write(folder + "horaires.md", "### Les horaires\n\nLe soir.\n")
    try site.write(folder + "lieux.md", "### Les lieux\n\nVoyez [les horaires](#horaires).\n")
    func revise(_ words: String...) throws -> ContentFolder.Run {
      try site.run(
        ["publish", "bresse", "2025-2026", "--date", "2025-06-10", "--revision", "Un mot."] + words)
    }
    try #require(try revise().status == 0)
    try site.remove(folder + "horaires.md")
    try site.replace("{nom: horaires, apres: depot}, ", with: "", in: year)
    let run = try revise()
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "\(folder)lieux.md:3:7: erreur [ancre-inconnue] Le lien vers « #horaires » mène à une partie qui "
          + "n’est plus dans la note, « Les horaires »."), "\(run.errors)")
    #expect(try revise("--ancre", "horaires=lieux").status == 0)
  }

  @Test func aDepartmentIsRenamed() throws {
    let site = try site()
    let run = try site.cadrage("rename", "bresse", "bresse-et-dombes")
    try #require(run.status == 0, "\(run.errors)")
    #expect(site.exists("departments/bresse-et-dombes/publiees/2025-2026.md"))
    #expect(!site.exists("departments/bresse"))
    #expect(try check(site) == "")
    try #require(try site.cadrage("build").status == 0)
    let new = "bresse-et-dombes/2025-2026"
    #expect(site.exists("public/\(new)/index.html"))
    for part in ["", "demarche/", "simulateur/", "changements/", "texte/", "corrections/"] {
      let page = try site.read("public/bresse/2025-2026/\(part)index.html")
      let up = part.isEmpty ? "../../" : "../../../"
      let link = "\(up)\(new)/\(part)index.html"
      #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(link)\">"), "\(page)")
      #expect(page.contains("<a href=\"\(link)\">Aller à la nouvelle adresse</a>"))
      #expect(
        page.contains(
          "<link rel=\"canonical\" href=\"https://example.org/notes-clas/\(new)/\(part)\">"))
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    }
    #expect(
      try site.read("public/bresse/index.html").contains("url=../bresse-et-dombes/index.html"))
    #expect(
      try site.read("public/bresse/actuelle/index.html").contains(
        "url=../../bresse-et-dombes/actuelle/index.html"))
    // Files cannot lead on: they stay where diaries and programs ask for them.
    for name in ["note.txt", "resume.txt", "donnees.json", "calendrier.ics"] {
      #expect(
        try site.read("public/bresse/2025-2026/\(name)") == site.read("public/\(new)/\(name)"))
    }
    #expect(try !site.read("public/sitemap.xml").contains("/bresse/"))
  }

  /// A note that was withdrawn stays so: its old address says why, and it may come back under the
  /// new name.
  @Test func aDepartmentIsRenamedAfterANoteWasWithdrawn() throws {
    let site = try site()
    let publish = ["publish", "bresse", "2026-2027", "--date", "2026-06-01"]
    try #require(try site.run(publish).status == 0)
    let withdraw = ["withdraw", "bresse", "2025-2026", "--reason", "Une erreur."]
    try #require(try site.run(withdraw).status == 0)
    let run = try site.cadrage("rename", "bresse", "dombes")
    try #require(run.status == 0, "\(run.errors)")
    #expect(try check(site) == "")
    try #require(try site.cadrage("build").status == 0)
    #expect(try site.read("public/bresse/2025-2026/index.html").contains("Une erreur."))
    #expect(
      try site.read("public/bresse/2026-2027/index.html").contains("url=../../dombes/2026-2027/"))
    let again = ["publish", "dombes", "2025-2026", "--date", "2026-06-02"]
    try #require(try site.run(again).status == 0)
    #expect(try check(site) == "")
    #expect(try !site.read(AddressTests.record).contains("retirees"))
  }

  /// The old addresses of both names lead to the last one.
  @Test func aDepartmentIsRenamedTwice() throws {
    let site = try site()
    for (old, new) in [("bresse", "dombes"), ("dombes", "bugey")] {
      let run = try site.cadrage("rename", old, new)
      try #require(run.status == 0, "\(run.errors)")
    }
    try #require(try site.cadrage("build").status == 0)
    for old in ["bresse", "dombes"] {
      #expect(
        try site.read("public/\(old)/2025-2026/index.html").contains("url=../../bugey/2025-2026/"))
    }
  }

  @Test func aFolderRenamedByHandIsMended() throws {
    let site = try site()
    try FileManager.default.moveItem(
      at: site.url.appending(path: "departments/bresse"),
      to: site.url.appending(path: "departments/dombes"))
    #expect(try check(site).contains("cadrage rename bresse NOUVEAU-NOM"))
    #expect(try site.cadrage("rename", "bresse", "dombes").status == 0)
    #expect(try check(site) == "")
  }

  @Test func aNoteIsWithdrawn() throws {
    let site = try site()
    let run = try site.cadrage(
      "withdraw", "bresse", "2025-2026", "--reason", "Elle contenait : une erreur.", "--date",
      "2026-02-03")
    try #require(run.status == 0, "\(run.errors)")
    #expect(!site.exists("departments/bresse/publiees"))
    #expect(try check(site) == "")
    try #require(try site.cadrage("build").status == 0)
    for path in ["", "actuelle/", "2025-2026/", "2025-2026/simulateur/"] {
      let page = try site.read("public/bresse/\(path)index.html").withPlainSpaces
      #expect(page.contains("Elle n’est plus sur ce site depuis le 3 février 2026."))
      #expect(page.contains("Elle contenait : une erreur."))
    }
    for name in ["note.txt", "resume.txt", "donnees.json", "calendrier.ics"] {
      let text = try site.read("public/bresse/2025-2026/\(name)").withPlainSpaces
        .replacing("\r\n ", with: "")
      #expect(text.contains("Elle contenait : une erreur."), "\(text)")
    }
    // The sources are a draft again, and may be published again.
    try #require(try site.cadrage("build", "--drafts", "--output", "projets").status == 0)
    #expect(try site.read("projets/bresse/2025-2026/index.html").contains("PROJET"))
    #expect(try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01").status == 0)
    #expect(try !site.read(AddressTests.record).contains("retirees"))
  }

  @Test func aDepartmentIsWithdrawnAndItsFolderTakenAway() throws {
    let site = try site()
    #expect(try site.cadrage("withdraw", "bresse", "--reason", "Fusion.").status == 0)
    try site.remove("departments/bresse")
    #expect(try check(site) == "")
    try #require(try site.cadrage("build").status == 0)
    #expect(try site.read("public/bresse/2025-2026/index.html").contains("Fusion."))
  }

  /// Each note of a department that is withdrawn may come back, and leave again.
  @Test(arguments: [false, true]) func aNoteOfAWithdrawnDepartmentComesBack(isByHand: Bool) throws {
    let site = try site()
    let publish = ["publish", "bresse"]
    try #require(try site.run(publish + ["2026-2027", "--date", "2026-06-01"]).status == 0)
    let withdraw = ["withdraw", "bresse"]
    let options = ["--reason", "Fusion.", "--date", "2026-07-01"]
    try #require(try site.run(withdraw + options).status == 0)
    let each = """
      retirees:
        - adresse: bresse/2025-2026
          le: 2026-07-01
          motif: "Fusion."
        - adresse: bresse/2026-2027
          le: 2026-07-01
          motif: "Fusion."

      """
    #expect(try site.read(AddressTests.record).hasSuffix(each))
    if isByHand {
      try site.replace(
        each, with: "retirees: [{adresse: bresse, le: 2026-07-01, motif: Fusion.}]\n",
        in: AddressTests.record)
      #expect(try check(site) == "")
    }
    try #require(try site.run(publish + ["2025-2026", "--date", "2026-08-01"]).status == 0)
    #expect(try !site.read(AddressTests.record).contains("adresse: bresse/2025-2026\n"))
    #expect(try site.read(AddressTests.record).contains("adresse: bresse/2026-2027\n"))
    #expect(try check(site) == "")
    let last = ["--reason", "Fusion.", "--date", "2026-08-01"]
    let run = try site.run(withdraw + ["2025/2026"] + last)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try site.read(AddressTests.record).contains("adresse: bresse/2025-2026\n"))
  }

  /// What could not be read is not written again without it.
  @Test(arguments: [
    (["withdraw", "bresse", "2025-2026", "--reason", "Une erreur."], "Rien n’a été retiré.\n"),
    (["rename", "bresse", "dombes"], "Rien n’a été renommé.\n"),
  ])
  func aRecordWithErrorsIsKept(arguments: [String], last: String) throws {
    for isMovedByHand in [false, true] {
      let site = try site()
      try site.append("retirees: [{adresse: bugey\n", to: AddressTests.record)
      let before = try site.read(AddressTests.record)
      if isMovedByHand {
        try FileManager.default.moveItem(
          atPath: site.path("departments/bresse"), toPath: site.path("departments/dombes"))
      }
      let run = try site.run(arguments)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("departments/adresses.yaml:"), "\(run.errors)")
      #expect(run.errors.hasSuffix(last), "\(run.errors)")
      #expect(try site.read(AddressTests.record) == before)
      #expect(site.exists("departments/dombes") == isMovedByHand)
    }
  }

  @Test(arguments: [
    (["withdraw", "bresse", "2026-2027", "--reason", "x"], "il n’y a rien à retirer"),
    (["withdraw", "bress", "--reason", "x"], "Vouliez-vous dire « bresse » ?"),
    (["withdraw", "bresse", "2025", "--reason", "x"], "n’est pas une année scolaire"),
    (["withdraw", "bresse", "2025-2026", "--reason", " "], "--reason ne dit pas pourquoi"),
    (
      ["withdraw", "bresse", "2025-2026", "--reason", "a\nb: c"],
      "Le texte de --reason tient sur une ligne, en 300 signes au plus."
    ),
    (
      ["withdraw", "bresse", "2025-2026", "--reason", String(repeating: "a", count: 301)],
      "Le texte de --reason tient sur une ligne, en 300 signes au plus."
    ),
    (["withdraw", "bresse", "--reason", "x", "--date", "2026-11-22"], "est dans l’avenir"),
    (["rename", "bresse", "Bresse du Nord"], "Vouliez-vous dire « bresse-du-nord » ?"),
    (["rename", "bresse", "bresse--nord"], "Vouliez-vous dire « bresse-nord » ?"),
    (["rename", "bresse", "日本"], "Écrivez-le en minuscules, sans accent"),
    (["rename", "bresse", "bresse"], "existe déjà"),
    (["rename", "savoie", "dombes"], "savoie"),
  ])
  func whatCannotBeDoneIsSaid(arguments: [String], message: String) throws {
    let site = try site()
    let before = try site.read(AddressTests.record)
    let run = try site.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try site.read(AddressTests.record) == before)
  }
}
