import Foundation

/// A program to run, with its whole environment given.
struct Command {
  let process = Process()
  private let output: URL
  private let errors: URL

  /// - Parameter folder: where the program starts.
  init(
    _ executable: String, _ arguments: [String], in folder: URL,
    environment: [String: String] = [:]
  ) {
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let name = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    output = name.appendingPathExtension("output")
    errors = name.appendingPathExtension("errors")
  }

  /// Begins the run. Files rather than pipes: a long output cannot block the process.
  func start() throws {
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  /// Waits for the end of the run; a status below 0 is the signal that ended it.
  func end() throws -> ContentFolder.Run {
    process.waitUntilExit()
    let texts = try [output, errors].map { file in
      defer { try? FileManager.default.removeItem(at: file) }
      return try String(contentsOf: file, encoding: .utf8)
    }
    let status = process.terminationStatus
    return ContentFolder.Run(
      status: process.terminationReason == .exit ? status : -status, output: texts[0],
      errors: texts[1])
  }

  func run() throws -> ContentFolder.Run {
    try start()
    return try end()
  }
}
