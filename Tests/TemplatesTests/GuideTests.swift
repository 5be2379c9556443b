import CustomDump
import Foundation
import Templates
import TestSupport
import Testing

/// The guide of the language: each of its examples gives what it says.
@Suite struct GuideTests {
  struct Example {
    var template: String
    var result: String
  }

  static func guide() throws -> String {
    try Repository.text("docs/langage.md")
  }

  /// The blocks of one kind, in order.
  static func blocks(_ kind: String, in guide: String) -> [String] {
    guide.components(separatedBy: "\n```\(kind)\n").dropFirst().map {
      $0.components(separatedBy: "\n```").first.map { $0 + "\n" } ?? ""
    }
  }

  @Test func examples() throws {
    let guide = try GuideTests.guide()
    let templates = GuideTests.blocks("cadrage", in: guide)
    let results = GuideTests.blocks("resultat", in: guide)
    #expect(templates.count == results.count && templates.count > 10)
    for (template, result) in zip(templates, results) {
      let text = rendered(
        template, including: ["rappel": "Un dossier incomplet n'est pas examiné.\n"]
      ).text
      expectNoDifference(text.withPlainSpaces, result)
    }
  }

  @Test func everyFilterIsListed() throws {
    let guide = try GuideTests.guide()
    for filter in Filter.all {
      #expect(guide.contains("| `\(filter.name)` | \(filter.help) |\n"))
    }
  }
}
