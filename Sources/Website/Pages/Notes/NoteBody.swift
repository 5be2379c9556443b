import Facts
public import Markdown
public import Notes
public import Publication
import Text

/// The text of a note as its page shows it: less the corrections, which have a page of their own; in a
/// past year's, each part that the latest note has too leads there.
public struct NoteBody {
  private let note: Note
  /// The department's latest note.
  private let latest: Note

  init(_ note: Note, latest: Note) {
    self.note = note
    self.latest = latest
  }

  /// - Parameter project: one that has the notes of its department.
  public init(_ note: Note, in project: Project) {
    let latest = project.planned.last { $0.department == note.department && !$0.isDraft }
    let read = note.isDraft ? nil : latest.flatMap { project.note($0.department, $0.year) }
    self.init(note, latest: read ?? note)
  }

  /// - Parameters:
  ///   - document: the note's, or what the sources give in its place.
  ///   - sections: those that the document is made of.
  public func html(of document: Document, in sections: [NoteSection]) -> String {
    let shown = document.withoutCorrections(sections)
    guard latest.year != note.year else { return HTMLRenderer.render(shown) }
    let anchors = latest.headingIdentifiers
    let target = note.address.link(to: latest.address)
    let names = Set(note.sections.map(\.name))
    return HTMLRenderer.render(shown) { heading in
      guard names.contains(heading.identifier), anchors.contains(heading.identifier) else {
        return ""
      }
      let title = HTMLEscape.text(heading.content.plainText)
      return "<p class=\"meme-partie\"><a href=\"\(target)#\(heading.identifier)\">"
        + "Cette partie dans la note \(latest.year.text)"
        + "<span class=\"hors-vue\">\u{A0}: \(title)</span></a></p>\n"
    }
  }
}

extension Document {
  /// Less the section that lists the corrections.
  ///
  /// - Parameter sections: those that the document is made of.
  func withoutCorrections(_ sections: [NoteSection]) -> Document {
    var shown = self
    shown.blocks.removeAll { sections[$0.position.text].name == Document.correctionsName }
    return shown
  }

  /// The name of the section that lists the corrections.
  static let correctionsName = "corrections"
}
