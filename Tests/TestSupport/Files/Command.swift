public import Foundation

/// A program to run, with its whole environment given.
public struct Command {
  /// What a program said, and its status; a status below 0 is the signal that ended it.
  public struct Run: Equatable {
    public var status: Int32
    public var output: String
    public var errors: String

    public init(status: Int32, output: String, errors: String) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  public let process = Process()
  private let output: URL
  private let errors: URL

  /// - Parameter folder: where the program starts.
  public init(
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
  public func start() throws {
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  /// Waits for the end of the run.
  public func end() throws -> Run {
    process.waitUntilExit()
    let texts = try [output, errors].map { file in
      defer { try? FileManager.default.removeItem(at: file) }
      return try String(contentsOf: file, encoding: .utf8)
    }
    let status = process.terminationStatus
    return Run(
      status: process.terminationReason == .exit ? status : -status, output: texts[0],
      errors: texts[1])
  }

  public func run() throws -> Run {
    try start()
    return try end()
  }
}
