public import Configuration
package import Diagnostics
public import Facts
public import Markdown
public import Templates

/// A note made of facts and words, ready to be rendered.
public struct Note: Sendable {
  /// When a note was published, and what changed since.
  public struct Publication: Sendable, Hashable, Codable {
    public var day: Day
    /// The oldest first.
    public var revisions: [Revision]

    package init(day: Day, revisions: [Revision]) {
      self.day = day
      self.revisions = revisions
    }

    /// The day of the last change that is announced.
    public var lastDay: Day { revisions.last { $0.kind == .major }?.date ?? day }
  }

  /// The folder of its department: `vosges`.
  public let department: String
  public let year: SchoolYear
  /// The family's title: « Note de cadrage du Clas ».
  public let title: String
  /// What the editions that had begun say of the sections that they change, the oldest first.
  public let editionCauses: [SectionCause]
  /// The merged facts, as templates see them.
  public let facts: Record
  /// The sections that are not empty, in the order of the note.
  public let sections: [NoteSection]
  /// The whole note as a tree: ids, numbers, acronyms and typography applied.
  ///
  /// The rank of a section is the `text` of the positions that it holds.
  public let document: Document
  /// Nil for a draft.
  public private(set) var publication: Publication?
  /// Where the sources took the sections out that its family has, by their names; empty for a note that
  /// comes from its pair.
  package let removals: [String: Place]

  package init(
    department: String, year: SchoolYear, title: String, editionCauses: [SectionCause],
    facts: Record, sections: [NoteSection], document: Document, publication: Publication? = nil,
    removals: [String: Place] = [:]
  ) {
    self.department = department
    self.year = year
    self.title = title
    self.editionCauses = editionCauses
    self.facts = facts
    self.sections = sections
    self.document = document
    self.publication = publication
    self.removals = removals
  }

  /// The note as it will be once it is published.
  package func published(_ publication: Publication) -> Note {
    var note = self
    note.publication = publication
    return note
  }

  public var isDraft: Bool { publication == nil }

  /// The merged Markdown, before typography.
  public var markdown: String {
    sections.map(\.markdown).joined(separator: "\n")
  }

  /// Where an author wrote what stands at a position of the document.
  public func origin(of position: Position) -> SourceMap.Origin? {
    guard sections.indices.contains(position.text) else { return nil }
    return sections[position.text].origin(of: position)
  }

  /// The words of an author's file that stand at a position; nil where some come from a value.
  package func words(at position: Position) -> (source: SourceText, place: Place)? {
    guard sections.indices.contains(position.text) else { return nil }
    return sections[position.text].words(at: position)
  }
}
