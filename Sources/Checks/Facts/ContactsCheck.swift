import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// Whom a note names as a contact can be reached.
@Sendable
func checkContacts(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Contact = NoteSchema.Contact
  let own = note.facts.list(NoteSchema.contacts)
  let others = note.facts.records(NoteSchema.funders).compactMap { $0[NoteSchema.Funder.contact] }
  for fact in own + others {
    guard let contact = fact.value.record,
      Contact.means.allSatisfy({ contact[$0] == nil })
    else { continue }
    diagnostics.add(.unreachable(contact, at: contact.facts.first?.fact.place ?? fact.place))
  }
}

extension Diagnostic {
  fileprivate static func unreachable(_ contact: Record, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.unreachableContact,
      "Le contact « \(contact.names.joined(separator: ", ")) » n’a ni téléphone ni courriel.",
      at: place, severity: .warning, expected: "telephone ou courriel")
  }
}
