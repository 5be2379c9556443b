public import Comparison
public import Configuration
import Facts
public import Notes

/// What changed from one note of the project to another, as the site may show it: without the named
/// persons.
public struct NoteChanges: Sendable {
  public let before: Note
  public let after: Note
  public let comparison: NoteComparison
  /// Whether a note names persons, whom the comparison leaves out.
  public let hidesPersons: Bool
  /// Whether the persons whom the notes name as contacts are not the same, or are reached otherwise.
  public let changesPersons: Bool
  /// The names of the sections whose text names persons.
  let maskedSections: Set<String>

  /// - Parameter editions: those of the project, for the causes of changes.
  public init(from before: Note, to after: Note, editions: [Edition]) {
    self.before = before
    self.after = after
    let persons = NamedPersons([before.facts, after.facts])
    var masked: Set<String> = []
    func compared(_ note: Note) -> ComparedNote {
      let whole = TextSection.sections(of: note.document, names: note.sections.map(\.name))
      let sections = persons.masked(whole)
      for (old, new) in zip(whole, sections) where old != new { masked.insert(new.name) }
      return ComparedNote(
        identifier: "\(note.department)/\(note.year.text)",
        facts: persons.removed(from: note.facts), year: note.year, sections: sections)
    }
    var comparison = NoteComparison(
      from: compared(before), to: compared(after),
      causes: after.causes(since: before, editions: editions))
    maskedSections = masked
    hidesPersons = !persons.isEmpty
    changesPersons = NoteChanges.persons(before) != NoteChanges.persons(after)
    // Contacts are not « unchanged » when those that are left out changed.
    if changesPersons {
      comparison.values.removeAll { $0.nature == .unchanged && $0.isAt(NoteSchema.contacts) }
    }
    self.comparison = comparison
  }

  /// The persons who are contacts of a note, and how they are reached.
  private static func persons(_ note: Note) -> Set<[String?]> {
    Set(
      note.facts.records(NoteSchema.contacts).filter { $0[NoteSchema.Contact.name] != nil }
        .map { contact in
          [
            NoteSchema.Contact.name, NoteSchema.Contact.phone, NoteSchema.Contact.phones,
            NoteSchema.Contact.email, NoteSchema.Contact.emails,
          ].map { contact.value($0).map { FrenchFormat.text(of: $0) } }
        })
  }
}
