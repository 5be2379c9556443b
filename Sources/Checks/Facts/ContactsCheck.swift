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
  let department = note.facts.text(NoteSchema.departmentCode).flatMap(OfficialDepartment.withCode)
  for contact in (own + others).compactMap(\.value.record) {
    for fact in [contact[Contact.email]].compactMap(\.self) + contact.list(Contact.emails) {
      guard case .email(let address) = fact.value, let department,
        let other = OfficialDepartment.ofCaf(mail: address), other != department
      else { continue }
      diagnostics.add(.mail(address, of: other, at: fact.place))
    }
  }
  for fact in own + others {
    guard let contact = fact.value.record,
      Contact.means.allSatisfy({ contact[$0] == nil })
    else { continue }
    diagnostics.add(.unreachable(contact, at: contact.facts.first?.fact.place ?? fact.place))
  }
}

extension Diagnostic {
  fileprivate static func mail(
    _ address: String, of other: OfficialDepartment, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.badContact,
      "« \(address) » est une adresse de la Caf \(other.name.typographic.genitive).", at: place,
      severity: .warning, expected: "une adresse de la Caf de la note")
  }

  fileprivate static func unreachable(_ contact: Record, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.unreachableContact,
      "Le contact « \(contact.names.joined(separator: ", ")) » n’a ni téléphone ni courriel.",
      at: place, severity: .warning, expected: "telephone ou courriel")
  }
}
