import CustomDump
import Testing

@testable import Markdown

extension Document {
  /// The identifiers of its headings.
  var identifiers: Set<String> {
    var identifiers: Set<String> = []
    forEachBlock { block in
      if case .heading(let heading) = block.kind { identifiers.insert(heading.identifier) }
    }
    return identifiers
  }
}

@Suite struct HeadingTests {
  private func headings(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      guard case .heading(let heading) = block.kind else { return nil }
      return [heading.number ?? "-", heading.identifier, heading.content.plainText]
        .joined(separator: " | ")
    }
  }

  @Test func identifiersAreUniqueAndWrittenOnesWin() {
    var document = Document(
      parsing: """
        ## Dates
        ## Dates
        ## Autre {#dates-2}
        ## Dates
        ## **Gras** {#gras}
        ## Note 1
        ## Notes
        ## Sommaire
        """)
    document.readIdentifiers(first: "depot")
    document.assignIdentifiers(reserved: ["sommaire"])
    expectNoDifference(
      headings(document),
      [
        "- | depot | Dates", "- | dates | Dates", "- | dates-2 | Autre", "- | dates-3 | Dates",
        "- | gras | Gras", "- | section-note-1 | Note 1", "- | notes-2 | Notes",
        "- | sommaire-2 | Sommaire",
      ])
    #expect(
      document.identifiers == [
        "depot", "dates", "dates-2", "dates-3", "gras", "section-note-1", "notes-2", "sommaire-2",
      ])
    #expect(document.faults.isEmpty)
  }

  @Test func numbersFollowTheLevelsAndSkipUnnumberedSections() {
    let document = Preparation().document([
      SectionText(markdown: "## Un\n### A\n#### Trop bas\n### B", identifier: "un"),
      SectionText(markdown: "### Sous un autre fichier", identifier: "sous"),
      SectionText(markdown: "## Contacts\n### Ici", identifier: "contacts", isNumbered: false),
      SectionText(markdown: "### Sans partie au-dessus"),
      SectionText(markdown: "## Deux\n### A", identifier: "deux"),
    ])
    expectNoDifference(
      headings(document),
      [
        "1. | un | Un", "1.1 | a | A", "- | trop-bas | Trop bas", "1.2 | b | B",
        "1.3 | sous | Sous un autre fichier", "- | contacts | Contacts", "- | ici | Ici",
        "- | sans-partie-au-dessus | Sans partie au-dessus", "2. | deux | Deux", "2.1 | a-2 | A",
      ])
  }

  @Test func outlineNestsByLevel() {
    let document = Preparation().document([
      SectionText(markdown: "## Un\n### A\n#### Non\n### B ?\n## Deux\n# Titre\n### C")
    ])
    func shown(_ entries: [OutlineEntry]) -> [String] {
      entries.flatMap { entry in
        ["\(entry.number ?? "-") \(entry.title) #\(entry.identifier)"]
          + shown(entry.entries).map { "  " + $0 }
      }
    }
    expectNoDifference(
      shown(document.outline()),
      ["1. Un #un", "  1.1 A #a", "  1.2 B\u{202F}? #b", "2. Deux #deux", "  2.1 C #c"])
  }

  @Test(arguments: ["Note", "Notes", "Note 1", "Appel", "Tableau 2", "Encadré", "Note-"])
  func equalHeadingsNeverTakeTheRenderersNames(title: String) {
    var document = Document(parsing: String(repeating: "## \(title)\n", count: 4))
    document.assignIdentifiers()
    #expect(document.identifiers.count == 4)
    for own in ["note-1", "note-2", "appel-2", "tableau-2", "encadre-2", "notes"] {
      #expect(!document.identifiers.contains(own))
    }
  }

  @Test func thousandsOfEqualHeadings() {
    var document = Document(parsing: String(repeating: "## Même titre\n", count: 20_000))
    document.assignIdentifiers()
    #expect(document.identifiers.count == 20_000)
    #expect(document.identifiers.contains("meme-titre-20000"))
  }
}
