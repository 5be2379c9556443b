import Testing

@testable import Markdown

@Suite struct PreparationTests {
  static let glossary = [
    Acronym(sigle: "CAF", form: "caisse d'allocations familiales"),
    Acronym(sigle: "PS", form: "prestation de service"),
  ]

  private static let sections = [
    "## La CAF\n\nLa CAF verse la PS[^1] : 5 €.\n\n[^1]: La PS, par la CAF.",
    "## Dates\n\n- Un\n\n  ## La CAF\n\n> [!NOTE]\n> La PS d'abord[^a].\n\n[^a]: Non.",
    "## Dates\n\nTableau : La PS\n\n| A | B |\n|---|---|\n| CAF | d'un |",
    "## Ete\u{301}\n\nSans sigle.", "## \u{C9}t\u{E9}\n\nSans sigle.", "## Et\u{E9}\n\nSans sigle.",
  ]

  @Test func documentDoesNotDependOnThoseBeforeIt() {
    let shared = Preparation(glossary: PreparationTests.glossary)
    let orders = [[0, 1, 2], [1, 0, 2], [2, 1, 1, 0], [1], [3, 4, 5], [5, 4, 3], [0, 1, 2]]
    for order in orders {
      let sections = order.map { SectionText(markdown: PreparationTests.sections[$0]) }
      let alone = Preparation(glossary: PreparationTests.glossary)
      #expect(shared.document(sections) == alone.document(sections))
    }
  }

  @Test func sectionOfSeveralDocumentsIsPreparedOnce() {
    let shared = Preparation(glossary: PreparationTests.glossary)
    let texts = ["## Un\n\nLa CAF, *puis* la PS.", "## Deux\n\nAutre *texte*."]
    let (both, first) = (texts, [texts[0], "## Trois\n\nEncore un *texte*."])
    let documents = [both, first].map { texts in
      shared.document(texts.map { SectionText(markdown: $0) })
    }
    let places = documents.map { $0.blocks.compactMap(PreparationTests.place) }
    #expect(places.map(\.count) == [2, 2])
    #expect(places[0][0] == places[1][0])
    #expect(places[0][1] != places[1][1])
  }

  /// Where in memory the words of a paragraph are: once for all who share them.
  private static func place(_ block: Block) -> UnsafePointer<Inline>? {
    guard case .paragraph(let words) = block.kind else { return nil }
    return words.withUnsafeBufferPointer(\.baseAddress)
  }

  @Test func sameMarkdownWithAnotherPlaceInThePlanIsAnotherSection() {
    let shared = Preparation()
    let first = shared.document([SectionText(markdown: "## Un", identifier: "a")])
    let second = shared.document([SectionText(markdown: "## Un", isNumbered: false)])
    #expect(first.identifiers == ["a"])
    #expect(second.identifiers == ["un"])
  }

  @Test func acronymIsExplainedWhereReadersMeetItFirst() {
    let shared = Preparation(glossary: PreparationTests.glossary)
    let texts = ["La CAF[^1].\n\n[^1]: La PS.", "La CAF et la PS."].map {
      SectionText(markdown: $0)
    }
    #expect(
      shared.document(texts).plainText == """
        La CAF (caisse d’allocations familiales).
        La CAF et la PS (prestation de service).
        La PS.
        """)
    #expect(
      shared.document([texts[1]]).plainText
        == "La CAF (caisse d’allocations familiales) et la PS (prestation de service).")
  }
}
