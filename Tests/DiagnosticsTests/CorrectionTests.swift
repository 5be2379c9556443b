import CustomDump
import Diagnostics
import Testing

/// A correction changes its range and nothing else of the file.
@Suite struct CorrectionTests {
  private func source(_ text: String) -> SourceText { SourceText(path: "a.yaml", text: text) }

  private func correction(
    _ start: (Int, Int), _ end: (Int, Int), _ text: String, isCertain: Bool = true
  ) -> Correction {
    Correction(
      file: "a.yaml", from: Correction.Position(line: start.0, column: start.1),
      to: Correction.Position(line: end.0, column: end.1), text: text, isCertain: isCertain)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsAndMarkStay(end: String) {
    let text = ["\u{FEFF}é: 1", "b: 2", "c: 3"].joined(separator: end)
    let corrected = CorrectedText(
      source(text), [correction((2, 4), (2, 5), "22"), correction((1, 1), (1, 2), "è")])
    expectNoDifference(
      corrected.text, ["\u{FEFF}è: 1", "b: 22", "c: 3"].joined(separator: end))
    expectNoDifference(
      corrected.changes,
      [
        CorrectedLines(file: "a.yaml", line: 1, before: "é: 1", after: "è: 1"),
        CorrectedLines(file: "a.yaml", line: 2, before: "b: 2", after: "b: 22"),
      ])
  }

  @Test func mixedLineEndsStay() {
    let corrected = CorrectedText(source("a\r\nb\nc\r\n"), [correction((2, 1), (2, 2), "x")])
    expectNoDifference(corrected.text, "a\r\nx\nc\r\n")
  }

  @Test func severalOnALineAreOneChange() {
    let corrected = CorrectedText(
      source("a:b,c\n"), [correction((1, 3), (1, 3), " "), correction((1, 4), (1, 5), "")])
    expectNoDifference(corrected.text, "a: bc\n")
    expectNoDifference(
      corrected.changes,
      [CorrectedLines(file: "a.yaml", line: 1, before: "a:b,c", after: "a: bc")])
  }

  /// What goes over lines, and what adds lines, with the line ends of the file.
  @Test func severalLines() {
    expectNoDifference(
      CorrectedText(source("a\r\nb\r\nc\r\n"), [correction((1, 2), (3, 1), "\nx\n")]).text,
      "a\r\nx\r\nc\r\n")
    expectNoDifference(
      CorrectedText(source("a\nb\nc"), [correction((2, 1), (3, 1), "")]).text, "a\nc")
  }

  @Test func suggestionIsTheLineAsItWillBe() {
    expectNoDifference(
      source("x: 1\n  y : 2\n").suggestion(of: correction((2, 4), (2, 5), "")), "y: 2")
  }

  /// Of two that touch the same signs one waits; the same one twice is one.
  @Test func compatible() {
    let (a, b) = (correction((1, 1), (1, 3), "x"), correction((1, 2), (1, 4), "y"))
    let (c, d) = (correction((1, 3), (1, 3), "z"), correction((1, 3), (1, 3), "w"))
    expectNoDifference([b, a, a].compatible, [a])
    expectNoDifference([c, d, a].compatible, [a, d])
  }

  @Test func offsetsOfBytes() {
    let corrected = source("é {{ x }}\nb\n").correction(
      ofUTF8: 3..<12, with: "y\n", isCertain: false)
    expectNoDifference(corrected, correction((1, 3), (2, 2), "y\n", isCertain: false))
  }

  @Test(
    arguments: [
      ("plafnod", true), ("plafonds", true), ("Plafond", true), ("plfonds", false),
      ("montant", nil),
    ])
  func certainNames(_ name: String, _ isCertain: Bool?) {
    let place = Place(file: "a.yaml", line: 1, column: 1, length: name.count)
    expectNoDifference(
      Suggestion.correction(of: name, at: place, among: ["plafond", "maximum"]),
      isCertain.map { Correction(place, with: "plafond", isCertain: $0) })
  }

  /// Two names as near, short names and other digits are for a human to decide.
  @Test(
    arguments: [
      ("bilant", ["bilan", "bilans"]), ("duu", ["du", "au"]),
      ("circulaire-2020", ["circulaire-2021"]),
    ])
  func uncertainNames(_ name: String, _ candidates: [String]) {
    let place = Place(file: "a.yaml", line: 1, column: 1, length: name.count)
    #expect(Suggestion.correction(of: name, at: place, among: candidates)?.isCertain == false)
  }

  @Test func quotesAroundANameStay() {
    expectNoDifference(
      Suggestion.correction(
        of: "plafnod", at: Place(file: "a.yaml", line: 1, column: 4, length: 9),
        among: ["plafond"]),
      Correction(
        Place(file: "a.yaml", line: 1, column: 5, length: 7), with: "plafond", isCertain: true))
  }
}
