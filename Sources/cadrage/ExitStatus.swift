import ArgumentParser

enum ExitStatus {
  static let contentErrors = ExitCode(1)
  /// `diff --exit-code`: the notes differ.
  static let differences = ExitCode(1)
  /// The content has errors, where 1 says something else.
  static let unreadableContent = ExitCode(65)
  /// A program that is asked for is not there.
  static let unavailable = ExitCode(69)
  static let usage = ExitCode(64)
  static let disk = ExitCode(74)
}
