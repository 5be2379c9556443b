import Testing
import Text

@Suite struct EscapingTests {
  @Test(arguments: [
    (HTMLEscape.Quotes.kept, "&amp;&lt;&gt;\"'é"), (.double, "&amp;&lt;&gt;&quot;'é"),
    (.both, "&amp;&lt;&gt;&quot;&#39;é"), (.xml, "&amp;&lt;&gt;&quot;&apos;é"),
  ])
  func html(quotes: HTMLEscape.Quotes, expected: String) {
    #expect(HTMLEscape.text("&<>\"'é", quotes: quotes) == expected)
  }
}
