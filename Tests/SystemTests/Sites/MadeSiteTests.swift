import CustomDump
import Foundation
import TestSupport
import Testing

/// An invalid site that cannot stand in files of the repository, or would be too big there.
struct MadeSite: Sendable, CustomTestStringConvertible {
  var code: String
  var make: @Sendable (ContentFolder) throws -> Void
  /// All that `cadrage check` says.
  var expected: String

  var testDescription: String { code }

  private static let introduction = "templates/note/circulaire-2021/introduction.md"
  private static let year = "departments/bresse/2025-2026.yaml"

  static let all: [MadeSite] = files + limits

  private static let files: [MadeSite] = [
    MadeSite(
      code: "fichier-non-utf8",
      make: { try $0.write(year, Data("ruralite: tr".utf8) + Data([0xE8]) + Data("s\n".utf8)) },
      expected: """
        departments/bresse/2025-2026.yaml:1:13: erreur [fichier-non-utf8] L'octet 0xE8 de la ligne 1 n'est pas de l'UTF-8 : le fichier semble être en Windows-1252 (« è »).
           attendu : enregistrez le fichier en UTF-8

        1 erreur
        """),
    MadeSite(
      code: "fichier-illisible",
      make: { site in
        try site.remove(introduction)
        let made = try Command("/usr/bin/mkfifo", [site.path(introduction)], in: site.url).run()
        try #require(made.status == 0)
      },
      expected: """
        templates/note/circulaire-2021/introduction.md:1:1: erreur [fichier-illisible] « templates/note/circulaire-2021/introduction.md » n'est ni un fichier ni un dossier.
           attendu : un fichier ordinaire

        1 erreur
        """),
    MadeSite(
      code: "lien-symbolique",
      make: { site in
        try site.remove(introduction)
        try site.link(introduction, to: "/etc/hostname")
      },
      expected: """
        templates/note/circulaire-2021/introduction.md:1:1: erreur [lien-symbolique] « templates/note/circulaire-2021/introduction.md » est un lien symbolique vers « /etc/hostname ».
           attendu : une copie du fichier : un lien peut sortir du projet, et ne se copie pas partout

        1 erreur
        """),
    MadeSite(
      code: "fichier-trop-gros",
      make: { site in
        let line = Data("# Un commentaire de quarante-huit octets, répété.\n".utf8)
        var bytes = Data(capacity: 50 << 20)
        while bytes.count < 50 << 20 { bytes += line }
        try site.write(year, bytes.prefix(50 << 20))
      },
      expected: """
        departments/bresse/2025-2026.yaml:1:1: erreur [fichier-trop-gros] Le fichier est trop gros (50 Mio) : il n'est pas lu.
           attendu : un fichier de 1 Mio au plus

        1 erreur
        """),
  ]

  private static let limits: [MadeSite] = [
    MadeSite(
      code: "yaml-trop-long",
      make: { site in
        let items = String(repeating: "  - {nom: a}\n", count: 12_000)
        try site.write(year, "annexes:\n" + items)
      },
      expected: """
        departments/bresse/2025-2026.yaml:10001:5: erreur [yaml-trop-long] Le fichier contient plus de 20 000 valeurs.
        10001 |   - {nom: a}
              |     ^

        1 erreur
        """),
    MadeSite(
      code: "texte-trop-long",
      make: { site in
        // Each file is within bounds; together they are not.
        let inclusion = String(repeating: "{% inclure \"partie\" %}\n", count: 20)
        try site.write(
          "templates/note/circulaire-2021/partie.md",
          String(repeating: "Une phrase de cette partie.\n\n", count: 3_000))
        try site.append("\n" + inclusion, to: introduction)
      },
      expected: """
        templates/note/circulaire-2021/introduction.md:1:1: erreur [texte-trop-long] Le texte compte 1740074 octets.
            1 | ## Le Clas
              | ^
           attendu : 1048576 octets au plus

        1 erreur
        """),
    MadeSite(
      code: "texte-trop-lourd",
      make: { site in
        let columns = String(repeating: "| a ", count: 1_000) + "|\n"
        let rule = String(repeating: "|---", count: 1_000) + "|\n"
        try site.append(
          "\nTableau : Trop grand\n\n" + columns + rule + String(repeating: "| a |\n", count: 100),
          to: introduction)
      },
      expected: """
        templates/note/circulaire-2021/introduction.md:57:1: erreur [texte-trop-lourd] Les tableaux du texte ont plus de 50000 cases.
           57 | | a |
              | ^
           attendu : un texte plus simple

        1 erreur
        """),
  ]
}

@Suite struct MadeSiteTests {
  @Test(arguments: MadeSite.all) func isReported(_ made: MadeSite) throws {
    let site = try ContentFolder.minimal()
    try made.make(site)
    let run = try site.cadrage("check")
    expectNoDifference(run.errors, made.expected + "\n")
    #expect(run.status == 1)
    #expect(run.errors.contains("[\(made.code)]"))
  }
}
