import Comparison
import Facts
import Markdown
import TestSupport
import Testing

@testable import Website

/// Whatever changed, the HTML is well formed and nests as HTML wants; the edits are random, their
/// seeds are not.
@Suite struct ChangesMarkupTests {
  private static let words = [
    "le", "dossier", "**avant**", "31 juillet 2025", "8 487 €", "[la Caf](https://caf.example)",
    "[l’aide](#depot)", "`code`", "DSDEN", "« note »", "*porteur*", "~~ancien~~", "a & b", "x < y",
    "![plan](pieces/plan.png)", "fin[^n]", "l’école", "\"droit\"",
  ]

  private func line(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in
      ChangesMarkupTests.words.randomElement(using: &random) ?? ""
    }.joined(separator: " ")
  }

  private func block(_ random: inout SeededGenerator) -> String {
    let (a, b, c) = (line(&random), line(&random), line(&random))
    func cell(_ text: String) -> String { text.replacing("|", with: "") }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "- \(a)\n- \(b)\n- \(c)"
    case 1: return "1. \(a)\n\n   \(b)\n\n2. \(c)"
    case 2: return "- \(a)\n  - \(b)\n  - [x] \(c)\n- \(a)"
    case 3:
      return "Tableau : \(cell(a))\n\n| A | \(cell(b)) |\n|---|---|\n| \(cell(a)) | \(cell(c)) |"
    case 4:
      return "Tableau : Dates\n\n| A | B | C |\n|---|---|---|\n| 1 | \(cell(c)) | 3 |\n| 2 | | |"
    case 5: return "> [!IMPORTANT]\n> \(a)\n>\n> - \(b)"
    case 6: return "> \(a)\n>\n> \(b)"
    case 7: return "### \(a.replacing("[^n]", with: ""))"
    case 8: return "```\n\(a)\n```"
    default: return "\(a)\n\(b)"
    }
  }

  private func edited(_ blocks: [String], _ random: inout SeededGenerator) -> [String] {
    var blocks = blocks
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let index = blocks.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<6, using: &random) {
      case 0: blocks.insert(block(&random), at: index)
      case 1 where blocks.count > 1: blocks.remove(at: index)
      case 2: blocks.swapAt(index, blocks.indices.randomElement(using: &random) ?? 0)
      case 3:
        let word = ChangesMarkupTests.words.randomElement(using: &random) ?? ""
        blocks[index] = blocks[index].replacing("dossier", with: word + " nouveau")
      case 4:
        // What no word says.
        let marks = [("[!IMPORTANT]", "[!NOTE]"), ("[x]", "[ ]"), ("~~", ""), ("1. ", "3. ")]
        for (old, new) in marks { blocks[index] = blocks[index].replacing(old, with: new) }
      default: blocks[index] = blocks[index].replacing("- ", with: "- ajout ", maxReplacements: 1)
      }
    }
    return blocks
  }

  private func note(_ sections: [[String]]) -> ComparedNote {
    let texts = sections.enumerated().map { rank, blocks in
      SectionText(
        markdown: (["## Partie \(rank)"] + blocks + ["[^n]: Une note."]).joined(separator: "\n\n")
          + "\n",
        identifier: "s\(rank)", isNumbered: true)
    }
    let document = Preparation(glossary: [Acronym(sigle: "DSDEN", form: "direction")])
      .document(texts)
    return ComparedNote(
      identifier: "a", facts: Record([:]),
      sections: TextSection.sections(of: document, names: sections.indices.map { "s\($0)" }))
  }

  @Test(arguments: UInt64(0)..<200) func randomEdits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let old = (0..<3).map { _ in (0..<5).map { _ in block(&random) } }
    var new = old.map { edited($0, &random) }
    if seed.isMultiple(of: 7) { new.removeFirst() }
    if seed.isMultiple(of: 5) { new.append([block(&random)]) }
    if seed.isMultiple(of: 3) { new[0].append(old[1][0]) }
    let comparison = NoteComparison(from: note(old), to: note(new))
    let titles = SectionTitles(comparison)
    var renderer = ChangesRenderer(titles: titles) { $0 }
    let written = comparison.sections.filter { $0.nature != .departed }
      .map { renderer.section($0) }
    let contents = ChangesRenderer.placed(written.map(\.content))
    try Markup(zip(written, contents).map { "<h3>\($0.title)</h3>\n\($1)" }.joined()).check()
  }
}

/// The tags of a fragment of HTML, and what HTML says of their nesting.
private struct Markup {
  private let html: String
  private static let void: Set<String> = ["br", "hr", "img"]
  private static let phrasing: Set<String> = [
    "p", "h3", "h4", "h5", "h6", "b", "a", "ins", "del", "span", "strong", "em", "code", "pre",
    "sup", "abbr", "s", "summary",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "tr": ["thead", "tbody"], "td": ["tr"], "th": ["tr"], "thead": ["table"],
    "tbody": ["table"], "caption": ["table"], "summary": ["details"],
  ]

  init(_ html: String) { self.html = html }

  func check() throws {
    var open: [String] = []
    var ids: Set<String> = []
    for match in html.matches(of: #/<(\/?)([a-z0-9]+)([^<>]*)>/#) {
      let (isEnd, name) = (!match.output.1.isEmpty, String(match.output.2))
      if Markup.void.contains(name) { continue }
      if isEnd {
        try #require(open.popLast() == name, "\(html)")
        continue
      }
      let parent = open.last ?? "body"
      if let allowed = Markup.parents[name] {
        try #require(allowed.contains(parent), "\(name) in \(parent): \(html)")
      } else {
        try #require(
          !["ul", "ol", "table", "tr", "thead", "tbody"].contains(parent), "\(name) in \(parent)")
      }
      if Markup.phrasing.contains(parent) {
        try #require(
          Markup.phrasing.contains(name) && !["p", "h4", "pre"].contains(name),
          "\(name) in \(parent): \(html)")
      }
      if name == "a" { try #require(!open.contains("a"), "\(html)") }
      if let id = match.output.3.firstMatch(of: #/ id="([^"]*)"/#)?.output.1 {
        try #require(ids.insert(String(id)).inserted, "\(id) twice: \(html)")
      }
      open.append(name)
    }
    try #require(open.isEmpty)
    // Every text between tags is escaped, and every link inside leads to a place of the page.
    try #require(!html.replacing(#/<\/?[a-z0-9]+[^<>]*>/#, with: "").contains { "<>".contains($0) })
    for match in html.matches(of: #/href="#([cd]\d+)"/#) {
      try #require(ids.contains(String(match.output.1)), "\(match.output.1): \(html)")
    }
  }
}
