import Foundation
import TestSupport
import Testing

/// A copy of content in a temporary folder, on which a test runs the real executable.
///
/// The folder is removed when the value goes away.
final class ContentFolder: WritableFolder, Sendable {
  typealias Run = Command.Run

  let url: URL

  /// Copies the repository's own departments, templates and site.
  static func ofRepository() throws -> ContentFolder {
    try ContentFolder([Repository.root: ["departments", "templates", "site"]])
  }

  /// The same before anything was published: every note is a draft.
  static func ofDrafts() throws -> ContentFolder {
    let folder = try ofRepository()
    for department in try folder.names(in: "departments") {
      let pairs = "departments/\(department)/publiees"
      if folder.exists(pairs) { try folder.remove(pairs) }
    }
    try folder.remove("departments/adresses.yaml")
    return folder
  }

  /// Copies the small valid site of the fixtures, with the face and the sentences of the repository.
  static func minimal() throws -> ContentFolder {
    let words = Repository.fixtures.appending(path: "valid/minimal")
    let folder = try ContentFolder([
      words: ["departments", "templates"], Repository.root: ["site"],
    ])
    // Neither are the sentences of the calculation what these tests are about.
    let sentences = "departments/national/formules.yaml"
    try folder.write(sentences, Data(contentsOf: Repository.root.appending(path: sentences)))
    return folder
  }

  /// The small valid site, with the figure that it awaits: its note can be published.
  static func publishable() throws -> ContentFolder {
    let folder = try minimal()
    try folder.replace(
      "maximum: a_paraitre",
      with: "maximum: {valeur: 2 758,28 €/collectif, document: C-2026-069, section: \"3.2\"}",
      in: "departments/national/2025-2026.yaml")
    return folder
  }

  /// The same with two years: 2025-2026 published, 2026-2027 in the making.
  static func twoYears() throws -> ContentFolder {
    let folder = try publishable()
    try folder.overlay(Repository.fixtures.appending(path: "valid/next-year"))
    let run = try folder.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  static func empty() throws -> ContentFolder { try ContentFolder([:]) }

  private init(_ sources: [URL: [String]]) throws {
    url = ContentFolder.temporaryURL("cadrage")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (source, folders) in sources {
      for folder in folders {
        try FileManager.default.copyItem(
          at: source.appending(path: folder), to: url.appending(path: folder))
      }
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

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
      environment: ["SOURCE_DATE_EPOCH": ContentFolder.now].merging(environment) { $1 }
    ).run()
  }

  /// 21 November 2026, for all runs: no test depends on the day on which it runs.
  private static let now = "1795258800"
}
