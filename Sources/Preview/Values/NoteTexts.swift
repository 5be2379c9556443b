import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Publication

/// The sections of a note as somebody sees them who changes their texts: the file that each comes from,
/// and the files that would take its place for fewer notes.
struct NoteTexts {
  /// A file that may hold a section, and whom it concerns.
  struct Home {
    let path: String
    let scope: String
  }

  struct Section {
    let name: String
    let title: String
    /// The file that the note takes the section from.
    let source: SourceText
    /// From the most specific to the one that it comes from.
    let homes: [Home]
    /// The places of the values in it, in order, each once.
    let values: [Place]
  }

  private(set) var sections: [Section] = []

  /// - Parameter text: a file, as it is now.
  init(_ facts: NoteFacts, _ project: Project, text: (String) -> SourceText?) {
    guard let family = facts.family, let note = project.liveNote(facts.department, facts.year)
    else { return }
    let folders = SectionLibrary.folders(
      for: facts, family: family, editions: project.configuration.editions)
    let titles = Dictionary(
      note.document.outline().flatMap { [$0] + $0.entries }.map { ($0.identifier, $0.title) }
    ) { first, _ in first }
    for section in note.sections {
      let paths = folders.map { "\($0)/\(section.name).md" }
      guard let rank = paths.firstIndex(where: { project.tree[$0] != nil }),
        let source = text(paths[rank])
      else { continue }
      let homes = paths[...rank].enumerated().filter { $0.offset < 2 || $0.offset == rank }
        .map { Home(path: $0.element, scope: NoteTexts.scope($0.offset, facts)) }
      var values: [Place] = []
      for insertion in section.insertions where !values.contains(insertion.place) {
        values.append(insertion.place)
      }
      sections.append(
        Section(
          name: section.name, title: titles[section.name] ?? section.name, source: source,
          homes: homes, values: values))
    }
  }

  private static func scope(_ rank: Int, _ facts: NoteFacts) -> String {
    switch rank {
    case 0: "ce département, cette année"
    case 1: "ce département, toutes les années"
    default: "tous les départements"
    }
  }
}
