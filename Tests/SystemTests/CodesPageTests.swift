import Checks
import Configuration
import CustomDump
import Diagnostics
import Files
import Foundation
import Markdown
import NextYear
import Notes
import Publication
import Simulation
import Templates
import TestSupport
import Testing
import Website
import YAML

/// The page of codes in the guide is made from the codes themselves, so that it cannot lie.
@Suite struct CodesPageTests {
  static let parts: [(title: String, codes: [any DiagnosticCode])] = [
    (
      "Fichiers et YAML",
      FileCode.allCases + TextCode.allCases + YAMLCode.allCases + ConfigurationCode.allCases
    ),
    ("Langage des gabarits", TemplateCode.allCases),
    ("Markdown", MarkdownCode.allCases),
    ("Notes et sections", NoteCode.allCases),
    ("Publication", PublicationCode.allCases),
    ("Année suivante", NextYearCode.allCases),
    ("Contenu", CheckCode.allCases),
    ("Site", WebsiteCode.allCases),
    ("Scénario d'un calcul", ScenarioCode.allCases),
  ]

  @Test func pageListsEveryCode() throws {
    try expectSnapshot(
      CodesPageTests.page(), at: Repository.root.appending(path: "docs/codes.md"))
  }

  @Test func codesAreUniqueAndReadable() {
    var seen: Set<String> = []
    for code in CodesPageTests.parts.flatMap(\.codes) {
      #expect(seen.insert(code.rawValue).inserted, "\(code.rawValue) stands twice")
      #expect(
        code.rawValue.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        })
      #expect(code.explanation.hasSuffix("."), "\(code.rawValue)")
    }
  }

  private static func page() -> String {
    var page = """
      # Les codes d'erreur

      Chaque message de `cadrage` porte un code entre crochets, par exemple `[cle-inconnue]`. Voici ce que chacun veut dire.

      """
    for part in parts {
      page +=
        "\n## \(part.title)\n\nTableau : \(part.title)\n\n| Code | Ce qu'il veut dire |\n|---|---|\n"
      for code in part.codes.sorted(by: { $0.rawValue < $1.rawValue }) {
        let waiving = code.isWaivable ? " Une dérogation peut lever ce message." : ""
        page += "| `\(code.rawValue)` | \(code.explanation)\(waiving) |\n"
      }
    }
    return page
  }
}
