import CustomDump
import Testing

@testable import Markdown

@Suite struct ParserTests {
  /// `kind line:column+length` of each block and of each inline that has a position.
  private func positions(_ markdown: String) -> [String] {
    var found: [String] = []
    let document = Document(parsing: markdown)
    func shown(_ name: String, _ at: Position) {
      found.append("\(name) \(at.line):\(at.column)+\(at.length)")
    }
    document.forEachBlock { block in
      switch block.kind {
      case .heading: shown("heading", block.position)
      case .table: shown("table", block.position)
      case .html: shown("html", block.position)
      case .quote: shown("quote", block.position)
      default: break
      }
    }
    document.forEachInline { inline in
      switch inline {
      case .html(_, let position): shown("tag", position)
      case .link(let link): shown("link", link.position)
      case .image(let image): shown("image", image.position)
      case .noteReference(_, let position): shown("note", position)
      default: break
      }
    }
    return found
  }

  @Test func positionsCountBytes() {
    expectNoDifference(
      positions(
        """
        # é

        é <b> [l](u)

        > a
        >   ![i](u) <i>

        - a

          b <k>

        | é | [l](u) |
        |---|--------|
        | a \\| b | <u> |

        suite
           <s>[^n]

        <div>

        [^n]: note <q>
        """),
      [
        "heading 1:1+4", "quote 5:1+3", "table 12:1+15", "html 19:1+5", "tag 3:4+3", "link 3:8+6",
        "image 6:5+7", "tag 6:13+3", "tag 10:5+3", "link 12:8+6", "tag 14:12+3", "tag 17:4+3",
        "note 17:7+4", "tag 21:12+3",
      ])
  }

  /// cmark's columns are wrong on these lines.
  @Test func positionsOnContinuedLines() {
    expectNoDifference(
      positions("> a\nb[^n] <b> [l](u)\n\n- a\n    é [l](u)\n   <https://a.fr>\n\n[^n]: x"),
      [
        "quote 1:1+3", "note 2:2+4", "tag 2:7+3", "link 2:11+6", "link 5:8+6", "link 6:5+13",
      ])
    #expect(Document(parsing: "> a\nb[^n]\n\n[^n]: x").faults.isEmpty)
  }

  @Test func footnotesAreNumberedByReference() {
    let document = Document(parsing: "a[^b] c[^a] d[^b]\n\n[^a]: un\n\n[^b]: deux\n\n    suite\n")
    #expect(document.notes.map { $0.blocks.map(\.plainText) } == [["deux", "suite"], ["un"]])
    var numbers: [Int] = []
    document.forEachInline { inline in
      if case .noteReference(let number, _) = inline { numbers.append(number) }
    }
    #expect(numbers == [1, 2, 1])
  }

  @Test func tasks() {
    let document = Document(parsing: "- [x] fait\n- [ ] à faire\n- rien")
    guard case .list(let list)? = document.blocks.first?.kind else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map(\.isDone) == [true, false, nil])
    #expect(document.plainText == "fait\nà faire\nrien")
  }

  @Test func anEmptyTextIsAnEmptyDocument() {
    #expect(Document(parsing: "") == Document())
    #expect(Document(parsing: "\n \n") == Document())
  }

  @Test func plainText() {
    let document = Document(
      parsing:
        "## A **b** `c`\n\nd[^1]\ne [f](u) ![g](v) <h>\n\n| i | j |\n|--|--|\n| k | l |\n\n    m\n\n[^1]: n"
    )
    #expect(document.plainText == "A b c\nd e f g \ni ; j\nk ; l\nm\nn")
  }

  /// Parses in parallel come out wrong without the lock when the text has `~~`.
  @Test func parallelParsesEqualTheSequentialOne() async {
    let markdown = (0..<20).map {
      "## Titre \($0)\n\nun ~~vieux~~ prix : https://caf.fr/\($0) et **7 885 €**\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n"
    }.joined()
    let expected = Document(parsing: markdown)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<25).allSatisfy { _ in Document(parsing: markdown) == expected } }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
