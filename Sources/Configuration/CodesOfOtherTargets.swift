import Diagnostics
import YAML

// Codes of this target are written `.unknownKey`; those of files and of YAML, with their type.

extension ConfigurationReader {
  mutating func add(
    _ code: some DiagnosticCode, _ message: String, at place: Place?, expected: String? = nil,
    suggestion: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(code, message, at: place, expected: expected, suggestion: suggestion))
  }
}

extension FactReader {
  mutating func add(
    _ code: some DiagnosticCode, _ message: String, at place: Place, expected: String? = nil,
    suggestion: String? = nil
  ) {
    guard !document.mendedLines.contains(place.line) else { return }
    diagnostics.add(
      Diagnostic(code, message, at: place, expected: expected, suggestion: suggestion))
  }
}
