import CustomDump
import Diagnostics
import Testing

private enum Code: String, CaseIterable, DiagnosticCode {
  case key = "cle-inconnue"

  var explanation: String { "Une clé n'existe pas." }
}

@Suite struct JSONWriterTests {
  @Test func none() {
    expectNoDifference(
      JSONWriter.text([]),
      #"{"diagnostics": [], "erreurs": 0, "avertissements": 0, "derogations": 0}"# + "\n")
  }

  @Test func keysComeInOrder() {
    let diagnostics = [
      Diagnostic(
        Code.key, "La clé « plafnod » est inconnue.", at: Place(file: "a.yaml", line: 3, column: 2),
        includedFrom: [Place(file: "b.md", line: 7, column: 1)], expected: "une clé",
        suggestion: "plafond",
        correction: Correction(
          Place(file: "a.yaml", line: 3, column: 2, length: 7), with: "plafond", isCertain: true)),
      Diagnostic(Code.key, "Rien.", at: nil, severity: .warning),
    ]
    expectNoDifference(
      JSONWriter.text(diagnostics),
      """
      {"diagnostics": [
        {"code": "cle-inconnue", "gravite": "erreur", "fichier": "a.yaml", "ligne": 3, "colonne": 2, \
      "message": "La clé « plafnod » est inconnue.", "attendu": "une clé", "suggestion": "plafond", \
      "correction": {"fichier": "a.yaml", "ligne": 3, "colonne": 2, "ligne_fin": 3, "colonne_fin": 9, \
      "texte": "plafond", "certaine": true}, \
      "inclusions": [{"fichier": "b.md", "ligne": 7, "colonne": 1}]},
        {"code": "cle-inconnue", "gravite": "avertissement", "fichier": null, "ligne": null, \
      "colonne": null, "message": "Rien.", "attendu": null, "suggestion": null, \
      "correction": null}
      ], "erreurs": 1, "avertissements": 1, "derogations": 0}

      """)
  }

  @Test func waivedMessagesHaveTheirReason() {
    var diagnostic = Diagnostic(Code.key, "Rien.", at: nil, severity: .waived)
    diagnostic.waiver = "Tout va bien."
    expectNoDifference(
      JSONWriter.text([diagnostic]),
      """
      {"diagnostics": [
        {"code": "cle-inconnue", "gravite": "dérogation", "fichier": null, "ligne": null, \
      "colonne": null, "message": "Rien.", "attendu": null, "suggestion": null, "correction": null, \
      "motif": "Tout va bien."}
      ], "erreurs": 0, "avertissements": 0, "derogations": 1}

      """)
  }

  @Test func othersAreCounted() {
    expectNoDifference(
      JSONWriter.text([], others: [.init(file: "a.yaml", severity: .error, count: 7)]),
      """
      {"diagnostics": [], "autres": [
        {"fichier": "a.yaml", "gravite": "erreur", "nombre": 7}
      ], "erreurs": 7, "avertissements": 0, "derogations": 0}

      """)
  }

  @Test func correctedLinesComeFirst() {
    expectNoDifference(
      JSONWriter.text(
        [], corrected: [CorrectedLines(file: "a.yaml", line: 3, before: "a:b", after: "a: b")]),
      """
      {"corrigees": [
        {"fichier": "a.yaml", "ligne": 3, "avant": "a:b", "apres": "a: b"}
      ], "diagnostics": [], "erreurs": 0, "avertissements": 0, "derogations": 0}

      """)
  }

  @Test(
    arguments: [
      ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t", #"\n\r\t"#),
      ("\u{0}\u{1F}\u{7F}", #"\u0000\u001f\u007f"#),
      ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("é 🎒 €", "é 🎒 €"), ("</script>", "</script>"),
    ])
  func textsAreEscaped(_ text: String, _ escaped: String) {
    expectNoDifference(
      JSONWriter.text([Diagnostic(Code.key, text, at: nil)]),
      """
      {"diagnostics": [
        {"code": "cle-inconnue", "gravite": "erreur", "fichier": null, "ligne": null, \
      "colonne": null, "message": "\(escaped)", "attendu": null, "suggestion": null, \
      "correction": null}
      ], "erreurs": 1, "avertissements": 0, "derogations": 0}

      """)
  }
}
