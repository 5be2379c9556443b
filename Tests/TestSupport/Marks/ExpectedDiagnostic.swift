public import Diagnostics

/// A message as an author must read it, at a mark.
public struct ExpectedDiagnostic: Sendable {
  public var mark: String
  public var code: String
  public var message: String
  public var severity: Diagnostic.Severity
  public var expected: String?
  public var suggestion: String?

  /// - Parameters:
  ///   - mark: where the message begins, such as `1️⃣`.
  ///   - expected: the whole sentence; nil when the message has none. The suggestion likewise.
  public init(
    _ mark: String, code: String, severity: Diagnostic.Severity = .error, message: String,
    expected: String? = nil, suggestion: String? = nil
  ) {
    self.mark = mark
    self.code = code
    self.severity = severity
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
  }

  /// Whether a diagnostic says all this, wherever it is.
  func isSaid(by diagnostic: Diagnostic) -> Bool {
    (code, severity, message) == (diagnostic.code, diagnostic.severity, diagnostic.message)
      && (expected, suggestion) == (diagnostic.expected, diagnostic.suggestion)
  }
}
