import CustomDump
import Diagnostics
import TestSupport
import Testing

/// What is said when messages are not those that a test expects.
@Suite struct FoundDiagnosticsTests {
  private enum Code: String, DiagnosticCode {
    case unknown = "cle-inconnue"
    case empty = "valeur-vide"

    var explanation: String { "Une explication." }
  }

  private static let unknown = ExpectedDiagnostic(
    "1️⃣", code: "cle-inconnue", message: "La clé « plafnod » est inconnue.",
    expected: "plafond ou maximum", suggestion: "plafond")

  private static func said(line: Int, column: Int, suggestion: String? = "plafond") -> Diagnostic {
    Diagnostic(
      Code.unknown, "La clé « plafnod » est inconnue.",
      at: Place(file: "a.yaml", line: line, column: column, length: 7),
      expected: "plafond ou maximum", suggestion: suggestion)
  }

  private func differences(
    _ diagnostics: [Diagnostic], in text: String = "ps:\n  1️⃣plafnod: 3\n",
    from expected: [ExpectedDiagnostic] = [unknown]
  ) -> [String] {
    var list = DiagnosticList()
    for diagnostic in diagnostics { list.add(diagnostic) }
    return FoundDiagnostics(list, in: MarkedTexts(["a.yaml": text])).differences(from: expected)
  }

  @Test func whatIsExpectedIsNotTold() {
    expectNoDifference(differences([FoundDiagnosticsTests.said(line: 2, column: 3)]), [])
    expectNoDifference(differences([], in: "ps:\n", from: []), [])
  }

  @Test func missing() {
    expectNoDifference(
      differences([]),
      [
        """
        missing at 1️⃣ (a.yaml:2:3)
          erreur [cle-inconnue] La clé « plafnod » est inconnue.
          attendu : plafond ou maximum
          suggestion : plafond
        """
      ])
  }

  @Test func misplaced() {
    expectNoDifference(
      differences([FoundDiagnosticsTests.said(line: 2, column: 4)]),
      [
        """
        misplaced: expected at 1️⃣ (a.yaml:2:3), found at a.yaml:2:4
          erreur [cle-inconnue] La clé « plafnod » est inconnue.
          attendu : plafond ou maximum
          suggestion : plafond
        """
      ])
  }

  /// The first of two equal messages is not taken for the second.
  @Test func aTwinElsewhereIsUnexpected() {
    expectNoDifference(
      differences([
        FoundDiagnosticsTests.said(line: 1, column: 1),
        FoundDiagnosticsTests.said(line: 2, column: 3),
      ]).map { $0.prefix { $0 != "\n" } },
      ["unexpected at a.yaml:1:1"])
  }

  /// Another word anywhere is another message, and both are shown whole.
  @Test func otherWords() {
    expectNoDifference(
      differences([FoundDiagnosticsTests.said(line: 2, column: 3, suggestion: nil)]),
      [
        """
        missing at 1️⃣ (a.yaml:2:3)
          erreur [cle-inconnue] La clé « plafnod » est inconnue.
          attendu : plafond ou maximum
          suggestion : plafond
        """,
        """
        unexpected at a.yaml:2:3
          erreur [cle-inconnue] La clé « plafnod » est inconnue.
          attendu : plafond ou maximum
        """,
      ])
  }

  /// Texts that differ by a no-break space alone do not look the same.
  @Test func otherSpaces() {
    var expectation = FoundDiagnosticsTests.unknown
    expectation.message = "La clé «\u{A0}plafnod\u{202F}» est inconnue."
    expectNoDifference(
      differences([FoundDiagnosticsTests.said(line: 2, column: 3)], from: [expectation])
        .map { $0.split(separator: "\n")[1] },
      [
        "  erreur [cle-inconnue] La clé «\\u{A0}plafnod\\u{202F}» est inconnue.",
        "  erreur [cle-inconnue] La clé « plafnod » est inconnue.",
      ])
  }

  @Test func unexpectedWithoutPlace() {
    let warning = Diagnostic(Code.empty, "Rien.", at: nil, severity: .warning)
    expectNoDifference(
      differences([warning], in: "", from: []),
      ["unexpected at no place\n  avertissement [valeur-vide] Rien."])
  }

  @Test func marksOfTheTestItself() {
    expectNoDifference(
      differences([], in: "1️⃣a 1️⃣b 2️⃣c", from: []),
      [
        "mark 1️⃣ stands at several places", "no message is expected at mark 1️⃣",
        "no message is expected at mark 2️⃣",
      ])
    expectNoDifference(
      differences([], in: "a").map { $0.prefix { $0 != "\n" } }, ["missing at 1️⃣ (no place)"])
  }
}
