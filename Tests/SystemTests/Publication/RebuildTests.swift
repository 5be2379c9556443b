import CustomDump
import Diagnostics
import Foundation
import Notes
import Publication
import Synchronization
import TestSupport
import Testing
import Website

/// A build that finds what the last one kept beside the site gives what a build that finds nothing
/// gives.
@Suite struct RebuildTests {
  /// What happens to one file between two builds.
  private struct Change: Sendable {
    let path: String
    var options = ["--drafts"]
    /// - Returns: nil when the file goes.
    let apply: @Sendable (Data?) -> Data?

    init(
      _ path: String, options: [String] = ["--drafts"],
      apply: @escaping @Sendable (Data?) -> Data?
    ) {
      self.path = path
      self.options = options
      self.apply = apply
    }

    static func add(_ text: String, to path: String) -> Change {
      Change(path) { ($0 ?? Data()) + Data(text.utf8) }
    }

    static func replace(_ old: String, _ new: String, in path: String) -> Change {
      Change(path) {
        Data(String(decoding: $0 ?? Data(), as: UTF8.self).replacing(old, with: new).utf8)
      }
    }

    static func remove(_ path: String) -> Change { Change(path) { _ in nil } }
  }

  /// Each comes after those before it; one that makes an error is undone, and built again.
  private static let changes: [Change] = [
    .add("", to: "departments/vosges/2026-2027.yaml"),
    .replace("2026-09", "2026-10", in: "departments/vosges/2026-2027.yaml"),
    .add("\nUne ligne de plus.\n", to: "departments/vosges/2026-2027/hors-delai.md"),
    .add("\n[Ici](#nulle-part).\n", to: "departments/vosges/2026-2027/hors-delai.md"),
    // What departments share.
    .add("\nUne phrase de plus.\n", to: "templates/communs/circulaire-2026/charte.md"),
    .replace("8 487", "8 488", in: "departments/national/2025-2026.yaml"),
    .replace("nationale des", "nationale de toutes les", in: "departments/national/glossaire.yaml"),
    .replace("</footer>", "<p>Fin.</p></footer>", in: "site/layouts/pied.html"),
    .add("\n.autre { margin: 0; }\n", to: "site/styles/cadrage.css"),
    .replace("titre: Notes", "titre: Les notes", in: "site/site.yaml"),
    // Files that come and go.
    .add("Un texte de plus.\n", to: "departments/isere/2026-2027/pieces/a.pdf"),
    .add("Un autre.\n", to: "departments/isere/2026-2027/pieces/a.pdf"),
    .remove("departments/isere/2026-2027/pieces/a.pdf"),
    .remove("departments/rhone/2024-2025.yaml"),
    // The other site in its place, then this one again.
    Change("neant", options: []) { _ in nil },
    Change("neant", options: ["--drafts", "--replace-published"]) { _ in nil },
    // What was built, and what was kept.
    .replace("<body", "<body class=\"autre\"", in: "public/isere/index.html"),
    .remove("public/isere/index.html"),
    Change(".public.memoire") { $0?.dropLast(100) },
    Change(".public.memoire") { kept in
      kept.map { $0.prefix($0.count / 2) + Data([1, 2, 3]) + $0.suffix($0.count / 2 - 3) }
    },
    .remove(".public.memoire"),
  ]

  @Test func rebuildIsAFreshBuild() throws {
    let folder = try ContentFolder.ofDrafts()
    #expect(try folder.cadrage("build", "--drafts").status == 0)
    for change in RebuildTests.changes { try expectFreshBuild(after: change, in: folder) }
  }

  /// What the sources would change in a published note, and a pair that was written over.
  @Test(arguments: [
    "departments/vosges/2025-2026/bilan.md", "departments/vosges/publiees/2025-2026.md",
  ]) func publishedNotes(_ path: String) throws {
    let folder = try ContentFolder.ofRepository()
    #expect(try folder.cadrage("build", "--drafts").status == 0)
    try expectFreshBuild(after: .add("\nUne ligne de plus.\n", to: path), in: folder)
  }

  @Test func onlyWhatChangedIsRead() throws {
    let folder = try ContentFolder.ofRepository()
    expectNoDifference(try RebuildTests.departmentsRead(folder), try folder.departments)
    expectNoDifference(try RebuildTests.departmentsRead(folder), [])
    try folder.append("\nUne ligne.\n", to: "departments/vosges/2026-2027/hors-delai.md")
    expectNoDifference(try RebuildTests.departmentsRead(folder), ["vosges"])
  }

  /// The departments that a build reads.
  private static func departmentsRead(_ folder: ContentFolder) throws -> [String] {
    let source = CountingSource(reader: ProjectReader(root: folder.url.path))
    let publisher = try Publisher(output: folder.path("public"), sources: [], hasDrafts: true)
    let found = SiteBuilder.build(source, version: "1.0", showsDrafts: true, with: publisher)
    #expect(!found.hasErrors)
    _ = try publisher.publish()
    return source.read.withLock { $0.sorted() }
  }

  private func expectFreshBuild(after change: Change, in folder: ContentFolder) throws {
    let old = try folder.bytes(change.path)
    try folder.put(change.apply(old), at: change.path)
    let before = try folder.contents(of: "public")
    let run = try folder.run(["build"] + change.options)
    let fresh = try folder.run(["build", "--output", "neuf"] + change.options)
    #expect(run.status == fresh.status, "\(change.path)")
    expectNoDifference(RebuildTests.messages(run), RebuildTests.messages(fresh), change.path)
    let after = try folder.contents(of: "public")
    guard fresh.status == 0 else {
      #expect(after == before, "\(change.path)")
      try folder.put(old, at: change.path)
      return try expectFreshBuild(after: .add("", to: change.path), in: folder)
    }
    let made = try folder.contents(of: "neuf")
    #expect(after.keys.sorted() == made.keys.sorted(), "\(change.path)")
    #expect(made.filter { after[$0.key] != $0.value }.keys.sorted() == [], "\(change.path)")
    try folder.remove("neuf")
    try folder.remove(".neuf.memoire")
  }

  /// A check says the same with what a build kept and without.
  @Test(arguments: [
    Change.add("", to: "departments/vosges/2026-2027.yaml"),
    .add(
      "\nLe nombre d’enfants est fixé au 31 février 2026.\n",
      to: "departments/vosges/2026-2027/hors-delai.md"),
    .add("\n[Ici](#nulle-part).\n", to: "departments/vosges/2026-2027/hors-delai.md"),
    .replace("</footer>", "<a href=\"rien.html\">Rien</a></footer>", in: "site/layouts/pied.html"),
  ]) private func checkIsAFreshCheck(_ change: Change) throws {
    let folder = try ContentFolder.ofRepository()
    #expect(try folder.cadrage("build", "--drafts").status == 0)
    try folder.put(change.apply(folder.bytes(change.path)), at: change.path)
    let quick = try folder.cadrage("check")
    try folder.remove(".public.memoire")
    let fresh = try folder.cadrage("check")
    expectNoDifference(quick.errors, fresh.errors)
    #expect(quick.status == fresh.status)
  }

  /// What a run says, without the last line: the number of files that were written depends on the
  /// folder.
  private static func messages(_ run: ContentFolder.Run) -> String {
    guard run.status == 0 else { return run.errors }
    return run.errors.split(separator: "\n").dropLast().joined(separator: "\n")
  }
}

/// A project that knows which of its departments were asked for.
private final class CountingSource: DepartmentSource {
  let reader: ProjectReader
  let read = Mutex<[String]>([])

  init(reader: ProjectReader) { self.reader = reader }

  var common: Project { reader.common }
  var messages: StagedDiagnostics { reader.messages }
  var departments: [String] { reader.departments }

  func department(_ slug: String) -> DepartmentReading {
    read.withLock { $0.append(slug) }
    return reader.department(slug)
  }

  func check(_ plans: [DepartmentPlans?], messages: inout StagedDiagnostics) {
    reader.check(plans, messages: &messages)
  }
}

extension ContentFolder {
  fileprivate var departments: [String] {
    get throws {
      try names(in: "departments").filter { $0 != "national" && !$0.hasSuffix(".yaml") }
    }
  }

  /// Nil when there is no file.
  fileprivate func bytes(_ path: String) throws -> Data? {
    exists(path) ? try Data(contentsOf: url.appending(path: path)) : nil
  }

  fileprivate func put(_ bytes: Data?, at path: String) throws {
    if let bytes { try write(path, bytes) } else if exists(path) { try remove(path) }
  }
}
