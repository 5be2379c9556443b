import Testing
import Text

@Suite struct TerminalTextTests {
  private static let hidden = "\u{1B}\u{9B}\u{7F}\u{2028}\u{202E}\u{2066}\u{200F}\u{FEFF}"

  @Test func controlsAreShown() {
    let shown = String(repeating: "\u{FFFD}", count: 8)
    #expect(TerminalText.visible("a" + TerminalTextTests.hidden) == "a" + shown)
    #expect(TerminalText.visible("a\tb\n") == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func layoutStaysWhenAsked() {
    #expect(TerminalText.visible("a\tb\n\u{202E}", keepsLayout: true) == "a\tb\n\u{FFFD}")
  }

  @Test func controlsAreDropped() {
    #expect(TerminalText.withoutControls("a" + TerminalTextTests.hidden + "é") == "aé")
  }
}
