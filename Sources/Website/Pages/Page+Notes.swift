import Facts
import Markdown
import Notes
import Text

extension Page {
  /// The note itself.
  ///
  /// - Parameters:
  ///   - others: the department's other notes, the latest first.
  ///   - before: the note that readers compare it with; nil for the first.
  static func note(_ note: Note, others: [Note], latest: Note, before: Note?) -> Page {
    let records = NoteRecords(note: note)
    let address = note.address
    let department = PageAddress.department(note.department)
    return Page(
      layout: .note, address: address,
      title: "\(note.title) \(records.department.genitive), \(note.year.text)"
        + note.draftMark,
      description: "\(note.title) pour l’année scolaire \(note.year.text), "
        + "\(records.issuer.definite) : dates, démarches, documents, montants et contacts.",
      trail: [Step(title: records.department.noun, address: department)],
      values: Record(values: [
        "note": .record(records.identity),
        "contenu": .html(html(of: note, latest: latest)),
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
        "changements_lien": before.map { _ in .text(address.link(to: note.changesAddress)) },
        "changements_depuis": before.map { .text($0.year.text) },
        "texte_lien": .text("note.txt"),
        "resume_lien": .text("resume.txt"),
      ]), isDraft: note.isDraft)
  }

  /// The text of the note; in a past year's, each part that the latest note has too leads there.
  private static func html(of note: Note, latest: Note) -> String {
    guard latest.year != note.year else { return HTMLRenderer.render(note.document) }
    let anchors = latest.headingIdentifiers
    let target = note.address.link(to: latest.address)
    let names = Set(note.sections.map(\.name))
    var options = HTMLRenderer.Options()
    options.afterHeading = { heading in
      guard names.contains(heading.identifier), anchors.contains(heading.identifier) else {
        return ""
      }
      let title = HTMLEscape.text(heading.content.plainText)
      return "<p class=\"meme-partie\"><a href=\"\(target)#\(heading.identifier)\">"
        + "Cette partie dans la note \(latest.year.text)"
        + "<span class=\"hors-vue\">\u{A0}: \(title)</span></a></p>\n"
    }
    return HTMLRenderer.render(note.document, options: options)
  }

  /// The department: its latest note, the earlier ones, those in preparation, its contacts.
  ///
  /// - Parameters:
  ///   - published: the department's notes, the latest first.
  ///   - drafts: likewise; at least one when no note is published.
  static func department(_ slug: String, published: [Note], drafts: [Note]) -> Page {
    let records = NoteRecords(note: published.first ?? drafts[0])
    let address = PageAddress.department(slug)
    func links(_ notes: some Sequence<Note>) -> Value {
      .records(notes.map { NoteRecords(note: $0).link(from: address) })
    }
    return Page(
      layout: .department, address: address,
      title: "\(records.department.noun) : notes de cadrage Clas",
      description: "Les notes de cadrage Clas \(records.department.genitive), publiées par "
        + "\(records.issuer.definite).",
      values: Record(values: [
        "departement": .name(records.department),
        "code": .text(records.code),
        "organisme": .name(records.issuer),
        "derniere": published.first.map { .record(NoteRecords(note: $0).link(from: address)) },
        "anciennes": links(published.dropFirst()),
        "projets": links(drafts),
        // Named persons stand on the note's page and in its text only.
        "contacts": .records(records.contacts.filter { $0["nom"] == nil }),
      ]), isDraft: published.isEmpty)
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
