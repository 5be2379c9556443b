import CustomDump
import Testing

@testable import Markdown

@Suite struct BlockPassTests {
  @Test(arguments: [
    ("IMPORTANT", Callout.Kind.important), ("important", .important), ("NOTE", .note),
    ("CONSEIL", .conseil), ("TIP", .conseil), ("ATTENTION", .attention), ("WARNING", .attention),
    ("CAUTION", .attention),
  ])
  func callout(word: String, kind: Callout.Kind) {
    var document = Document(parsing: "> [!\(word)]\n> Un **mot**.\n>\n> - a")
    document.readCallouts()
    guard case .callout(let callout)? = document.blocks.first?.kind else {
      Issue.record("no callout")
      return
    }
    #expect(callout.kind == kind)
    #expect(callout.blocks.map(\.plainText) == ["Un mot.", "a"])
    #expect(document.faults.isEmpty)
  }

  @Test func titles() {
    #expect(
      Callout.Kind.allCases.map(\.title) == ["Important", "À noter", "Conseil", "Attention"])
  }

  @Test(arguments: ["> [IMPORTANT]\n> a", "> a [!NOTE]", "> `[!NOTE]`", "[!NOTE]", "> - [!NOTE]"])
  func notACallout(markdown: String) {
    var document = Document(parsing: markdown)
    let before = document
    document.readCallouts()
    expectNoDifference(document, before)
  }

  @Test(arguments: [
    "Tableau : Les dates\n\n| a |\n|--|\n| b |",
    "Tableau: Les dates\n\n| a |\n|--|\n| b |",
    "Tableau\u{A0}: Les dates\n\n| a |\n|--|\n| b |",
    "Tableau :\nLes dates\n\n| a |\n|--|\n| b |",
    "Tableau : Les dates\n| a |\n|--|\n| b |",
  ])
  func caption(markdown: String) {
    var document = Document(parsing: markdown)
    document.readCaptions()
    #expect(document.blocks.count == 1)
    #expect(document.plainText == "Les dates\na\nb")
  }

  @Test func captionsInListsAndQuotes() {
    var document = Document(
      parsing: "- Tableau : A\n\n  | a |\n  |--|\n\n> Tableau : *B*\n>\n> | b |\n> |--|\n")
    document.readCaptions()
    var captions: [String] = []
    document.forEachBlock { block in
      if case .table(let table) = block.kind { captions.append(table.caption.plainText) }
    }
    #expect(captions == ["A", "B"])
  }

  @Test(arguments: [
    "Tableaux : non\n\n| a |\n|--|\n", "Tableau :\n\n| a |\n|--|\n",
    "Tableau : loin\n\nAutre\n\n| a |\n|--|\n",
  ])
  func noCaption(markdown: String) {
    var document = Document(parsing: markdown)
    let before = document
    document.readCaptions()
    expectNoDifference(document, before)
  }

  @Test func sectionsShareTheNumbersOfFootnotesAndKeepTheirPositions() {
    let document = Preparation().document([
      SectionText(markdown: "a[^x] b[^y]\n\n[^x]: un\n[^y]: deux\n"),
      SectionText(markdown: "c[^x] <b>\n\n[^x]: trois\n"),
    ])
    #expect(document.notes.map { $0.blocks.map(\.plainText) } == [["un"], ["deux"], ["trois"]])
    var references: [Int] = []
    var texts: [Int] = []
    document.forEachInline { inline in
      if case .noteReference(let number, let position) = inline {
        references.append(number)
        texts.append(position.text)
      }
    }
    #expect(references == [1, 2, 3])
    #expect(texts == [0, 0, 1])
    #expect(
      document.faults == [
        Fault(.html("<b>"), at: Position(text: 1, line: 1, column: 7, length: 3))
      ])
  }
}
