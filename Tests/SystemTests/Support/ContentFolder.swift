import Foundation
import Testing

/// A copy of content in a temporary folder, on which a test runs the real executable.
///
/// The folder is removed when the value goes away.
final class ContentFolder {
  struct Run: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  let url: URL

  /// Copies the repository's own departments, templates and site.
  static func ofRepository() throws -> ContentFolder {
    try ContentFolder(copying: Repository.root)
  }

  /// Copies the small valid site of the fixtures.
  static func minimal() throws -> ContentFolder {
    try ContentFolder(copying: Repository.fixtures.appending(path: "valid/minimal"))
  }

  private init(copying source: URL) throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "cadrage-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for folder in ["departments", "templates", "site"] {
      try FileManager.default.copyItem(
        at: source.appending(path: folder), to: url.appending(path: folder))
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  // MARK: - Changes

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ bytes: Data) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Replaces the first occurrence of a text, which must be there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try read(path)
    let range = try #require(text.range(of: old), "« \(old) » is not in \(path)")
    try write(path, text.replacingCharacters(in: range, with: new))
  }

  /// Copies the files of a folder of fixtures over this one.
  func overlay(_ folder: URL) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for name in names {
      let file = folder.appending(path: name)
      if !isFolder(file) { try write(name, Data(contentsOf: file)) }
    }
  }

  private func isFolder(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  // MARK: - Runs

  /// Runs `cadrage` in the folder and waits for its end.
  func cadrage(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = Repository.executable
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files rather than pipes: a long output cannot block the process.
    let streams = try ["output", "errors"].map { name in
      let file = url.appending(path: ".run-\(name)-\(UUID().uuidString)")
      try Data().write(to: file)
      return (file, try FileHandle(forWritingTo: file))
    }
    process.standardOutput = streams[0].1
    process.standardError = streams[1].1
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { file, handle in
      try handle.close()
      let text = try String(contentsOf: file, encoding: .utf8)
      try FileManager.default.removeItem(at: file)
      return text
    }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// The bytes of each file below a folder, by path.
  func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let base = url.appending(path: folder)
    for name in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
      let file = base.appending(path: name)
      if !isFolder(file) { contents[name] = try Data(contentsOf: file) }
    }
    return contents
  }
}

enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = root.appending(path: "Tests/SystemTests/Fixtures")

  /// The executable that was built beside this test.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "cadrage")
}
