import CustomDump
import Foundation
import Glibc
import TestSupport
import Testing

/// How often the program opens the files of a project, as the system counts it.
@Suite struct ReadingTests {
  @Test(arguments: ["build", "check"])
  func eachTextIsReadOnce(_ command: String) throws {
    let site = try ContentFolder.ofRepository()
    let watch = try OpenedFiles(in: site.url)
    let run = try site.cadrage(command)
    try #require(run.status == 0, "\(run.errors)")
    let opened = watch.counts().filter { path, _ in
      ["css", "html", "js", "md", "txt", "yaml"].contains { path.hasSuffix("." + $0) }
    }
    #expect(opened.keys.contains("departments/vosges/2025-2026.yaml"))
    #expect(opened.keys.contains("departments/vosges/publiees/2025-2026.md"))
    #expect(opened.keys.contains("site/layouts/note.html"))
    expectNoDifference(opened.filter { $0.value != 1 }, [:])
  }
}

/// The openings of files in the folders of a project, from now on.
private final class OpenedFiles {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]

  init(in root: URL) throws {
    descriptor = inotify_init1(Int32(O_NONBLOCK))
    try #require(descriptor >= 0)
    let names = ["departments", "templates", "site"]
    for name in names { try watch(name, in: root) }
  }

  deinit { close(descriptor) }

  private func watch(_ folder: String, in root: URL) throws {
    let url = root.appending(path: folder)
    let number = inotify_add_watch(descriptor, url.path, UInt32(IN_OPEN))
    try #require(number >= 0, "\(folder)")
    folders[number] = folder
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      let exists = FileManager.default.fileExists(
        atPath: root.appending(path: path).path, isDirectory: &isFolder)
      if exists, isFolder.boolValue { try watch(path, in: root) }
    }
  }

  /// How many times each file was opened, by its path.
  func counts() -> [String: Int] {
    var counts: [String: Int] = [:]
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = read(descriptor, &bytes, bytes.count), count > 0 {
      var offset = 0
      while offset < count {
        let event = bytes.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        }
        let start = offset + MemoryLayout<inotify_event>.size
        offset = start + Int(event.len)
        let name = String(decoding: bytes[start..<offset].prefix { $0 != 0 }, as: UTF8.self)
        // The folders themselves have no name.
        guard event.mask & UInt32(IN_ISDIR) == 0, !name.isEmpty, let folder = folders[event.wd]
        else { continue }
        counts[folder + "/" + name, default: 0] += 1
      }
    }
    return counts
  }
}
