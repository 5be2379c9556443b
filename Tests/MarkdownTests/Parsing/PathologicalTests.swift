import Diagnostics
import Testing

@testable import Markdown

/// Texts that exhaust careless parsers: all must end, without a crash, in every renderer.
@Suite struct PathologicalTests {
  static let repeated = [
    ">", "> ", "- ", "* a", "1. ", "[", "![", "[a](", "[^a", "*", "**a ", "_a ", "*a_ ", "~~",
    "~~a ",
    "`", "<", "<a href=\"", "| ", "&", "&#", "a@", "www.", "www.a&amp;b ", "http://a_", "\\", "« ",
    "! ", "1 ",
    "123 ",
    "n°", "'a", "(Caf) ", "Caf ", ":", "]", "[a]: ", "[!NOTE]\n> ", "{#a}", "\u{A0}", "\n", "\t",
    "#",
    "\u{0}", "<!--", "e\u{301}",
  ]

  @Test(arguments: repeated)
  func repetitionEnds(unit: String) {
    // cmark's own worst cases in full; ours are linear, and shorter ones show it as well.
    let size = [">", "> ", "[", "![", "- ", "*", "<"].contains(unit) ? 100_000 : 30_000
    let count = size / max(1, unit.utf8.count)
    render(String(repeating: unit, count: count) + "a\n")
  }

  @Test func mixedNestingEnds() {
    render(String(repeating: "> - 1. ", count: 10_000) + "a")
    render(String(repeating: "[", count: 50_000) + "a" + String(repeating: "](b)", count: 10_000))
    render(String(repeating: ">", count: 50_000) + "\n" + String(repeating: "*\n", count: 20_000))
    render((0..<400).map { String(repeating: "  ", count: $0) + "* a\n" }.joined())
    render("# " + String(repeating: "*a **b ", count: 10_000))
  }

  @Test func deepNestingIsAFault() {
    let document = Document(parsing: String(repeating: ">", count: 100_000) + "a")
    #expect(
      document.faults == [Fault(.tooDeep, at: Position(line: 1, column: 1))])
  }

  @Test(arguments: [">", "> ", "- ", "+ ", "1. ", "> - 2) "])
  func deepNestingIsRefusedBeforeItIsParsed(unit: String) {
    let text =
      "a\n\n" + String(repeating: unit, count: 60_000) + String(repeating: "a*", count: 60_000)
    #expect(Document(parsing: text).faults == [Fault(.tooDeep, at: Position(line: 3, column: 1))])
  }

  @Test func aLineOfDashesIsNotDeep() {
    #expect(Document(parsing: String(repeating: "- ", count: 200)).faults.isEmpty)
  }

  @Test func hugeTablesAreRefused() {
    let columns = 2_000
    let document = Document(
      parsing: String(repeating: "|a", count: columns) + "|\n"
        + String(repeating: "|-", count: columns) + "|\n" + String(repeating: "a\n", count: 5_000))
    #expect(
      document.faults == [Fault(.tooCostly(.cells), at: Position(line: 26, column: 1))])
    #expect(document.blocks.isEmpty)
  }

  @Test func aLongTableIsRead() {
    render("| a | b |\n|--|--|\n" + String(repeating: "| c | d |\n", count: 5_000))
    let document = Document(
      parsing: "| a | b |\n|--|--|\n" + String(repeating: "| c | d |\n", count: 5_000))
    #expect(document.faults.isEmpty)
  }

  @Test func referencesThatRepeatALongAddressAreRefused() {
    let document = Document(
      parsing: "\n[a]: /" + String(repeating: "x", count: 50_000) + "\n\n"
        + String(repeating: "[a] ", count: 10_000))
    #expect(
      document.faults == [Fault(.tooCostly(.references), at: Position(line: 2, column: 1))])
  }

  @Test(arguments: ["a <?", "a <!A ", "a <![CDATA["])
  func declarationsAreRefused(unit: String) {
    let document = Document(parsing: String(repeating: unit, count: 20_000))
    #expect(
      document.faults == [Fault(.tooCostly(.declarations), at: Position(line: 1, column: 1))])
  }

  @Test func bracketsOfImagesAreBounded() {
    let document = Document(parsing: "a\n" + String(repeating: "![[]()", count: 66_000))
    #expect(
      document.faults == [Fault(.tooCostly(.brackets), at: Position(line: 2, column: 1))])
  }

  @Test func marksOfAParagraphAreBounded() {
    let document = Document(
      parsing: String(repeating: "*a ", count: 100_000) + "\n"
        + String(repeating: "_a*_ ", count: 60_000))
    #expect(
      document.faults == [Fault(.tooCostly(.marks), at: Position(line: 2, column: 1))])
    render(String(repeating: "*a* _b_\n\n", count: 60_000))
  }

  @Test func accentsOfAParagraphAreBounded() {
    let heap = "e" + String(repeating: "\u{301}\u{327}", count: 15)
    for between in ["**", "<!-- -->", "&tdot;"] {
      let document = Document(parsing: "a\n" + String(repeating: heap + between, count: 12))
      #expect(
        document.faults == [Fault(.tooCostly(.accents), at: Position(line: 2, column: 1))])
    }
    render(String(repeating: heap + "\n\n", count: 1_000))
    render(String(repeating: "e\u{301}", count: 100_000))
  }

  @Test func mailAddressesOfALineAreBounded() {
    let document = Document(parsing: String(repeating: "a@b.fr ", count: 60_000))
    #expect(
      document.faults == [Fault(.tooCostly(.mailAddresses), at: Position(line: 1, column: 1))])
    render(String(repeating: "a@b.fr\n", count: 60_000))
  }

  @Test(arguments: [
    "www.a.fr ", "](", "] (", "{ a", "**a :**b ", "•\n", "a\tb\n", "a   b\n", "a) b\n",
    "##\u{A0}a\n", "&#",
    "|a|b|c\n",
  ])
  func proofreadingEnds(unit: String) {
    let text = String(repeating: unit, count: 30_000 / unit.utf8.count)
    render("| a | b |\n|--|--|\n" + text)
    let source = SourceText(path: "a.md", text: text)
    var list = DiagnosticList()
    MarkdownProofreader.check(
      source, (1...source.lineCount).map { ($0, Array((source.line($0) ?? "").utf8)) }, into: &list)
    #expect(list.sorted.count <= 101)
  }

  @Test func aTextTooLongIsRefused() {
    let document = Document(parsing: String(repeating: "a\n", count: 1_000_000))
    #expect(
      document.faults == [Fault(.tooLong(2_000_000), at: Position(line: 1, column: 1))])
  }

  private func render(_ markdown: String) {
    let glossary = [Acronym(sigle: "Caf", form: "caisse d'allocations familiales")]
    let document = Preparation(glossary: glossary).document([SectionText(markdown: markdown)])
    _ = HTMLRenderer.render(document)
    _ = TextRenderer.render(document)
    _ = document.outline()
    _ = document.plainText
  }
}
