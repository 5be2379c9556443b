import CustomDump
import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private let source = SourceText(path: "a.md", text: "é€a\nbcd\n\nfin")

  @Test func lines() {
    #expect(source.lineCount == 4)
    expectNoDifference((0...5).map(source.line), [nil, "é€a", "bcd", "", "fin", nil])
    expectNoDifference(SourceText(path: "a", text: "").line(1), "")
    expectNoDifference(SourceText(path: "a", text: "x\n").line(2), "")
  }

  @Test(
    arguments: [
      (0, 2, Place(file: "a.md", line: 1, column: 1, length: 1)),
      (2, 3, Place(file: "a.md", line: 1, column: 2, length: 1)),
      (5, 1, Place(file: "a.md", line: 1, column: 3, length: 1)),
      (6, 1, Place(file: "a.md", line: 1, column: 4, length: 1)),
      (7, 99, Place(file: "a.md", line: 2, column: 1, length: 3)),
      (0, 9, Place(file: "a.md", line: 1, column: 1, length: 3)),
      (11, 1, Place(file: "a.md", line: 3, column: 1, length: 1)),
      (14, 1, Place(file: "a.md", line: 4, column: 3, length: 1)),
      (99, 1, Place(file: "a.md", line: 4, column: 4, length: 1)),
      (-1, 1, Place(file: "a.md", line: 1, column: 1, length: 1)),
    ])
  func placeOfBytes(_ offset: Int, _ length: Int, _ place: Place) {
    expectNoDifference(source.place(atUTF8: offset, length: length), place)
  }

  /// Places on long lines are found by a table: they are those of the scalars before them.
  @Test func placesOnLongLines() {
    let scalars = (0..<9_000).map { ["a", "\u{E9}", "\u{20AC}", "\u{1F3D2}"][$0 % 4] }
    let long = SourceText(path: "a.md", text: "x\n" + scalars.joined() + "\ny")
    var offset = 2
    for (rank, scalar) in scalars.enumerated() {
      if rank % 97 == 0 {
        expectNoDifference(
          long.place(atUTF8: offset, length: scalar.utf8.count),
          Place(file: "a.md", line: 2, column: rank + 1))
        #expect(long.place(atUTF8: 2, length: offset - 2).length == max(1, rank))
      }
      offset += scalar.utf8.count
    }
    #expect(long.place(atUTF8: offset + 1).line == 3)
  }

  @Test(
    arguments: [
      (1, 1, 3, "é€a"), (1, 2, 1, "€"), (2, 1, 3, "bcd"), (2, 3, 1, "d"), (4, 1, 3, "fin"),
    ])
  func textAtPlaces(_ line: Int, _ column: Int, _ length: Int, _ text: String) {
    let place = Place(file: "a.md", line: line, column: column, length: length)
    expectNoDifference(source.text(at: place), text)
  }

  @Test(
    arguments: [
      (0, 1, 1), (1, 0, 1), (1, 4, 1), (1, 1, 4), (2, 1, 4), (2, 1, 99), (3, 1, 1), (4, 3, 2),
      (4, 4, 1), (5, 1, 1), (-1, 1, 1), (1, .max, 1), (1, 1, .max),
    ])
  func noTextAtPlacesBeyondTheirLine(_ line: Int, _ column: Int, _ length: Int) {
    let place = Place(file: "a.md", line: line, column: column, length: length)
    expectNoDifference(source.text(at: place), nil)
  }

  @Test func textAtPlacesOfLongLines() {
    let scalars = (0..<9_000).map { ["a", "\u{E9}", "\u{20AC}", "\u{1F3D2}"][$0 % 4] }
    for end in ["", "\n", "\ny"] {
      let long = SourceText(path: "a.md", text: "x\n" + scalars.joined() + end)
      for start in stride(from: 0, through: scalars.count, by: 113) {
        for length in [1, 511, 512, 513, 2_000, 8_999] {
          let place = Place(file: "a.md", line: 2, column: start + 1, length: length)
          let isWhole = start + length <= scalars.count
          #expect(
            long.text(at: place)
              == (isWhole ? scalars[start..<start + length].joined() : nil))
        }
      }
    }
  }

  /// Of a line of a megabyte, what is near a place is given, and where it begins.
  @Test(arguments: [(1, 0), (5_000, 4_749), (9_000, 8_749), (9_001, 8_750)])
  func excerptsOfLongLines(_ column: Int, _ before: Int) throws {
    let long = SourceText(path: "a.md", text: String(repeating: "é", count: 9_000) + "\nfin")
    let excerpt = try #require(
      long.excerpt(around: Place(file: "a.md", line: 1, column: column, length: 3)))
    #expect(excerpt.before == before)
    #expect(excerpt.text.count == min(503, 9_000 - before))
    #expect(long.excerpt(around: Place(file: "a.md", line: 2))?.text == "fin")
    #expect(long.excerpt(around: Place(file: "a.md", line: 3)) == nil)
  }

  /// A suggestion shows what is near the correction, not a line of a megabyte.
  @Test func suggestionsOnLongLines() {
    let source = SourceText(path: "a.md", text: String(repeating: "é", count: 9_000))
    let correction = Correction(
      Place(file: "a.md", line: 1, column: 4_500), with: "à", isCertain: true)
    let margin = String(repeating: "é", count: 60)
    expectNoDifference(source.suggestion(of: correction), "…\(margin)à\(margin)…")
  }

  @Test func offsetOfAColumnInBytes() {
    #expect(source.utf8Offset(line: 2, byteColumn: 2) == 8)
    #expect(source.utf8Offset(line: 0, byteColumn: 2) == 0)
    #expect(source.utf8Offset(line: 9, byteColumn: 1) == 15)
  }

  @Test(arguments: ["\u{FEFF}é€a\r\nbcd\r\n\r\nfin", "é€a\rbcd\r\rfin", "\u{FEFF}é€a\nbcd\n\nfin"])
  func byteOrderMarkAndLineEndsAreDropped(_ text: String) {
    expectNoDifference(SourceText(path: "a.md", text: text).text, source.text)
  }
}
