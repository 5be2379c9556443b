import ArgumentParser
import Glibc

/// What the program says to people: results on standard output, messages on standard error.
struct Console {
  /// Colour only on a terminal, never with `NO_COLOR`.
  let usesColor: Bool

  init() {
    let isTerminal = isatty(STDERR_FILENO) == 1
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    usesColor = isTerminal && !noColour && !isDumb
  }

  /// Writes a line to standard error.
  func say(_ message: String) {
    // There is nowhere left to tell a failure.
    _ = Console.write(message + "\n", to: STDERR_FILENO)
  }

  /// Writes a result to standard output, as it is.
  ///
  /// **Errors**: status 74 when it cannot be written whole: a result cut short must not look like
  /// one. A closed pipe (`| head`) is the reader's choice, not a failure.
  func output(_ text: String) throws {
    let code = Console.write(text, to: STDOUT_FILENO)
    guard code != 0, code != EPIPE else { return }
    let reason = code == ENOSPC ? "le disque est plein" : String(cString: strerror(code))
    say("Impossible d’écrire sur la sortie standard : \(reason).")
    throw ExitStatus.disk
  }

  /// Returns 0, or the system's code for the failure.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      offset += count
    }
    return 0
  }
}
