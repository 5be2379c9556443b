import Foundation
import TestSupport

/// Runs of `cadrage simulate` on the repository's own content.
enum SimulationRun {
  /// - Parameter scenario: what standard input holds.
  static func run(
    _ scenario: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> ContentFolder.Run {
    let input = FileManager.default.temporaryDirectory
      .appending(path: "scenario-\(UUID().uuidString)")
    try Data(scenario.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let command = Command(
      Repository.executable.path, ["simulate", "--scenario", "-"] + arguments,
      in: Repository.root, environment: environment)
    command.process.standardInput = try FileHandle(forReadingFrom: input)
    return try command.run()
  }

  /// The Vosges in 2025-2026.
  static func vosges(_ scenario: String, _ arguments: String...) throws -> ContentFolder.Run {
    try run(scenario, ["vosges", "2025-2026"] + arguments)
  }
}
