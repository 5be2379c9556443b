import Text
import Configuration
import Facts
import Funding
import Markdown
import Notes

/// The note itself.
struct NotePage: PageContent {
  static let layout = "note"
  /// The style sheet of what is written in sections, which pages of text share.
  static let style = "styles/note.css"
  /// That of the parts that fold on phones, there and on the page of what changed.
  static let foldStyle = "styles/plis.css"
  /// That of the pages around it.
  static let besideStyle = "styles/annexes.css"

  let note: Note
  /// The department's other notes, the latest first.
  let others: [Note]
  let latest: Note
  /// The note that readers compare it with; nil for the first.
  let before: Note?
  /// Whether it is made for paper too.
  let hasDocuments: Bool
  /// Where its text says what its essentials say.
  var parts: NoteParts

  static let form = PageForm<NotePage>(page: "la page d’une note", entries)

  static let entries: [Form<NotePage>.Entry] = [
    .record("note", Note.identityForm) { $0.note },
    .html("contenu") { page in
      NoteBody(page.note, latest: page.latest)
        .html(of: page.note.document, in: page.note.sections)
    },
    .records("sommaire", partForm) { page in
      page.note.document.withoutCorrections(page.note.sections).outline()
    },
    .records("etapes", CampaignStep.form) { CampaignStep.all(in: $0.note.facts) },
    .optionalRecord("versements", Payments.form) { Payments($0.note) },
    .optionalAddress("agenda_lien") { $0.note.datedSteps.isEmpty ? nil : CalendarFile.name },
    .address("origine_lien") { $0.address.link(to: $0.note.originAddress) },
    .optionalText("corrections") { page in
      let count = page.note.corrections.count
      return count == 0 ? nil : FrenchFormat.count(count, "correction")
    },
    .optionalRecord("fenetre", FilingPeriod.form) { $0.period },
    .records("situations", FilingSituation.form) { FilingSituation.all(in: $0.note.facts) },
    .records("pieces", JoinedDocument.form) { JoinedDocument.all(of: $0.note, on: $0.address) },
    .optionalRecord("montants", NoteAmounts.form) { NoteAmounts(facts: $0.note.facts) },
    .optionalText("taux", at: { $0.note.facts[NoteSchema.path(of: .psRate)]?.place }) { page in
      page.note.facts.value(NoteSchema.path(of: .psRate)).map { FrenchFormat.text(of: $0) }
    },
    .record("parties", partsForm) { $0.parts },
    .optionalRecord("document_officiel", PageLink.form) {
      $0.note.officialDocument(from: $0.address)
    },
    .records("financements", funderForm) { page in
      let funders = page.note.facts.records(NoteSchema.funders)
      return Array(zip(funders, page.parts.each(NoteSchema.funders, NoteSchema.Funder.name)))
    },
    .records("contacts", NoteSchema.Contact.form) { $0.note.facts.records(NoteSchema.contacts) },
    .records("avis", NoteSchema.Notice.form) { $0.note.facts.records(NoteSchema.notices) },
    .records("autres_annees", PageLink.yearForm) { page in
      page.others.map { $0.link(from: page.address) }
    },
    .optionalRecord("derniere", PageLink.yearForm) { $0.note.link(toLatest: $0.latest) },
    .optionalRecord("suite", PageLink.yearForm) { page in
      page.next.map {
        PageLink(title: $0.year.text, link: page.address.link(to: $0.changesAddress))
      }
    },
    .address("simulateur_lien") { $0.address.link(to: $0.note.simulatorAddress) },
    .optionalAddress("changements_lien") { page in
      page.before.map { _ in page.address.link(to: page.note.changesAddress) }
    },
    .optionalText("changements_depuis") { $0.before?.year.text },
    .address("demarche_lien") { $0.address.link(to: $0.note.procedureAddress) },
    .address("departement_lien") { $0.address.link(to: .department($0.note.department)) },
    .address("texte_lien") { $0.address.link(to: $0.note.textAddress) },
    .flag("pdf") { $0.hasDocuments },
  ]

  /// The published note that came after it; nil for the latest, and for a draft.
  private var next: Note? {
    note.isDraft ? nil : others.last { $0.year > note.year }
  }

  private var period: FilingPeriod? { FilingPeriod(facts: note.facts) }

  var address: PageAddress { note.address }
  var title: String { note.fullTitle }
  var description: String {
    "\(note.title) pour l’année scolaire \(note.year.text), \(note.issuer.definite)\u{A0}: "
      + "dates, démarches, documents, montants et contacts."
  }
  var trail: [PageLink] { [note.departmentLink(from: address)] }
  var styles: [String] { [NotePage.style, NotePage.foldStyle] }
  /// Without dates no clock can tell the state of the campaign.
  var scripts: [String] {
    period?.isDated == true ? [] : [address.link(toFile: PageFrame.script)]
  }
  var writtenLinks: [WrittenLink] { note.writtenLinks }

  /// Where the text says the figures of the essentials.
  private static let partsForm = Form<NoteParts>(
    "les parties de la note",
    [
      .optionalRecord("taux", OutlineEntry.linkForm) {
        $0[NoteSchema.path(of: .psRate)]?.ifNumbered
      },
      .optionalRecord("ps", OutlineEntry.linkForm) { $0[NoteSchema.psMaximum]?.ifNumbered },
      .optionalRecord("bonus_enfants", OutlineEntry.linkForm) {
        $0[NoteSchema.childrenBonus]?.ifNumbered
      },
      .optionalRecord("bonus_parents", OutlineEntry.linkForm) {
        $0[NoteSchema.parentsBonus]?.ifNumbered
      },
    ])

  private static let funderForm = Form<(facts: Record, part: OutlineEntry?)>(
    "un autre financeur",
    NoteSchema.Funder.form.entries.map { $0.of(\.facts) }
      + [.optionalRecord("partie", OutlineEntry.linkForm) { $0.part?.ifNumbered }])

  private static let partForm = Form<OutlineEntry>(
    "une entrée du sommaire",
    entryForm.entries + [.records("entrees", entryForm) { $0.entries }])

  private static let entryForm = Form<OutlineEntry>(
    "une entrée du sommaire",
    [
      .text("id") { $0.identifier },
      .text("numero") { $0.number ?? "" },
      .text("titre") { $0.title },
    ])
}
