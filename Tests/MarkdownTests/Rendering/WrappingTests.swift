import Testing

@testable import Markdown

@Suite struct WrappingTests {
  @Test func widthOfAWordIsItsNumberOfCharacters() {
    for value: UInt32 in 0x21...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      for other in ["a", "é", "\u{A0}", "€", "\u{202F}", text] {
        for word in [text + other, other + text] {
          var index = 0
          guard
            case .word(let range, let width)? = Wrapping.next(in: Array(word.utf8), from: &index),
            range.count == word.utf8.count, width != word.count
          else { continue }
          Issue.record("U+\(String(value, radix: 16))")
        }
      }
    }
  }

  @Test(arguments: ["e\u{301}", "👩\u{200D}🔬", "한", "« L’été\u{A0}», n°\u{202F}3… ; œuvre"])
  func widthOfALine(text: String) {
    #expect(Wrapping.lines(text, width: text.count) == [text])
    #expect(Wrapping.lines(text + " a", width: text.count + 1) == [text, "a"])
  }

  @Test func signsOfControlAreSpaces() {
    #expect(Wrapping.lines("a\u{1}b\u{85}c\u{2028}d\r\ne", width: 78) == ["a b c d e"])
  }
}
