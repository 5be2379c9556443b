import CustomDump
import Foundation
import TestSupport
import Testing

/// The drafts of the repository: examples that bind no Caf, made from the circulaire.
@Suite struct RepositoryDraftsTests {
  private static let drafts = ["isere", "vosges"]

  private func built(_ options: String...) throws -> ContentFolder {
    let site = try ContentFolder.ofRepository()
    let run = try site.run(["build"] + options)
    try #require(run.status == 0, "\(run.errors)")
    return site
  }

  @Test func draftsAreInNoSiteUnlessAsked() throws {
    let site = try built()
    for (path, bytes) in try site.contents(of: "public") {
      #expect(!path.contains("2026-2027"), "\(path)")
      #expect(bytes.range(of: Data("2026-2027/".utf8)) == nil, "\(path)")
      #expect(bytes.range(of: Data("PROJET".utf8)) == nil, "\(path)")
    }
  }

  @Test func everyFileOfADraftSaysSo() throws {
    let site = try built("--drafts")
    for department in RepositoryDraftsTests.drafts {
      let folder = "public/\(department)/2026-2027/"
      for file in [
        "index.html", "simulateur/index.html", "texte/index.html", "note.txt", "resume.txt",
      ] {
        #expect(try site.read(folder + file).contains("PROJET"), "\(folder + file)")
      }
      let text = try site.read(folder + "note.txt").replacing("\n", with: " ")
      #expect(text.contains("Exemple de projet."))
      #expect(text.firstRange(of: #/n’engage aucune Caf|Aucune Caf n’est engagée/#) != nil)
      #expect(text.contains("Ne passez plus par ELAN."))
    }
  }

  @Test func summariesSayWhatIsToBeConfirmed() throws {
    let site = try built("--drafts")
    let windows = try RepositoryDraftsTests.drafts.map { department in
      try site.read("public/\(department)/2026-2027/resume.txt").split(separator: "\n")[0]
        .replacing("\u{A0}", with: " ")
    }
    expectNoDifference(
      windows,
      [
        "PROJET. Note de cadrage du Clas, Isère, 2026-2027. Dépôt : dates à confirmer "
          + "(en 2022-2023 : du 13 juin au 31 juillet 2022).",
        "PROJET. Note de cadrage du Clas, Vosges, 2026-2027. Dépôt : dates à confirmer "
          + "(l’an dernier : du 20 juin au 31 juillet 2025).",
      ])
  }

  @Test func changesSayFirstWhatToDoDifferently() throws {
    let site = try built("--drafts")
    let page = try site.read("public/vosges/2026-2027/changements/index.html").withPlainSpaces
    for point in [
      "La façon de déposer change : la note ne renvoie plus à ELAN.",
      "Dépôt : dates à confirmer (l’an dernier : du 20 juin au 31 juillet 2025).",
      "Les montants de la prestation de service (Ps) et des bonus ne sont pas encore connus.",
    ] {
      #expect(page.contains("<li>\(point)</li>"), "\(point)")
    }
    #expect(
      page.contains(
        "<th scope=\"row\">Dépôt des dossiers : dates</th><td>du 20 juin au 31 juillet 2025</td>"))
    #expect(
      page.contains("<span class=\"hors-vue\">Présentation de la campagne : </span>Heures</th>"))
    #expect(!page.contains("Arrondi"))
    #expect(!page.contains(". ;") && !page.contains("Situations de dépôt :"))
    #expect(page.contains("fixe une démarche par situation (partie 3.1)."))
  }

  /// Each value that a draft proposes stands in its file, and in nothing that is built from it.
  @Test func whatIsProposedIsNowhere() throws {
    let site = try built("--drafts")
    for department in RepositoryDraftsTests.drafts {
      let facts = try site.read("departments/\(department)/2026-2027.yaml")
      let days = facts.matches(of: #/a_confirmer (2026-\d\d(-\d\d)?)/#).map { String($0.1) }
      #expect(!days.isEmpty)
      let folder = "public/\(department)/2026-2027"
      for (path, bytes) in try site.contents(of: folder) {
        for day in days { #expect(bytes.range(of: Data(day.utf8)) == nil, "\(path): \(day)") }
        let text = String(decoding: bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
        #expect(
          text.firstRange(of: #/\d (juin|juillet|août) 2026|(septembre|octobre|novembre) 2026/#)
            == nil, "\(path)")
      }
    }
  }

  /// A rule that the circulaire prints is published from its first year on, and deduced before.
  @Test func rulesArePublishedFromTheirYear() throws {
    let site = try ContentFolder.ofRepository()
    func explained(_ year: String) throws -> String {
      try site.cadrage("explain", "vosges", year, "regles.acomptes.annee_n").output
    }
    #expect(try explained("2026-2027").contains("\n  source : C-2026-069, 4\n"))
    #expect(try explained("2025-2026").contains("\n  source : C-2026-069, 4 (déduite : La "))
  }

  /// Both families have their note under the circulaire of 2026, with all that it changes.
  @Test(arguments: ["mayenne", "rhone"])
  func everyFamilyFollowsTheLatestCirculaire(_ department: String) throws {
    let site = try ContentFolder.ofRepository()
    try site.write(
      "departments/\(department)/2026-2027.yaml",
      "avis:\n  - titre: Projet\n    texte: \"Ceci est un essai.\"\n")
    let run = try site.cadrage("note", department, "2026-2027")
    expectNoDifference(run.errors, "")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let subjects = [
      "Ne passez plus par ELAN", "Autre nombre de collectifs", "axe 3",
      "Fonds national parentalité", "convention territoriale globale", "Trousse à projets",
      "tous", "5 ans au plus", "Au moins un des trois", "80 %", "28 %", "42 %", "AFAS", "ESPADA",
    ]
    for subject in subjects { #expect(text.contains(subject), "\(subject)") }
  }
}
