import CustomDump
import Foundation
import TestSupport
import Testing

/// What a build leaves in the output folder.
@Suite struct BuildTests {
  @Test func buildsAreIdenticalWhereverAndWhenever() throws {
    let first = try ContentFolder.ofRepository()
    let run = try first.cadrage("build")
    try #require(run.status == 0, "\(run.errors)")

    // The same files, made in another order, under other settings.
    let second = try ContentFolder.empty()
    for path in try Repository.contentFiles().reversed() {
      try second.write(path, Data(contentsOf: Repository.root.appending(path: path)))
    }
    let other = try second.run(
      ["build", "--output", "ailleurs/site"],
      environment: ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    try #require(other.status == 0, "\(other.errors)")
    expectNoDifference(
      try second.contents(of: "ailleurs/site"), try first.contents(of: "public"))
  }

  @Test func pagesAreThoseOfTheFourNotes() throws {
    let site = try ContentFolder.ofRepository()
    let run = try site.cadrage("build")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    for note in ["isere/2022-2023", "mayenne/2023-2024", "rhone/2024-2025", "vosges/2025-2026"] {
      for file in ["index.html", "note.txt", "resume.txt"] {
        #expect(site.exists("public/\(note)/\(file)"), "\(note)/\(file)")
      }
    }
    for page in ["index.html", "404.html", "sitemap.xml", "plan-du-site/index.html"] {
      #expect(site.exists("public/" + page), "\(page)")
    }
  }

  @Test func summaryCountsFiles() throws {
    let site = try ContentFolder.minimal()
    func build() throws -> String {
      try site.cadrage("build", "--drafts").errors.replacing(#/\d+,\d\d\u{A0}s/#, with: "T")
    }
    let count = try #require(
      try build().wholeMatch(
        of: #/1 note dans « public » : (\d+) fichiers écrits, 0 inchangé, 0 supprimé, en T\.\n/#)
    ).output.1
    expectNoDifference(
      try build(),
      "1 note dans « public » : 0 fichier écrit, \(count) inchangés, 0 supprimé, en T.\n")
  }

  @Test func unchangedFilesAreKept() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let before = try site.contents(of: "public")
    let identities = try BuildTests.identities(in: site)
    try site.replace(
      "Remplissez le formulaire en ligne.", with: "Remplissez le formulaire, puis signez-le.",
      in: "departments/bresse/2025-2026.yaml")
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let after = try site.contents(of: "public")
    let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
    expectNoDifference(
      changed,
      [
        "bresse/2025-2026/demarche/index.html", "bresse/2025-2026/index.html",
        "bresse/2025-2026/note.txt", "bresse/2025-2026/resume.txt",
        "bresse/2025-2026/texte/index.html",
      ])
    for (path, identity) in try BuildTests.identities(in: site) where path != ".cadrage" {
      #expect((identity == identities[path]) != changed.contains(path), "\(path)")
    }
  }

  @Test func removedPagesDisappear() throws {
    let site = try ContentFolder.minimal()
    for file in ["departement.yaml", "2025-2026.yaml"] {
      let text = try site.read("departments/bresse/" + file)
      try site.write("departments/velay/" + file, text.replacing("Bresse", with: "Velay"))
    }
    #expect(try site.cadrage("build", "--drafts").status == 0)
    #expect(site.exists("public/velay/2025-2026/index.html"))
    let count = try site.contents(of: "public/velay").count
    try site.remove("departments/velay")
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0)
    #expect(run.errors.contains(", \(count) supprimés, "), "\(run.errors)")
    #expect(!site.exists("public/velay"))
    let pages = try site.contents(of: "public")
    #expect(!pages.values.contains { $0.range(of: Data("velay".utf8)) != nil })
  }

  @Test func nothingButTheMemoryIsLeftBesideTheSite() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    #expect(try site.cadrage("build", "--drafts").status == 0)
    expectNoDifference(
      try site.names(), [".public.memoire", "departments", "public", "site", "templates"])
  }

  /// Pages are written beside the site before all links are known to lead somewhere.
  @Test func pagesWithErrorsLeaveNothing() throws {
    let site = try ContentFolder.minimal()
    try site.write("site/pages/aide.md", "# Aide\n\n[Rien](rien.html)\n")
    let run = try site.cadrage("build", "--drafts", "--output", "ailleurs/public")
    #expect(run.errors.contains("lien-mort"), "\(run.errors)")
    #expect(run.status == 1)
    expectNoDifference(try site.names(), ["departments", "site", "templates"])
  }

  @Test func timingsAreTold() throws {
    let run = try ContentFolder.minimal().cadrage("build", "--drafts", "--timings")
    let phases = run.errors.split(separator: "\n").compactMap {
      $0.wholeMatch(of: #/ {2}\d+,\d\d\u{A0}s {2}(.*)/#)?.output.1
    }
    expectNoDifference(phases, ["ce que les départements partagent", "notes et pages", "écriture"])
  }

  private struct Identity: Equatable {
    var inode: UInt64
    var date: Date
  }

  /// What tells that a file was not written again.
  private static func identities(in site: ContentFolder) throws -> [String: Identity] {
    var identities: [String: Identity] = [:]
    for path in try Repository.files(below: site.url.appending(path: "public")) {
      let file = try FileManager.default.attributesOfItem(atPath: site.path("public/" + path))
      identities[path] = Identity(
        inode: try #require((file[.systemFileNumber] as? NSNumber)?.uint64Value),
        date: try #require(file[.modificationDate] as? Date))
    }
    return identities
  }
}
