import Diagnostics
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
    Console.write(message + "\n", to: STDERR_FILENO)
  }

  /// Writes a result to standard output, as it is.
  func output(_ text: String) {
    Console.write(text, to: STDOUT_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      // A closed pipe (`| head`) is the reader's choice, not a failure to report.
      if count <= 0 { return }
      offset += count
    }
  }
}
