import Facts

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
    var writer = FactWriter()
    writer.write(header, PublicationSchema.header, indent: 0)
    var facts = FactWriter()
    for field in NoteSchema.visible.fields {
      guard let fact = self.facts[field.key] else { continue }
      facts.write(
        Record([field.key: fact]), Schema("", [field]), indent: 2,
        isSourced: NoteSchema.sourcedKeys.contains(field.key))
    }
    return writer.text + "faits:\n" + facts.text
  }

  private var header: Record {
    func records(_ records: [Record]) -> Fact { Fact(.list(records.map { Fact(.record($0)) })) }
    var record = Record([
      "publiee_le": Fact(.day(publishedOn)),
      "titre": Fact(.text(title)),
      "famille": Fact(.text(family)),
      "edition": Fact(.text(edition)),
      "sections": records(
        sections.map {
          Record(["nom": Fact(.text($0.name)), "numero": Fact(.boolean($0.isNumbered))])
        }),
    ])
    if !editionCauses.isEmpty {
      record["changements_editions"] = records(
        editionCauses.map {
          Record([
            "edition": Fact(.text($0.edition ?? edition)), "section": Fact(.text($0.section)),
            "cause": Fact(.text($0.text)),
          ])
        })
    }
    if !revisions.isEmpty {
      record["revisions"] = records(
        revisions.map {
          Record([
            "date": Fact(.day($0.date)), "motif": Fact(.text($0.reason)),
            "nature": Fact(.text($0.kind.rawValue)),
          ])
        })
    }
    if !glossary.isEmpty {
      record["sigles"] = records(
        glossary.map {
          Record(["sigle": Fact(.text($0.acronym)), "forme": Fact(.text($0.form))])
        })
    }
    if !results.isEmpty {
      record["resultats"] = records(
        results.map {
          Record(["nom": Fact(.text($0.name)), "montant": Fact(.amount($0.amount))])
        })
    }
    if !attachments.isEmpty {
      record["pieces"] = records(
        attachments.map {
          Record(["fichier": Fact(.text($0.name)), "empreinte": Fact(.text($0.fingerprint))])
        })
    }
    return record
  }

  /// Tells a change by hand or a half-written pair: no protection against malice is meant.
  ///
  static func fingerprint(_ text: String, _ body: String) -> String {
    fingerprint(Array(text.utf8) + [0xFF] + Array(body.utf8))
  }

  /// FNV-1a on 64 bits, in hexadecimal.
  static func fingerprint(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The keys of the file of facts of a published note, but for the facts themselves.
enum PublicationSchema {
  static let header = Schema(
    "la publication",
    [
      Field("publiee_le", .day, required: true, label: "Publiée le"),
      Field("titre", .text, required: true, label: "Titre"),
      Field("famille", .identifier, required: true, label: "Famille"),
      Field("edition", .identifier, required: true, label: "Édition"),
      Field("changements_editions", .list(.record(cause)), label: "Causes des changements"),
      Field("sections", .list(.record(section)), required: true, label: "Sections"),
      Field("revisions", .list(.record(revision)), label: "Révisions"),
      Field("sigles", .list(.record(FileSchemas.glossaryEntry)), label: "Sigles"),
      Field("resultats", .list(.record(result)), label: "Résultats"),
      Field("pieces", .list(.record(attachment)), label: "Pièces"),
    ])

  private static let cause = Schema(
    "un changement",
    [Field("edition", .identifier, required: true, label: "Édition")] + NoteSchema.cause.fields)

  private static let section = Schema(
    "une section",
    [
      Field("nom", .identifier, required: true, label: "Nom"),
      Field("numero", .boolean, required: true, label: "Numérotée"),
    ])

  private static let revision = Schema(
    "une révision",
    [
      Field("date", .day, required: true, label: "Date"),
      Field("motif", .text, required: true, label: "Motif"),
      Field(
        "nature", .choice(PublishedNote.Revision.Kind.allCases.map(\.rawValue)), required: true,
        label: "Nature"),
    ])

  private static let result = Schema(
    "un résultat",
    [
      Field("nom", .identifier, required: true, label: "Nom"),
      Field("montant", .amount(AmountUnit.allCases), required: true, label: "Montant"),
    ])

  private static let attachment = Schema(
    "une pièce",
    [
      Field("fichier", .text, required: true, label: "Fichier"),
      Field("empreinte", .text, required: true, label: "Empreinte"),
    ])
}
