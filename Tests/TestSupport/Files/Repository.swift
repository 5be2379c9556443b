public import Foundation

/// The repository that holds this test: its own content is the largest example there is.
public enum Repository {
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The small sites and the expected results that tests share.
  public static let fixtures = root.appending(path: "Tests/SystemTests/Fixtures")

  /// The executable that was built beside this test.
  public static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "cadrage")

  /// The text of a file of the repository.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths of all ordinary files below a folder, sorted; links are neither told nor followed.
  public static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { path in
      let file = folder.appending(path: path).path
      let type = try? FileManager.default.attributesOfItem(atPath: file)[.type]
      return type as? FileAttributeType == .typeRegular
    }
  }

  /// The paths of the repository's own content, sorted.
  public static func contentFiles() throws -> [String] {
    try ["departments", "templates", "site"].flatMap { folder in
      try files(below: root.appending(path: folder)).map { folder + "/" + $0 }
    }
  }
}
