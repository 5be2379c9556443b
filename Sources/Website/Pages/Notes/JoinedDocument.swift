import Configuration
import Facts

/// A document to join to a file, and the situations that ask for it.
struct JoinedDocument {
  let facts: Record
  /// The titles of the situations; empty when all ask for it.
  let situations: [String]

  static let form = Form<JoinedDocument>(
    "un document à joindre",
    [
      .fact(NoteSchema.Document.name) { $0.facts },
      .fact(NoteSchema.Document.precision) { $0.facts },
      .optionalText("lien") { $0.link },
      .texts("pour") { $0.situations },
    ])

  /// From the page of the note.
  private var link: String? {
    facts.text(NoteSchema.Document.file).map { "pieces/" + $0 }
      ?? facts.words(NoteSchema.Document.link)
  }

  /// The documents of a note.
  static func all(in facts: Record) -> [JoinedDocument] {
    typealias Situation = NoteSchema.Situation
    let titles = Dictionary(
      facts.records(NoteSchema.situations).compactMap { situation in
        situation.text(Situation.code).map {
          ($0, situation.typographicText(Situation.title) ?? "")
        }
      }, uniquingKeysWith: { first, _ in first })
    return facts.records(NoteSchema.documents).map { document in
      JoinedDocument(
        facts: document,
        situations: document.texts(NoteSchema.Document.situations).compactMap { titles[$0] })
    }
  }
}
