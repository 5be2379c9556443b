import TestSupport
import Testing

@testable import Markdown

@Suite struct TextPropertyTests {
  /// The letters and digits of a text, in order.
  private func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { Unit.isWord($0.value) }))
  }

  @Test func linesFitAndEndAtOrdinarySpaces() {
    var generator = SeededGenerator(seed: 78)
    for _ in 0..<400 {
      let markdown = RandomText.document(&generator)
      let document = Preparation().document([SectionText(markdown: markdown)])
      let text = TextRenderer.render(document)
      for line in text.split(separator: "\n") where line.count > 78 {
        let words = line.drop { " ->1234567890.[]x".contains($0) }.split(separator: " ")
        #expect(words.count == 1, "\(line)")
      }
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.last != " " && line.last != "\u{A0}" && line.last != "\u{202F}", "\(line)")
      }
    }
  }

  @Test func noWordIsLost() {
    var generator = SeededGenerator(seed: 79)
    for _ in 0..<400 {
      // Places of the text itself are no words, and are not printed.
      let text = RandomText.paragraph(&generator)
        .replacing("https://www.caf.fr/un/chemin", with: "#chemin")
      for markdown in [text, "- " + text, "> > " + text, "## " + text, "1. - [ ] " + text] {
        let document = Document(parsing: markdown)
        let rendered = TextRenderer.render(document)
          .replacing("supprimé", with: "")
        let expected = letters(document.plainText)
        // The list's number and the task's box are no words.
        let found = letters(rendered).drop { "1x".contains($0) && !expected.hasPrefix("1") }
        #expect(String(found) == expected, "\(markdown)")
      }
    }
  }

  @Test func aTableKeepsEveryCell() {
    var generator = SeededGenerator(seed: 80)
    for _ in 0..<200 {
      let cells = (0..<6).map { _ in
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          generator.pick(["mot", "été", "8\u{202F}487", "anticonstitutionnellement"])
        }.joined(separator: " ")
      }
      let markdown =
        "| a | b | c |\n|--|--|--|\n| \(cells[0]) | \(cells[1]) | \(cells[2]) |\n| \(cells[3]) | \(cells[4]) | \(cells[5]) |\n"
      let text = TextRenderer.render(Document(parsing: markdown))
      let words = Set(text.split { " \n\u{A0}".contains($0) }.map(String.init))
      for cell in cells {
        for word in cell.split(separator: " ") { #expect(words.contains(String(word)), "\(text)") }
      }
      let columns = text.split(separator: "\n").allSatisfy { $0.count <= 78 }
      #expect(columns, "\(text)")
    }
  }
}
