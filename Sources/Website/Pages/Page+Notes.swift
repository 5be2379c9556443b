import Facts
import Markdown
import Notes

extension Page {
  /// The note itself.
  ///
  /// - Parameter others: the department's other notes, the latest first.
  static func note(_ note: Note, others: [Note], latest: Note) -> Page {
    let records = NoteRecords(note: note)
    let address = note.address
    let department = PageAddress.department(note.department)
    return Page(
      layout: .note, address: address,
      title: "\(note.title) \(records.department.genitive), \(note.year.text)",
      description: "\(note.title) pour l’année scolaire \(note.year.text), "
        + "\(records.issuer.definite) : dates, démarches, documents, montants et contacts.",
      trail: [Step(title: records.department.noun, address: department)],
      values: Record(values: [
        "note": .record(records.identity),
        "contenu": .html(HTMLRenderer.render(note.document)),
        "sommaire": .records(contents(of: note.document)),
        "fenetre": records.window.map { .record($0) },
        "situations": .records(records.situations),
        "pieces": .records(records.pieces),
        "montants": records.amounts.map { .record($0) },
        "financements": .records(records.funders),
        "contacts": .records(records.contacts),
        "avis": .records(records.notices),
        "autres_annees": .records(others.map(records.yearLink)),
        "derniere": latest.year == note.year ? nil : .record(records.yearLink(to: latest)),
        "simulateur_lien": .text(
          address.link(to: .simulator(note.department, note.year.text))),
        "texte_lien": .text("note.txt"),
        "resume_lien": .text("resume.txt"),
      ]))
  }

  /// The department: its latest note, the earlier ones, its contacts.
  ///
  /// - Parameter notes: the department's notes, the latest first; at least one.
  static func department(_ slug: String, notes: [Note], latest: Note) -> Page {
    let records = NoteRecords(note: latest)
    let address = PageAddress.department(slug)
    let older = notes.filter { $0.year != latest.year }
    return Page(
      layout: .department, address: address,
      title: "\(records.department.noun) : notes de cadrage Clas",
      description: "Les notes de cadrage Clas \(records.department.genitive), publiées par "
        + "\(records.issuer.definite).",
      values: Record(values: [
        "departement": .name(records.department),
        "code": .text(records.code),
        "organisme": .name(records.issuer),
        "derniere": .record(records.link(from: address)),
        "anciennes": .records(older.map { NoteRecords(note: $0).link(from: address) }),
        // Named persons stand on the note's page and in its text only.
        "contacts": .records(records.contacts.filter { $0["nom"] == nil }),
      ]))
  }

  /// The table of contents: parts, and the sub-parts of each.
  private static func contents(of document: Document) -> [Record] {
    document.outline().map { part in
      Record(values: [
        "id": .text(part.identifier),
        "numero": .text(part.number ?? ""),
        "titre": .text(part.title),
        "entrees": .records(
          part.entries.map { child in
            Record(values: [
              "id": .text(child.identifier),
              "numero": .text(child.number ?? ""),
              "titre": .text(child.title),
            ])
          }),
      ])
    }
  }
}
