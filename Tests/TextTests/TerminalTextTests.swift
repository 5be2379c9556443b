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

  @Test func aLongTextIsCutByItsScalars() {
    let accents = String(repeating: "\u{301}", count: 9)
    #expect(("N" + accents).shortened(to: 4) == "N\u{301}\u{301}…")
    #expect(("N" + accents).shortened(to: 10) == "N" + accents)
    #expect("abc".dropFirst().shortened(to: 1) == "…")
  }

  /// U+FE0E and U+FE0F choose between a sign and its emoji; elsewhere nobody sees them.
  @Test(arguments: [
    ("bi\u{FE0E}lan", true), ("\u{FE0F}a", true), ("a \u{FE0F}", true), ("é\u{FE0F}", true),
    ("1\u{FE0F}", true), ("1\u{FE0F}2", true), ("❤\u{FE0F}\u{FE0F}", true),
    ("❤\u{FE0F}", false), ("a ☎\u{FE0E} b", false), ("1\u{FE0F}\u{20E3}", false),
    ("#\u{FE0F}\u{20E3}", false), ("🇫🇷", false),
  ])
  func selectorsOfNoEmojiAreHidden(text: String, isHidden: Bool) {
    #expect((text.firstInvisible != nil) == isHidden)
    let scalars = Array(text.unicodeScalars)
    #expect(scalars.indices.contains(where: scalars.hidesSign) == isHidden)
  }

  @Test func controlsAreDropped() {
    #expect(TerminalText.withoutControls("a" + TerminalTextTests.hidden + "é") == "aé")
  }
}
