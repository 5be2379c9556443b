import CustomDump
import Foundation
import TestSupport
import Testing
import Website

/// The site that is made again as its sources change is always the one that would be made afresh.
@Suite struct LiveSiteTests {
  @Test(arguments: 1...3)
  func isNeverStale(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try ContentFolder.publishable()
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "departments/bresse"),
      to: folder.url.appending(path: "departments/dombes"))
    var live = LiveSite(root: folder.url.path, version: "1")
    var last: LiveSite.Made?
    for step in 1...12 {
      let change = try LiveSiteTests.change(folder, &random)
      let again = live.make()
      let made = try #require(again ?? last)
      last = made
      var fresh = LiveSite(root: folder.url.path, version: "1")
      let afresh = fresh.make()
      let expected = try #require(afresh)
      let words: Comment = "seed \(seed), step \(step): \(change)"
      expectNoDifference(
        made.diagnostics.sorted.map(\.message), expected.diagnostics.sorted.map(\.message))
      #expect(made.files?.keys.sorted() == expected.files?.keys.sorted(), words)
      for (path, bytes) in expected.files ?? [:] {
        #expect(made.files?[path] == bytes, "\(path), seed \(seed), step \(step): \(change)")
      }
    }
  }

  private static let files = [
    "departments/bresse/2025-2026.yaml", "departments/dombes/departement.yaml",
    "departments/national/regles.yaml", "templates/note/circulaire-2021/introduction.md",
    "templates/note/plan.yaml", "site/styles/cadrage.css", "site/pages/accessibilite.md",
    "site/layouts/pied.html", "departments/dombes/2025-2026.yaml",
  ]

  /// Changes one file or folder as people and programs do; says what it did.
  private static func change(
    _ folder: ContentFolder, _ random: inout SeededGenerator
  ) throws -> String {
    let path = random.pick(files)
    let file = folder.url.appending(path: path)
    let aside = folder.url.appending(path: "aside-" + path.replacing("/", with: "-"))
    // What went away comes back first.
    if FileManager.default.fileExists(atPath: aside.path) {
      try FileManager.default.moveItem(at: aside, to: file)
      return "\(path) comes back"
    }
    switch random.pick(0...5) {
    case 0:
      try FileManager.default.moveItem(at: file, to: aside)
      return "\(path) goes away"
    case 1:
      let page = "site/pages/page-\(random.pick(1...3)).md"
      try folder.write(page, Data("# Page \(random.pick(1...9))\n\nUn texte.\n".utf8))
      return "\(page) is written"
    case 2:
      // As many bytes, in place, at once after another change.
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["e", "i", "e"] {
        try text.replacing("a", with: word, maxReplacements: random.pick(0...1))
          .write(to: file, atomically: false, encoding: .utf8)
      }
      return "\(path) is changed in place"
    case 3:
      let text = try String(contentsOf: file, encoding: .utf8)
      try (text + "\ninconnue: {{ x\n").write(to: file, atomically: true, encoding: .utf8)
      _ = random.next()
      return "\(path) gets an error"
    default:
      let text = try String(contentsOf: file, encoding: .utf8)
      let kept = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("inconnue") }.joined(separator: "\n")
      try (kept + "\n").write(to: file, atomically: true, encoding: .utf8)
      return "\(path) is written again"
    }
  }
}
