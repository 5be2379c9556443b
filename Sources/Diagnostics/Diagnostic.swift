/// One problem at one place, said in French.
public struct Diagnostic: Sendable, Hashable, Codable {
  public enum Severity: String, Sendable, Hashable, Codable {
    case error = "erreur"
    case warning = "avertissement"
    /// It would be one of the others, but its author gave a reason why it does not hold.
    case waived = "dérogation"
  }

  /// The stable code that says itself, such as `cle-inconnue`.
  public var code: String
  public var severity: Severity
  /// Where the author can mend it; nil when it concerns no file (a command-line argument).
  public var place: Place?
  /// The inclusions that led to the place, nearest first.
  public var includedFrom: [Place]
  /// One sentence that says what is wrong, with the value found.
  public var message: String
  /// What is expected instead, without the words « attendu : ».
  public var expected: String?
  /// The nearest name, or the lines as they should be.
  public var suggestion: String?
  /// Why it does not hold, as its author says; nil unless it is waived.
  public var waiver: String?
  /// What mends it; nil when the fault is not in one range, or when nobody can tell.
  public var correction: Correction?

  public init(
    _ code: some DiagnosticCode, _ message: String, at place: Place?,
    severity: Severity = .error, includedFrom: [Place] = [], expected: String? = nil,
    suggestion: String? = nil, correction: Correction? = nil
  ) {
    self.code = code.rawValue
    self.severity = severity
    self.place = place
    self.includedFrom = includedFrom
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
    self.correction = correction
  }
}

/// The codes that one target can emit. Each target declares its own enumeration.
public protocol DiagnosticCode: RawRepresentable<String>, CaseIterable, Sendable {
  /// One French sentence for the generated page of codes: what the code means, how to mend it.
  var explanation: String { get }
  /// Whether a human may judge that the message does not hold, and say why in the content.
  var isWaivable: Bool { get }
}

extension DiagnosticCode {
  public var isWaivable: Bool { false }
}
