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
