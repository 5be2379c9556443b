import Files

/// Another command of this program, run to its end.
enum OwnCommand {
  /// - Returns: its exit status, and all that it said.
  static func run(_ arguments: [String]) -> (status: Int32, words: String) {
    Subprocess.run("/proc/self/exe", name: "cadrage", arguments)
  }
}
