import ArgumentParser
import Diagnostics
import Facts
import Files
import Glibc
import Text

/// What the program says to people: results on standard output, messages on standard error.
struct Console {
  /// Colour only on a terminal, never with `NO_COLOR`.
  let usesColor: Bool

  /// The same for results, on standard output.
  let usesColorInOutput: Bool

  init() {
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    let mayColor = !noColour && !isDumb
    usesColor = mayColor && isatty(STDERR_FILENO) == 1
    usesColorInOutput = mayColor && isatty(STDOUT_FILENO) == 1
  }

  /// Writes a line to standard error.
  func say(_ message: String) {
    // There is nowhere left to tell a failure.
    _ = FileSystem.write(Array((message + "\n").utf8)[...], to: STDERR_FILENO)
  }

  /// Writes a result to standard output, as it is.
  ///
  /// **Errors**: as for bytes.
  func output(_ text: String) throws { try output(Array(text.utf8)) }

  /// Writes a result to standard output, as it is.
  ///
  /// **Errors**: status 74 when it cannot be written whole: a result cut short must not look like
  /// one. A closed pipe (`| head`) is the reader's choice, not a failure.
  func output(_ bytes: [UInt8]) throws {
    let code = FileSystem.write(bytes[...], to: STDOUT_FILENO)
    guard code != 0, code != EPIPE else { return }
    let reason = code == EBADF ? "elle est fermée" : FileSystem.reason(code)
    say("Impossible d’écrire sur la sortie standard : \(reason).")
    throw ExitStatus.disk
  }

  /// Writes every problem to standard error, sorted, with the lines of the tree that they stand on.
  func report(
    _ diagnostics: DiagnosticList, in tree: SourceTree, showsWaived: Bool = false
  ) {
    // Messages are sorted by file, and a file that has left memory is read again.
    var text: SourceText?
    report(diagnostics, showsWaived: showsWaived) { file, line in
      if text?.path != file { text = tree.text(file) }
      return text?.line(line)
    }
  }

  /// Writes every problem to standard error, sorted, with the lines they stand on.
  ///
  /// - Parameters:
  ///   - showsWaived: whether what was waived is written too.
  ///   - line: a line of a file, by path and number from 1.
  func report(
    _ diagnostics: DiagnosticList, showsWaived: Bool = false,
    line: @escaping (_ file: String, _ number: Int) -> String?
  ) {
    let shown = diagnostics.sorted.filter { showsWaived || $0.severity != .waived }
    guard !shown.isEmpty else { return }
    say(TerminalWriter(usesColor: usesColor, line: line).text(shown))
    for others in diagnostics.others where showsWaived || others.severity != .waived {
      let name = others.severity.rawValue
      let count = FrenchFormat.count(others.count, "autre \(name)", "autres \(name)s")
      say("… et \(count) dans « \(TerminalText.visible(others.file)) ».")
    }
    let counts = [
      (diagnostics.errorCount, "erreur"), (diagnostics.warningCount, "avertissement"),
      (showsWaived ? diagnostics.waivedCount : 0, "dérogation"),
    ]
    // « 2 erreurs, 1 avertissement ».
    say(
      counts.filter { $0.0 > 0 }.map { FrenchFormat.count($0.0, $0.1) }.joined(separator: ", "))
  }
}
