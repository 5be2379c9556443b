import Configuration
import Facts
import Notes

/// What one does in each situation: when, where, with which pieces, whom to ask.
///
/// An address such as `#premiere-demande` shows one situation alone, to print or to send; its script adds
/// the other helps that one asks for, as in `#premiere-demande,msa`. Named persons are not on it.
struct ProcedurePage: NoteSubpage {
  static let layout = "demarche"

  let note: Note
  let latest: Note

  static let form = PageForm<ProcedurePage>(
    page: "la page de la démarche",
    [
      .record("note", Note.identityForm) { $0.note },
      .address("note_lien") { $0.address.link(to: $0.note.address) },
      .address("simulateur_lien") { $0.address.link(to: $0.note.simulatorAddress) },
      .address("departement_lien") { $0.address.link(to: .department($0.note.department)) },
      .optionalRecord("derniere", PageLink.yearForm) {
        $0.note.link(toLatest: $0.latest, \.procedureAddress)
      },
      .optionalRecord("fenetre", FilingPeriod.form) { FilingPeriod(facts: $0.note.facts) },
      .records("situations", FiledSituation.form) { FiledSituation.all(in: $0) },
      .records("pieces", JoinedDocument.form) { $0.documents },
      .records("financements", funderForm) { $0.note.facts.records(NoteSchema.funders) },
      .records("contacts", NoteSchema.Contact.form) { $0.note.contactsWithoutPersons },
    ])

  /// Another help that one may ask for, and of whom: one contact, or none.
  private static let funderForm = Form<Record>(
    "un autre financeur",
    NoteSchema.Funder.form.entries + [
      .text("code") { $0.text(NoteSchema.Funder.code) ?? "" },
      .written("conditions") { $0.typographicFacts(NoteSchema.Funder.conditions) },
      .fact(NoteSchema.Funder.link),
      .records("contact", NoteSchema.Contact.form) { funder in
        [funder.record(NoteSchema.Funder.contact)].compactMap(\.self).filter(\.isNoPerson)
      },
    ])

  /// With links from this page.
  fileprivate var documents: [JoinedDocument] {
    JoinedDocument.all(of: note, on: address)
  }

  var address: PageAddress { note.procedureAddress }
  var scripts: [String] { address.scripts(with: "demarche") }
  var title: String {
    "Votre démarche, \(note.fullTitle)"
  }
  var description: String {
    "Demander un Clas \(note.departmentName.genitive) en \(note.year.text), selon votre situation\u{A0}: "
      + "quand, où, avec quelles pièces, auprès de qui."
  }
}

/// A situation with all that it asks for.
private struct FiledSituation {
  let filing: FilingSituation
  let dates: [Fact]
  let documents: [JoinedDocument]

  static let form = Form<FiledSituation>(
    "une situation",
    NoteSchema.Situation.form.entries.map { $0.of(\.filing.facts) } + [
      .text("code") { $0.filing.facts.text(NoteSchema.Situation.code) ?? "" },
      .written("dates") { $0.dates },
      .records("pieces", JoinedDocument.form) { $0.documents },
    ])

  static func all(in page: ProcedurePage) -> [FiledSituation] {
    let period = FilingPeriod(facts: page.note.facts)
    return FilingSituation.all(in: page.note.facts).map { situation in
      let own = situation.dates
      return FiledSituation(
        filing: situation, dates: own.isEmpty ? period.map { [$0.fact] } ?? [] : own,
        documents: page.documents.filter { $0.concerns(situation.facts) })
    }
  }
}

extension Note {
  /// Those who may stand on any page of the site.
  var contactsWithoutPersons: [Record] {
    facts.records(NoteSchema.contacts).filter(\.isNoPerson)
  }
}

extension Record {
  /// Whether a contact names nobody.
  fileprivate var isNoPerson: Bool { self[NoteSchema.Contact.name] == nil }
}
