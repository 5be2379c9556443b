public import Diagnostics
public import Testing

/// What was said of marked texts.
public struct FoundDiagnostics: Sendable {
  public let sources: MarkedTexts
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: DiagnosticList, in sources: MarkedTexts) {
    self.sources = sources
    self.diagnostics = diagnostics.sorted
  }

  /// Each message that is missing, misplaced or unexpected, whole; empty when all are as expected.
  public func differences(from expected: [ExpectedDiagnostic]) -> [String] {
    var left = diagnostics
    var differences = sources.repeated.sorted().map { "mark \($0) stands at several places" }
    for unused in Set(sources.places.keys).subtracting(expected.map(\.mark)).sorted() {
      differences.append("no message is expected at mark \(unused)")
    }
    // What stands at its mark goes first, so that its twin elsewhere is not taken for it.
    let missing = expected.filter { expectation in
      let index = left.firstIndex {
        expectation.isSaid(by: $0) && isAtMark($0, expectation.mark)
      }
      if let index { left.remove(at: index) }
      return index == nil
    }
    for expectation in missing {
      let place = described(sources.places[expectation.mark])
      if let index = left.firstIndex(where: expectation.isSaid) {
        let found = left.remove(at: index)
        differences.append(
          "misplaced: expected at \(expectation.mark) (\(place)), found at "
            + "\(described(found.place))\n\(described(found))")
      } else {
        differences.append("missing at \(expectation.mark) (\(place))\n\(described(expectation))")
      }
    }
    return differences
      + left.map { "unexpected at \(described($0.place))\n\(described($0))" }
  }

  private func isAtMark(_ diagnostic: Diagnostic, _ mark: String) -> Bool {
    guard let place = diagnostic.place, let expected = sources.places[mark] else { return false }
    return (place.file, place.line, place.column)
      == (expected.file, expected.line, expected.column)
  }

  private func described(_ place: Place?) -> String {
    place.map { "\($0.file):\($0.line):\($0.column)" } ?? "no place"
  }

  private func described(_ diagnostic: Diagnostic) -> String {
    described(
      diagnostic.severity, diagnostic.code, diagnostic.message, diagnostic.expected,
      diagnostic.suggestion)
  }

  private func described(_ expectation: ExpectedDiagnostic) -> String {
    described(
      expectation.severity, expectation.code, expectation.message, expectation.expected,
      expectation.suggestion)
  }

  private func described(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ expected: String?,
    _ suggestion: String?
  ) -> String {
    let text =
      "  \(severity.rawValue) [\(code)] \(message)"
      + (expected.map { "\n  attendu : \($0)" } ?? "")
      + (suggestion.map { "\n  suggestion : \($0)" } ?? "")
    // Two texts that differ by their spaces alone would look the same.
    return text.replacing("\u{A0}", with: "\\u{A0}").replacing("\u{202F}", with: "\\u{202F}")
  }
}

/// Expects these messages at their marks, and no other.
public func expectDiagnostics(
  _ expected: [ExpectedDiagnostic], in found: FoundDiagnostics,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for difference in found.differences(from: expected) {
    Issue.record("\(difference)", sourceLocation: sourceLocation)
  }
}
