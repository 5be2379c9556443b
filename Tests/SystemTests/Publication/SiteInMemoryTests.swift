import CustomDump
import Foundation
import Publication
import Synchronization
import TestSupport
import Testing
import Website

/// The site that is kept in memory from one change to the next.
@Suite struct SiteInMemoryTests {
  private static let changes: [(path: String, change: @Sendable (String) -> String)] = [
    // A value, a text, and the title of a section, which others may link to.
    ("departments/vosges/2026-2027.yaml", { $0.replacing("2026-09", with: "2026-10") }),
    ("departments/vosges/2026-2027/hors-delai.md", { $0 + "\nUne ligne de plus.\n" }),
    ("departments/vosges/sections/missions.md", { "### Un autre titre\n\n" + $0 }),
    // What the sources would change in a published note, and a pair that was written over.
    ("departments/vosges/2025-2026/bilan.md", { $0 + "\nUne ligne de plus.\n" }),
    ("departments/vosges/publiees/2025-2026.md", { $0 + "\nUne ligne de plus.\n" }),
    // Errors.
    ("departments/vosges/departement.yaml", { $0 + "cle_inconnue: oui\n" }),
    ("departments/vosges/2026-2027/hors-delai.md", { $0 + "\n[Ici](#nulle-part).\n" }),
    ("departments/vosges/2026-2027/hors-delai.md", { $0 + "\n{{ inconnue }}\n" }),
  ]

  @Test(arguments: changes.indices)
  func whatChangedIsMadeAgain(_ index: Int) throws {
    let (path, change) = SiteInMemoryTests.changes[index]
    let folder = try ContentFolder.ofRepository()
    let first = Making(folder)
    let old = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    try folder.write(path, Data(change(old).utf8))
    let second = Making(folder, after: first, changed: ["vosges"])
    second.expectNoDifference(from: Making(folder))
    #expect(second.added.allSatisfy { !$0.hasPrefix("isere/") && !$0.hasPrefix("rhone/") })
    #expect(first.added.contains { $0.hasPrefix("isere/") })
    // As an author does after an error.
    try folder.write(path, Data(old.utf8))
    let third = Making(folder, after: second, changed: ["vosges"])
    third.expectNoDifference(from: first)
  }
}

/// A site in memory, with the files of the one before that were not made again.
private struct Making {
  let site: KeptSite
  /// The paths of the files that were made.
  let added: Set<String>
  private var files: [String: [UInt8]]

  init(_ folder: ContentFolder, after last: Making? = nil, changed: Set<String> = []) {
    let files = Mutex<[String: [UInt8]]>([:])
    site = SiteBuilder.make(
      ProjectReader(root: folder.url.path), version: "1.0", after: last?.site, changed: changed
    ) { path, bytes in files.withLock { $0[path] = bytes } }
    let made = files.withLock(\.self)
    added = Set(made.keys)
    self.files = (last?.files ?? [:]).merging(made) { $1 }
  }

  func expectNoDifference(from other: Making) {
    CustomDump.expectNoDifference(
      site.diagnostics.sorted.map { "\($0)" }, other.site.diagnostics.sorted.map { "\($0)" })
    #expect(site.isSound == other.site.isSound)
    guard site.isSound else { return }
    #expect(files.keys.sorted() == other.files.keys.sorted())
    #expect(files.filter { other.files[$0.key] != $0.value }.keys.sorted() == [])
  }
}
