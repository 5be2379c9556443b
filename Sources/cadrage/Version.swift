import CPlatform

/// The version of the program.
enum Version {
  /// As pages may show it.
  static let current = "0.1.0"

  /// As `--version` prints it: with the commit where it is known, « 0.1.0 (1a2b3c4d5e6f) ».
  static let full: String = {
    let commit = String(cString: cplatform_commit())
    return commit.isEmpty ? current : "\(current) (\(commit))"
  }()
}
