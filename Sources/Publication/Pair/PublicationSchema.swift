import Configuration
package import Facts
import Notes

/// The keys of the file of facts of a published note.
package enum PublicationSchema {
  /// The keys that stand around those of the header: what tells a change by hand, and the facts.
  package static let fingerprint = "empreinte"
  package static let facts = "faits"

  package static let header = Schema("la publication") {
    Field("publiee_le", .day, .required, label: "Publiée le")
    Field("titre", .text, .required, label: "Titre")
    Field("famille", .identifier, .required, label: "Famille")
    Field("edition", .identifier, .required, label: "Édition")
    Field("changements_editions", .list(.record(cause)), label: "Causes des changements")
    Field("sections", .list(.record(section)), .required, label: "Sections")
    Field("revisions", .list(.record(revision)), label: "Révisions")
    Field("sigles", .list(.record(FileSchemas.GlossaryEntry.schema)), label: "Sigles")
    Field("resultats", .list(.record(result)), label: "Résultats")
    Field("pieces", .list(.record(citedFile)), label: "Pièces")
    Field("images", .list(.record(citedFile)), label: "Images")
  }

  static let publishedOn = header.path("publiee_le")
  static let title = header.path("titre")
  static let family = header.path("famille")
  static let edition = header.path("edition")
  static let editionCauses = header.path("changements_editions")
  static let sections = header.path("sections")
  static let revisions = header.path("revisions")
  static let glossary = header.path("sigles")
  static let results = header.path("resultats")
  static let attachments = header.path("pieces")
  static let images = header.path("images")

  static let cause = Schema(
    "un changement",
    [Field("edition", .identifier, .required, label: "Édition")] + NoteSchema.Cause.schema.fields)

  static let causeEdition = cause.path("edition")
  static let causeSection = cause.path("section")
  static let causeText = cause.path("cause")

  static let section = Schema("une section") {
    Field("nom", .identifier, .required, label: "Nom")
    Field("numero", .boolean, .required, label: "Numérotée")
  }

  static let sectionName = section.path("nom")
  static let isNumbered = section.path("numero")

  static let revision = Schema("une révision") {
    Field("date", .day, .required, label: "Date")
    Field("motif", .text, .required, label: "Motif")
    Field("nature", .choice(Revision.Kind.allCases.map(\.rawValue)), .required, label: "Nature")
    Field("anciennes", .list(.record(formerAnchor)), label: "Anciennes parties")
  }

  static let formerAnchor = Schema("une ancienne partie") {
    Field("ancre", .text, .required, label: "Ancre")
    Field("titre", .text, .required, label: "Titre")
    Field("vers", .text, label: "Ancre de celle qui la remplace")
  }

  static let revisionDate = revision.path("date")
  static let revisionReason = revision.path("motif")
  static let revisionKind = revision.path("nature")
  static let revisionFormerAnchors = revision.path("anciennes")

  static let formerAnchorName = formerAnchor.path("ancre")
  static let formerAnchorTitle = formerAnchor.path("titre")
  static let formerAnchorTarget = formerAnchor.path("vers")

  static let result = Schema("un résultat") {
    Field("nom", .identifier, .required, label: "Nom")
    Field("montant", .amount(AmountUnit.allCases), .required, label: "Montant")
  }

  static let resultName = result.path("nom")
  static let resultAmount = result.path("montant")

  static let citedFile = Schema("un fichier cité") {
    Field("fichier", .text, .required, label: "Fichier")
    Field("empreinte", .text, .required, label: "Empreinte")
  }

  static let citedFileName = citedFile.path("fichier")
  static let citedFileFingerprint = citedFile.path("empreinte")
}
