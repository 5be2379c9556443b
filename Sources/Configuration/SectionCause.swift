public import Diagnostics
public import Facts

/// The circulaire or decision behind what changed in a section.
public struct SectionCause: Sendable, Hashable {
  public var section: String
  /// In a sentence.
  public var text: String
  /// Where the section is named.
  public var place: Place?
  /// The code of the edition that says so; nil for the note's own year.
  public var edition: String?
}

extension SectionCause {
  package init?(_ record: Record, edition: String? = nil) {
    typealias Keys = NoteSchema.Cause
    guard let section = record.text(Keys.section), let text = record.text(Keys.text) else {
      return nil
    }
    self.init(
      section: section, text: text, place: record[Keys.section]?.place, edition: edition)
  }

  /// The causes that a note's own file gives.
  public static func own(_ facts: Record) -> [SectionCause] {
    facts.records(NoteSchema.causes).compactMap { SectionCause($0) }
  }
}
