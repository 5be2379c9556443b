import ArgumentParser

/// The exit statuses of every command.
enum ExitStatus {
  /// The content has errors.
  static let contentErrors = ExitCode(1)
  /// `diff --exit-code`: the notes differ.
  static let differences = ExitCode(1)
  /// The content has errors, where 1 says something else.
  static let unreadableContent = ExitCode(65)
  /// The command is wrong.
  static let usage = ExitCode(64)
  /// The disk failed.
  static let disk = ExitCode(74)
}
