import Comparison
import Diagnostics
import Facts
import Markdown
import Notes

/// `recherche.js` of a published note: the words of its parts, without the named persons, for the page
/// that searches all notes.
///
/// **Shape**: a call, `cadrageRecherche("vosges/2025-2026", [["depot", "Déposer votre demande", "…"]])`:
/// of each part its anchor, its title and its text.
enum SearchText {
  static let file = "recherche.js"

  static func text(_ note: Note) -> String {
    let sections = TextSection.sections(of: note.document, names: note.sections.map(\.name))
    let anchors = note.headingIdentifiers
    let parts = NamedPersons([note.facts]).masked(sections)
      .filter { $0.name != Document.correctionsName && anchors.contains($0.name) }
      .map { section -> JSON in
        // The title stands before the text already.
        let words = section.blocks.drop { $0.text.plainText == section.title }.map(words).filter {
          !$0.isEmpty
        }.joined(separator: " ")
        return .list([.string(section.name), .string(section.title), .string(words)])
      }
    let name = JSON.string("\(note.department)/\(note.year.text)").text
    return "cadrageRecherche(\(name), \(JSON.list(parts).text));\n"
  }

  /// What is read of a block, on one line.
  private static func words(_ block: TextBlock) -> String {
    ([block.text.plainText] + block.children.map(words)).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
