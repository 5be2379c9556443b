import Facts
import Text

extension PublishedNote {
  /// The two files of the pair.
  public var files: (text: String, facts: String) {
    let text = sections.map { PublishedNote.mark($0.name) + "\n" + $0.markdown }.joined()
    let body = factsBody
    let facts = """
      # Écrit par « cadrage publish ». Ne changez rien ici à la main : changez les sources, puis
      # publiez une révision.
      empreinte: "\(PublishedNote.fingerprint(text, body))"

      """ + body
    return (text, facts)
  }

  /// The line that begins a section in the text.
  static func mark(_ name: String) -> String { "{# section : \(name) #}" }

  /// Everything in the file of facts after the fingerprint.
  private var factsBody: String {
    var writer = FactWriter(indent: 0)
    writer.write(header)
    var facts = FactWriter(indent: 2)
    facts.write(self.facts)
    return writer.text + "faits:\n" + facts.text
  }

  private var header: Record {
    typealias Schemas = PublicationSchema
    func records(_ schema: Schema, _ values: [KeyValuePairs<String, Value?>]) -> Value? {
      values.isEmpty ? nil : .list(values.map { Fact(.record(Record(schema, $0))) })
    }
    return Record(
      Schemas.header,
      [
        "publiee_le": .day(publishedOn), "titre": .text(title), "famille": .text(family),
        "edition": .text(edition),
        "changements_editions": records(
          Schemas.cause,
          editionCauses.map {
            [
              "edition": .text($0.edition ?? edition), "section": .text($0.section),
              "cause": .text($0.text),
            ]
          }),
        "sections": .list(
          sections.map {
            Fact(
              .record(
                Record(
                  Schemas.section, ["nom": .text($0.name), "numero": .boolean($0.isNumbered)])))
          }),
        "revisions": records(
          Schemas.revision,
          revisions.map {
            ["date": .day($0.date), "motif": .text($0.reason), "nature": .text($0.kind.rawValue)]
          }),
        "sigles": records(
          FileSchemas.GlossaryEntry.schema,
          glossary.map { ["sigle": .text($0.acronym), "forme": .text($0.form)] }),
        "resultats": records(
          Schemas.result, results.map { ["nom": .text($0.name), "montant": .amount($0.amount)] }),
        "pieces": records(
          Schemas.attachment,
          attachments.map { ["fichier": .text($0.name), "empreinte": .text($0.fingerprint)] }),
      ])
  }

  /// Tells a change by hand or a half-written pair: no protection against malice is meant.
  ///
  static func fingerprint(_ text: String, _ body: String) -> String {
    fingerprint(Array(text.utf8) + [0xFF] + Array(body.utf8))
  }

  /// FNV-1a on 64 bits, in hexadecimal.
  static func fingerprint(_ bytes: [UInt8]) -> String {
    var hash = FNV1a()
    for byte in bytes { hash.add(byte) }
    let digits = String(hash.state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The keys of the file of facts of a published note, but for the facts themselves.
enum PublicationSchema {
  static let header = Schema(
    "la publication",
    [
      Field("publiee_le", .day, .required, label: "Publiée le"),
      Field("titre", .text, .required, label: "Titre"),
      Field("famille", .identifier, .required, label: "Famille"),
      Field("edition", .identifier, .required, label: "Édition"),
      Field("changements_editions", .list(.record(cause)), label: "Causes des changements"),
      Field("sections", .list(.record(section)), .required, label: "Sections"),
      Field("revisions", .list(.record(revision)), label: "Révisions"),
      Field("sigles", .list(.record(FileSchemas.GlossaryEntry.schema)), label: "Sigles"),
      Field("resultats", .list(.record(result)), label: "Résultats"),
      Field("pieces", .list(.record(attachment)), label: "Pièces"),
    ])

  static let cause = Schema(
    "un changement",
    [Field("edition", .identifier, .required, label: "Édition")] + NoteSchema.Cause.schema.fields)

  static let section = Schema(
    "une section",
    [
      Field("nom", .identifier, .required, label: "Nom"),
      Field("numero", .boolean, .required, label: "Numérotée"),
    ])

  static let revision = Schema(
    "une révision",
    [
      Field("date", .day, .required, label: "Date"),
      Field("motif", .text, .required, label: "Motif"),
      Field(
        "nature", .choice(PublishedNote.Revision.Kind.allCases.map(\.rawValue)), .required,
        label: "Nature"),
    ])

  static let result = Schema(
    "un résultat",
    [
      Field("nom", .identifier, .required, label: "Nom"),
      Field("montant", .amount(AmountUnit.allCases), .required, label: "Montant"),
    ])

  static let attachment = Schema(
    "une pièce",
    [
      Field("fichier", .text, .required, label: "Fichier"),
      Field("empreinte", .text, .required, label: "Empreinte"),
    ])
}
