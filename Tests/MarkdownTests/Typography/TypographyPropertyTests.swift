import TestSupport
import Testing

@testable import Markdown

@Suite struct TypographyPropertyTests {
  /// A text without what typography may change.
  private func bones(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}", "\t": continue
      case "’": scalars.append("'")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  @Test func textKeepsItsBonesAndASecondRunChangesNothing() {
    var generator = SeededGenerator(seed: 2025)
    for _ in 0..<5_000 {
      let text = RandomText.line(&generator, atoms: 12)
      let once = FrenchTypography.apply(to: text)
      #expect(bones(once) == bones(text), "\(text.debugDescription)")
      let twice = FrenchTypography.apply(to: once)
      #expect(twice == once, "\(text.debugDescription)")
    }
  }

  @Test func markupKeepsItsBonesAndASecondRunChangesNothing() {
    var generator = SeededGenerator(seed: 2026)
    for _ in 0..<3_000 {
      let markdown = RandomText.line(&generator, atoms: 15)
      let document = Document(parsing: markdown)
      var once = document
      once.visitInlines { inlines, _ in inlines = FrenchTypography.apply(to: inlines) }
      #expect(bones(once.plainText) == bones(document.plainText), "\(markdown.debugDescription)")
      var twice = once
      twice.visitInlines { inlines, _ in inlines = FrenchTypography.apply(to: inlines) }
      #expect(twice == once, "\(markdown.debugDescription)")
    }
  }
}
