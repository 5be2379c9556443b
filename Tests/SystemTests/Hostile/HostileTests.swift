import Configuration
import CustomDump
import Diagnostics
import Files
import Foundation
import Publication
import TestSupport
import Testing

@testable import Website

/// What hostile content meets: the first message about it, or a whole site.
@Suite struct HostileTests {
  /// A file of its own for each case, in a project where all stand side by side.
  private struct Subject: Sendable {
    let path: @Sendable (Int) -> String
    let text: @Sendable (Int, String) -> String
    /// The other files that the project needs, for the ranks of the cases that stand in it.
    let others: @Sendable (SampleProject, [Int]) -> [String: String]
  }

  /// Each text is a section of the same note.
  private static let markdown = Subject(
    path: { "templates/note/circulaire-2021/\(section($0)).md" },
    text: { "## Cas \($0)\n\n\($1)\n" },
    others: { sample, ranks in
      let path = "templates/note/plan.yaml"
      let names = ranks.map { "\n  - \(section($0))" }.joined()
      return [path: sample[path].replacing("\n  - depot", with: names + "\n  - depot")]
    })

  private static func section(_ rank: Int) -> String { "cas-\(rank)" }

  /// Each text is the rest of a document to join, in a department of its own.
  private static let facts = Subject(
    path: { "departments/cas-\($0)/2025-2026.yaml" },
    text: { _, text in
      let year = SampleProject.minimal["departments/bresse/2025-2026.yaml"]
      return year.replacing("    nom: le projet d'accueil\n", with: text + "\n")
    },
    others: { sample, ranks in
      let text = sample["departments/bresse/departement.yaml"]
      return Dictionary(
        uniqueKeysWithValues: ranks.map { ("departments/cas-\($0)/departement.yaml", text) })
    })

  /// Each text is a part of the page 404.
  private static let layouts = Subject(
    path: { "site/layouts/\(section($0)).html" },
    text: { $1 + "\n" },
    others: { sample, ranks in
      let path = "site/layouts/404.html"
      let end = "{% inclure \"pied\" %}"
      let parts = ranks.map { "{% inclure \"\(section($0))\" %}\n" }.joined()
      return [path: sample[path].replacing(end, with: parts + end)]
    })

  @Test func markdownTexts() throws { try expectMessages("markdown", HostileTests.markdown) }

  @Test func factsOfAYear() throws { try expectMessages("facts", HostileTests.facts) }

  @Test func partsOfLayouts() throws { try expectMessages("layouts", HostileTests.layouts) }

  @Test func picturesInSVG() throws {
    let lines = try HostileCase.all("svg").map { hostile in
      let bytes = Array(hostile.text.utf8)
      let file = SourceTree.File(path: "site/images/image.svg", size: bytes.count)
      let found = SVGFaults.all(bytes, of: file)
      return HostileTests.line(hostile, found.first)
    }
    try expectSnapshot(lines.joined(), at: HostileTests.expected("svg"))
  }

  private static func expected(_ subject: String) -> URL {
    Repository.fixtures.appending(path: "hostile/\(subject).txt")
  }

  private static func line(_ hostile: HostileCase, _ found: Diagnostic?) -> String {
    guard let found else { return "\(hostile.name): accepté\n" }
    let place = found.place.map { "\($0.line):\($0.column) " } ?? ""
    let message = String(found.message.unicodeScalars.prefix(160))
    return "\(hostile.name): \(place)\(found.severity.rawValue) [\(found.code)] \(message)\n"
  }

  /// Those that are refused leave the project, until it is right: what stays is in a site that was
  /// made whole.
  private func expectMessages(_ name: String, _ subject: Subject) throws {
    let cases = try HostileCase.all(name)
    var found: [Int: Diagnostic] = [:]
    // What a finished page shows has no place in a file.
    var others: [String] = []
    while true {
      let ranks = cases.indices.filter { found[$0]?.severity != .error }
      let messages = HostileTests.messages(cases, ranks, subject)
      let refused = messages.byRank.filter { $0.value.severity == .error }
      found.merge(messages.byRank) { _, new in new }
      guard refused.isEmpty else { continue }
      others = messages.others
      break
    }
    let lines = cases.enumerated().map { HostileTests.line($1, found[$0]) } + others
    try expectSnapshot(lines.joined(), at: HostileTests.expected(name))
  }

  /// The first message about each case, errors before warnings, and the other errors.
  private static func messages(
    _ cases: [HostileCase], _ ranks: [Int], _ subject: Subject
  ) -> (byRank: [Int: Diagnostic], others: [String]) {
    var sample = SampleProject.minimal
    sample.texts.merge(subject.others(sample, ranks)) { $1 }
    for rank in ranks { sample.texts[subject.path(rank)] = subject.text(rank, cases[rank].text) }
    // Pictures of the site are read from the repository.
    let tree = SourceTree(root: Repository.root.path)
      .adding(sample.texts.map { SourceText(path: $0, text: $1) }, sample.files)
    let diagnostics = SiteBuilder.check(ProjectReader(tree), version: "1")
    let rankOfPath = Dictionary(uniqueKeysWithValues: ranks.map { (subject.path($0), $0) })
    var byRank: [Int: Diagnostic] = [:]
    var others: [String] = []
    for diagnostic in diagnostics.sorted {
      if let rank = diagnostic.place.flatMap({ rankOfPath[$0.file] }) {
        if byRank[rank].map({ $0.severity == .warning && diagnostic.severity == .error }) ?? true {
          byRank[rank] = diagnostic
        }
      } else if diagnostic.severity == .error {
        others.append("[\(diagnostic.code)] \(diagnostic.message)\n")
      }
    }
    return (byRank, others)
  }
}
