import Markdown
import Notes

/// Where a note, its sections and what it links to stand from a page.
struct NoteLinks {
  private let note: Note
  /// Where a file of the site stands from the page; nil on a page that stands alone.
  private let linkToFile: ((String) -> String)?
  private let anchors: Set<String>

  init(to note: Note, linkToFile: ((String) -> String)?) {
    self.note = note
    self.linkToFile = linkToFile
    anchors = note.headingIdentifiers
  }

  /// The page of the note.
  var page: String? { linkToFile.map { $0(note.address.file) } }

  /// A section, when the note's page has that anchor.
  func section(_ name: String) -> String? {
    anchors.contains(name) ? page.map { $0 + "#" + name } : nil
  }

  /// Where a link of the note's text leads.
  func target(of destination: String) -> String? {
    switch Address(destination) {
    case .web, .mail, .telephone: return destination
    case .anchor(let name): return section(name)
    case .relative:
      guard let linkToFile, !destination.hasPrefix("/"), !destination.hasPrefix(".") else {
        return nil
      }
      return linkToFile(note.address.folder + destination)
    case .unsafe: return nil
    }
  }
}

extension Note {
  /// The anchors of the headings of the note's page.
  var headingIdentifiers: Set<String> {
    Set(
      document.blocks.compactMap {
        if case .heading(let heading) = $0.kind { heading.identifier } else { nil }
      })
  }
}
