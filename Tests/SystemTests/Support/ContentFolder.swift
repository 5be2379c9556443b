import Foundation
import Testing

/// A copy of content in a temporary folder, on which a test runs the real executable.
///
/// The folder is removed when the value goes away.
final class ContentFolder: Sendable {
  struct Run: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  let url: URL

  /// Copies the repository's own departments, templates and site.
  static func ofRepository() throws -> ContentFolder {
    try ContentFolder([Repository.root: ["departments", "templates", "site"]])
  }

  /// Copies the small valid site of the fixtures, with the face and the sentences of the repository.
  static func minimal() throws -> ContentFolder {
    let words = Repository.fixtures.appending(path: "valid/minimal")
    let folder = try ContentFolder([words: ["departments", "templates"], Repository.root: ["site"]])
    // Neither are the sentences of the calculation what these tests are about.
    let sentences = "departments/national/formules.yaml"
    try folder.write(sentences, Data(contentsOf: Repository.root.appending(path: sentences)))
    return folder
  }

  static func empty() throws -> ContentFolder { try ContentFolder([:]) }

  private init(_ sources: [URL: [String]]) throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "cadrage-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (source, folders) in sources {
      for folder in folders {
        try FileManager.default.copyItem(
          at: source.appending(path: folder), to: url.appending(path: folder))
      }
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The absolute path of a file of the folder.
  func path(_ path: String) -> String { url.appending(path: path).path }

  // MARK: - Changes

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ bytes: Data) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: path), withIntermediateDirectories: true)
  }

  func append(_ text: String, to path: String) throws { try write(path, read(path) + text) }

  func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  /// The names in a folder, hidden ones included, sorted.
  func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: folder).path).sorted()
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path, withDestinationPath: target)
  }

  /// Replaces the first occurrence of a text, which must be there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try read(path)
    let range = try #require(text.range(of: old), "« \(old) » is not in \(path)")
    try write(path, text.replacingCharacters(in: range, with: new))
  }

  /// Copies the files of a folder of fixtures over this one.
  func overlay(_ folder: URL, except names: Set<String> = []) throws {
    for path in try Repository.files(below: folder) where !names.contains(path) {
      try write(path, Data(contentsOf: folder.appending(path: path)))
    }
  }

  // MARK: - Runs

  /// Runs `cadrage` in the folder and waits for its end.
  func cadrage(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  /// - Parameter folder: where the program starts, below this folder.
  func run(
    _ arguments: [String], in folder: String = ".", environment: [String: String] = [:]
  ) throws -> Run {
    try Command(
      Repository.executable.path, arguments, in: url.appending(path: folder),
      environment: environment
    ).run()
  }

  /// The bytes of each file below a folder, by path.
  func contents(of folder: String) throws -> [String: Data] {
    let base = url.appending(path: folder)
    return try Dictionary(
      uniqueKeysWithValues: Repository.files(below: base).map {
        ($0, try Data(contentsOf: base.appending(path: $0)))
      })
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

  /// The paths of all ordinary files below a folder, sorted; links are neither told nor followed.
  static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { path in
      let file = folder.appending(path: path).path
      let type = try? FileManager.default.attributesOfItem(atPath: file)[.type]
      return type as? FileAttributeType == .typeRegular
    }
  }

  /// The paths of the repository's own content, sorted.
  static func contentFiles() throws -> [String] {
    try ["departments", "templates", "site"].flatMap { folder in
      try files(below: root.appending(path: folder)).map { folder + "/" + $0 }
    }
  }

  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  }
}
