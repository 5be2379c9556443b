import ArgumentParser

/// The exit statuses of every command.
enum ExitStatus {
  /// The content has errors.
  static let contentErrors = ExitCode(1)
  /// The command is wrong.
  static let usage = ExitCode(64)
  /// The disk failed.
  static let disk = ExitCode(74)
}
