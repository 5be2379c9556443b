import CustomDump
import Diagnostics
import Testing

private enum Code: String, CaseIterable, DiagnosticCode {
  case maximum = "ps-maximum"

  var explanation: String { "Le maximum n'est pas le taux du plafond." }
}

@Suite struct TerminalWriterTests {
  private let place = Place(
    file: "departments/vosges/2025-2026.yaml", line: 14, column: 12, length: 20)

  private func text(
    _ line: String?, _ place: Place, severity: Diagnostic.Severity = .error, color: Bool = false
  ) -> String {
    let diagnostic = Diagnostic(Code.maximum, "Le message.", at: place, severity: severity)
    return TerminalWriter(usesColor: color) { _, _ in line }.text(diagnostic)
  }

  @Test func aMessageThatNobodyReadsToItsEndIsCut() {
    let value = String(repeating: "a", count: 1_000_000)
    let diagnostic = Diagnostic(Code.maximum, "La valeur « \(value) » est longue.", at: place)
    let text = TerminalWriter().text(diagnostic)
    #expect(text.count < 1_000)
    #expect(text.contains("[ps-maximum] La valeur « aaa"))
    #expect(text.hasSuffix("aaa » est longue.\n"))
  }

  /// A single letter with its accents may be as long.
  @Test func aMessageOfAccentsIsCut() {
    let value = "N" + String(repeating: "\u{301}", count: 400_000)
    let diagnostic = Diagnostic(
      Code.maximum, "La valeur « \(value) » est longue.", at: place, expected: value,
      suggestion: value)
    #expect(TerminalWriter().text(diagnostic).utf8.count < 5_000)
    #expect(JSONWriter.text([diagnostic]).utf8.count < 5_000)
  }

  @Test func wholeDiagnostic() {
    let diagnostic = Diagnostic(
      Code.maximum,
      "Le maximum de la Ps est 2 758,28 €, mais 32,5 % de 8 900 € font 2 892,50 €.", at: place,
      includedFrom: [
        Place(file: "templates/communs/circulaire-2021/montants.md", line: 3, column: 5),
        Place(file: "templates/communs/circulaire-2021/depot.md", line: 7),
      ],
      expected: "2 892,50 €/collectif, ou un plafond de 8 487 €/collectif",
      suggestion: "maximum: 2 892,50 €/collectif")
    let writer = TerminalWriter { file, line in
      file == "departments/vosges/2025-2026.yaml" && line == 14
        ? "  maximum: 2 758,28 €/collectif" : nil
    }
    expectNoDifference(
      writer.text([diagnostic]),
      """
      departments/vosges/2025-2026.yaml:14:12: erreur [ps-maximum] Le maximum de la Ps est 2 758,28 €, mais 32,5 % de 8 900 € font 2 892,50 €.
         14 |   maximum: 2 758,28 €/collectif
            |            ^^^^^^^^^^^^^^^^^^^^
         attendu : 2 892,50 €/collectif, ou un plafond de 8 487 €/collectif
         suggestion : maximum: 2 892,50 €/collectif
         inclus depuis templates/communs/circulaire-2021/montants.md:3:5
         inclus depuis templates/communs/circulaire-2021/depot.md:7:1

      """)
  }

  /// What was judged needs neither its line nor what was expected.
  @Test func waivedMessage() {
    var diagnostic = Diagnostic(
      Code.maximum, "Le message.", at: place, severity: .waived, expected: "rien")
    diagnostic.waiver = "Décidé en comité."
    expectNoDifference(
      TerminalWriter { _, _ in "la ligne" }.text(diagnostic),
      """
      departments/vosges/2025-2026.yaml:14:12: dérogation [ps-maximum] Le message.
         motif : Décidé en comité.

      """)
  }

  @Test func suggestionOfSeveralLines() {
    let diagnostic = Diagnostic(Code.maximum, "Le message.", at: nil, suggestion: "a\nb")
    expectNoDifference(
      TerminalWriter().text(diagnostic),
      "erreur [ps-maximum] Le message.\n   suggestion : a\n                b\n")
  }

  @Test func withoutPlaceOrLine() {
    let diagnostic = Diagnostic(Code.maximum, "Le message.", at: nil, severity: .warning)
    expectNoDifference(
      TerminalWriter().text([diagnostic, diagnostic]),
      "avertissement [ps-maximum] Le message.\navertissement [ps-maximum] Le message.\n")
    expectNoDifference(
      text(nil, Place(file: "a.md", line: 2, column: 3)),
      "a.md:2:3: erreur [ps-maximum] Le message.\n")
    expectNoDifference(TerminalWriter().text([]), "")
  }

  @Test(
    arguments: [
      // A tab goes to the next multiple of four.
      ("a\tbc", 3, 2, "    1 | a   bc", "      |     ^^"),
      ("\tb", 1, 1, "    1 |     b", "      | ^^^^"),
      // Chinese signs and emoji take two cells, combining accents none.
      ("日本 x", 4, 1, "    1 | 日本 x", "      |      ^"),
      ("🎒 sac", 1, 1, "    1 | 🎒 sac", "      | ^^"),
      ("e\u{301}t", 3, 1, "    1 | e\u{301}t", "      |  ^"),
      ("a\u{A0}b", 2, 1, "    1 | a\u{A0}b", "      |  ^"),
      // Past the end, where something is missing; and a range longer than its line.
      ("abc", 4, 1, "    1 | abc", "      |    ^"),
      ("abc", 2, 99, "    1 | abc", "      |  ^^"),
      ("", 1, 1, "    1 |", "      | ^"),
      // What a terminal would obey is not shown.
      ("a\u{1B}[31mb", 2, 1, "    1 | a\u{FFFD}[31mb", "      |  ^"),
    ])
  func caretStandsUnderTheRange(
    _ line: String, _ column: Int, _ length: Int, _ shown: String, _ carets: String
  ) {
    let place = Place(file: "a.md", line: 1, column: column, length: length)
    expectNoDifference(
      text(line, place),
      "a.md:1:\(column): erreur [ps-maximum] Le message.\n\(shown)\n\(carets)\n")
  }

  @Test func longLineIsCutAroundTheRange() {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let lines = text(line, Place(file: "a.md", line: 123_456, column: 501))
      .split(separator: "\n").map(String.init)
    expectNoDifference(
      lines[1],
      "123456 | …" + String(repeating: "a", count: 50) + "X" + String(repeating: "b", count: 149)
        + "…")
    expectNoDifference(lines[2], "       | " + String(repeating: " ", count: 51) + "^")
  }

  @Test func colours() {
    expectNoDifference(
      text("abc", Place(file: "a.md", line: 1, column: 2), color: true),
      """
      \u{1B}[1ma.md:1:2:\u{1B}[0m \u{1B}[1;31merreur\u{1B}[0m [ps-maximum] Le message.
          1 | abc
            |  \u{1B}[1;31m^\u{1B}[0m

      """)
  }
}
