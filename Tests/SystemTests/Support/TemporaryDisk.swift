import Foundation
import TestSupport
import Testing

/// A small file system in memory, for what happens when there is no room.
final class TemporaryDisk: WritableFolder {
  let url: URL
  let isMounted: Bool

  /// - Parameter size: as `mount` reads it: `64k`, `1m`.
  init(size: String) throws {
    url = TemporaryDisk.temporaryURL("disque")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let run = try Command(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs", url.path],
      in: FileManager.default.temporaryDirectory
    ).run()
    isMounted = run.status == 0
  }

  deinit {
    let elsewhere = FileManager.default.temporaryDirectory
    if isMounted { _ = try? Command("/bin/umount", ["-l", url.path], in: elsewhere).run() }
    try? FileManager.default.removeItem(at: url)
  }

  func remount(_ option: String) throws {
    let run = try Command(
      "/bin/mount", ["-o", "remount,\(option)", url.path],
      in: FileManager.default.temporaryDirectory
    ).run()
    try #require(run.status == 0, "\(run.errors)")
  }

  /// Leaves hardly any room.
  func fill() throws {
    try Data().write(to: url.appending(path: "bourrage"))
    let file = try FileHandle(forWritingTo: url.appending(path: "bourrage"))
    defer { try? file.close() }
    while (try? file.write(contentsOf: Data(count: 4_096))) != nil {}
    try file.truncate(atOffset: file.offset() / 4_096 * 4_096 - 16_384)
  }

  func empty() throws { try FileManager.default.removeItem(atPath: path("bourrage")) }
}
