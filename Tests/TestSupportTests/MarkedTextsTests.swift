import CustomDump
import Diagnostics
import TestSupport
import Testing

/// Marks are taken out of texts, and each keeps its place.
@Suite struct MarkedTextsTests {
  @Test func marksAreStrippedAndPlaced() {
    let marked = MarkedTexts([
      "a.md": "1️⃣été : 2️⃣8 487 €\n\n  3️⃣fin4️⃣", "b.yaml": "ps: 5️⃣\n", "c.md": "sans marque 1 2\n",
    ])
    expectNoDifference(
      marked.texts,
      ["a.md": "été : 8 487 €\n\n  fin", "b.yaml": "ps: \n", "c.md": "sans marque 1 2\n"])
    expectNoDifference(
      marked.places,
      [
        "1️⃣": Place(file: "a.md", line: 1, column: 1), "2️⃣": Place(file: "a.md", line: 1, column: 7),
        "3️⃣": Place(file: "a.md", line: 3, column: 3), "4️⃣": Place(file: "a.md", line: 3, column: 6),
        "5️⃣": Place(file: "b.yaml", line: 1, column: 5),
      ])
    #expect(marked.repeated.isEmpty)
  }

  /// Columns count scalars, a letter and its accent being two; a mark may stand before an accent.
  @Test func columnsCountScalars() {
    let marked = MarkedTexts(["a.md": "e\u{301}👩‍🏫1️⃣e2️⃣\u{301}3️⃣"])
    expectNoDifference(Array((marked.texts["a.md"] ?? "").unicodeScalars).count, 7)
    expectNoDifference(marked.places.mapValues(\.column), ["1️⃣": 6, "2️⃣": 7, "3️⃣": 8])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndIsOne(end: String) {
    let marked = MarkedTexts(["a.md": "un\(end)1️⃣deux\(end)\(end)trois2️⃣\(end)"])
    expectNoDifference(marked.texts["a.md"], "un\(end)deux\(end)\(end)trois\(end)")
    expectNoDifference(
      marked.places.mapValues { [$0.line, $0.column] }, ["1️⃣": [2, 1], "2️⃣": [4, 6]])
  }

  @Test func aMarkStandsOnce() {
    expectNoDifference(MarkedTexts(["a.md": "1️⃣a", "b.md": "1️⃣b2️⃣"]).repeated, ["1️⃣"])
  }
}
