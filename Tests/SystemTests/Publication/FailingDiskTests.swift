import CustomDump
import Foundation
import Glibc
import TestSupport
import Testing

/// The disk refuses: status 74, the reason in French, the old site untouched.
@Suite struct FailingDiskTests {
  /// Whether this machine lets the tests mount a file system.
  private static let canMount: Bool = {
    guard let folder = try? TemporaryDisk(size: "64k") else { return false }
    return folder.isMounted
  }()

  private static let cannotMount: Comment = "needs root and the right to mount a tmpfs"

  @Test func pathBelowAFile() throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage("build", "--drafts", "--output", "site/site.yaml/public")
    #expect(run.status == 64 || run.status == 74, "\(run.errors)")
    let other = try ContentFolder.minimal()
    try other.write("devis.txt", "À garder.")
    let second = try other.cadrage("build", "--drafts", "--output", "devis.txt/public")
    expectNoDifference(
      second.errors,
      "Impossible de créer le dossier « \(other.path("devis.txt")) » : ce n’est pas un dossier. "
        + "L’ancien site est intact.\n")
    #expect(second.status == 74)
    #expect(try other.read("devis.txt") == "À garder.")
  }

  @Test func folderWhereNothingCanBeMade() throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage("build", "--drafts", "--output", "/proc/site")
    #expect(
      run.errors.hasPrefix("Impossible de créer le dossier « /proc/.site.cadrage » : "),
      "\(run.errors)")
    #expect(run.errors.hasSuffix(". L’ancien site est intact.\n"))
    #expect(run.status == 74)
  }

  /// The system ends a program whose file grows too much, unless it asks for the error.
  @Test func fileThatMayNotGrow() throws {
    let site = try ContentFolder.publishable()
    let publish = "publish bresse 2025-2026 --date 2025-06-01"
    let run = try Command(
      "/bin/bash", ["-c", "ulimit -f 1; '\(Repository.executable.path)' \(publish)"], in: site.url
    ).run()
    #expect(run.errors.contains(" : le fichier serait trop gros."), "\(run)")
    #expect(run.status == 74)
    #expect(!site.exists("departments/bresse/publiees"))
  }

  @Test(.enabled(if: canMount, cannotMount)) func readOnlyParent() throws {
    let disk = try TemporaryDisk(size: "2m")
    let site = try ContentFolder.minimal()
    let output = disk.path("public")
    #expect(try site.cadrage("build", "--drafts", "--output", output).status == 0)
    let before = try disk.contents(of: "public")
    try disk.remount("ro")
    try site.changeTitle("Un autre titre")
    let run = try site.cadrage("build", "--drafts", "--output", output)
    expectNoDifference(
      run.errors,
      "Impossible de créer le dossier « \(disk.path(".public.cadrage")) » : le disque est en lecture "
        + "seule. L’ancien site est intact.\n")
    #expect(run.status == 74)
    expectNoDifference(try disk.contents(of: "public"), before)
  }

  @Test(.enabled(if: canMount, cannotMount)) func fullDisk() throws {
    let disk = try TemporaryDisk(size: "1m")
    let site = try ContentFolder.minimal()
    let output = disk.path("public")
    let first = try site.cadrage("build", "--drafts", "--output", output)
    try #require(first.status == 0, "\(first.errors)")
    let before = try disk.contents(of: "public")
    try disk.fill()
    try site.changeTitle("Un autre titre")
    let run = try site.cadrage("build", "--drafts", "--output", output)
    #expect(
      run.errors.contains(" : le disque est plein. L’ancien site est intact."), "\(run.errors)")
    #expect(run.status == 74)
    expectNoDifference(try disk.contents(of: "public"), before)
    // Once there is room again, nothing stands in the way.
    try disk.empty()
    #expect(try site.cadrage("build", "--drafts", "--output", output).status == 0)
    expectNoDifference(try disk.names(), [".public.memoire", "public"])
    #expect(try disk.contents(of: "public") != before)
  }

  @Test(.enabled(if: canMount, cannotMount)) func outputThatIsAMountPoint() throws {
    let disk = try TemporaryDisk(size: "2m")
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts", "--output", "ailleurs").status == 0)
    for (path, bytes) in try site.contents(of: "ailleurs") { try disk.write(path, bytes) }
    let before = try disk.contents(of: ".")
    try site.changeTitle("Un autre titre")
    let run = try site.cadrage("build", "--drafts", "--output", disk.url.path)
    #expect(
      run.errors.hasPrefix(
        "Le système de fichiers refuse de remplacer « \(disk.url.path) » en une fois ("),
      "\(run.errors)")
    #expect(
      run.errors.hasSuffix(
        "). L’ancien site est intact. Choisissez avec --output un dossier qui n’est pas un point de "
          + "montage.\n"))
    #expect(run.status == 74)
    expectNoDifference(try disk.contents(of: "."), before)
    let neighbours = try FileManager.default.contentsOfDirectory(
      atPath: disk.url.deletingLastPathComponent().path)
    #expect(!neighbours.contains(".\(disk.url.lastPathComponent).cadrage"))
  }

  /// A result cut short must not look like a result.
  @Test(arguments: [
    ["note", "bresse", "2025-2026"], ["check", "--format", "json"],
    ["explain", "bresse", "2025-2026"],
  ])
  func fullStandardOutput(_ arguments: [String]) throws {
    let site = try ContentFolder.minimal()
    let words = ([Repository.executable.path] + arguments).joined(separator: " ")
    let run = try Command("/bin/sh", ["-c", words + " > /dev/full"], in: site.url).run()
    expectNoDifference(
      run.errors, "Impossible d’écrire sur la sortie standard : le disque est plein.\n")
    #expect(run.status == 74)
  }
}

extension ContentFolder {
  /// Changes every page at once.
  func changeTitle(_ title: String) throws {
    let settings = try read("site/site.yaml")
    try write("site/site.yaml", settings.replacing(#/titre: .*/#, with: "titre: \(title)"))
  }
}
