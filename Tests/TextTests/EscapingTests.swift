import Testing
import Text

@Suite struct EscapingTests {
  private static let text = "é\"\\\n\r\t\u{1}\u{7F}\u{2028}<\u{2030}"

  @Test func jsonThatCommandsPrint() {
    #expect(
      JSONText.string(EscapingTests.text)
        == #""é\"\\\n\r\t\u0001\u007f\u2028<"# + "\u{2030}\"")
    #expect(JSONText.string(nil) == "null")
  }

  @Test func jsonOfResults() {
    #expect(
      JSONText.string(EscapingTests.text, escaping: .result)
        == #""é\"\\\n\u000d\u0009\u0001\u007f"# + "\u{2028}<\u{2030}\"")
  }

  @Test func literalsOfScripts() {
    #expect(
      JSONText.string(EscapingTests.text, escaping: .script)
        == #""é\"\\\n\u000d\u0009\u0001"# + "\u{7F}" + #"\u2028\u003c"# + "\u{2030}\"")
  }

  @Test(arguments: [
    (HTMLEscape.Quotes.kept, "&amp;&lt;&gt;\"'é"), (.double, "&amp;&lt;&gt;&quot;'é"),
    (.both, "&amp;&lt;&gt;&quot;&#39;é"), (.xml, "&amp;&lt;&gt;&quot;&apos;é"),
  ])
  func html(quotes: HTMLEscape.Quotes, expected: String) {
    #expect(HTMLEscape.text("&<>\"'é", quotes: quotes) == expected)
  }
}
