import CustomDump
import Testing

@testable import Publication

/// Places count Unicode scalars, however accents are written.
@Suite struct WaitingWordsTests {
  @Test(arguments: [
    ("Date à confirmer.", "à confirmer", 6, 11),
    ("Prévu e\u{301}té, à compléter", "à compléter", 13, 11),
    ("Date a\u{300} comple\u{301}ter", "à compléter", 6, 13),
    ("À\u{A0}PARAÎTRE, à confirmer", "à paraître", 1, 10),
    ("Le lieu : À définir.", "à définir", 11, 9), ("Le [jour à préciser].", "à préciser", 10, 10),
    ("\u{130}ci : à confirmer", "à confirmer", 7, 11),
  ])
  func placesCountScalars(_ text: String, _ words: String, _ column: Int, _ length: Int) {
    expectNoDifference(
      WaitingWords.first(in: text),
      WaitingWords.Found(words: words, column: column, length: length))
  }

  @Test func otherWordsAreNone() {
    #expect(WaitingWords.first(in: "Il reste à confirmation.") == nil)
  }
}
