public import Comparison
import Configuration
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

  public init(from before: Note, to after: Note, in project: Project) {
    self.before = before
    self.after = after
    let persons = NamedPersons([before.facts, after.facts])
    func compared(_ note: Note) -> ComparedNote {
      var compared = ComparedNote(
        identifier: "\(note.department)/\(note.year.text)",
        facts: persons.removed(from: note.facts), schema: project.configuration.schema,
        document: note.document, sectionNames: note.sections.map(\.name))
      compared.sections = persons.removed(from: compared.sections)
      return compared
    }
    comparison = NoteComparison(
      from: compared(before), to: compared(after),
      causes: after.causes(since: before, editions: project.configuration.editions))
    hidesPersons = !persons.isEmpty
    let contacts = { (note: Note) in
      Set(
        note.facts.records(at: "contacts").filter { $0["nom"] != nil }.map { contact in
          ["nom", "telephone", "courriel"].map {
            contact[$0].map { FrenchFormat.text(of: $0.value) }
          }
        })
    }
    changesPersons = contacts(before) != contacts(after)
  }
}
