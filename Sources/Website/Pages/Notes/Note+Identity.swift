import Configuration
import Diagnostics
import Facts
import Markdown
import Notes
import Publication
import Text

extension Note {
  /// What follows the title of a draft's pages.
  var draftMark: String { isDraft ? " (projet)" : "" }

  /// « Note de cadrage du Clas des Vosges, 2025-2026 ».
  var fullTitle: String { "\(title) \(departmentName.genitive), \(year.text)\(draftMark)" }

  /// Its own page, under its year.
  func link(from page: PageAddress) -> PageLink {
    PageLink(title: year.text, link: page.link(to: address))
  }

  /// The same page of the latest note of the department; nil from that note.
  func link(toLatest latest: Note, _ page: (Note) -> PageAddress = \.address) -> PageLink? {
    if latest.year == year { return nil }
    return PageLink(title: latest.year.text, link: page(self).link(to: page(latest)))
  }

  /// The page of its department, for breadcrumbs.
  func departmentLink(from page: PageAddress) -> PageLink {
    PageLink(title: departmentName.noun, link: page.link(to: .department(department)))
  }

  var departmentName: Name { name(NoteSchema.departmentName) }
  var departmentCode: String { facts.text(NoteSchema.departmentCode) ?? "" }
  /// The body that issues the note.
  var issuer: Name { name(NoteSchema.issuer) }

  private func name(_ path: FactPath) -> Name {
    facts.name(path)?.typographic ?? Name(article: .none, noun: "")
  }

  /// A link from a page to a file of the note's `pieces/`.
  func attachmentLink(_ name: String, from page: PageAddress) -> String {
    page.link(toFile: "\(address.folder)pieces/\(PercentEncoding.encoded(name))")
  }

  /// The document that has authority; nil where the note names none.
  func officialDocument(from page: PageAddress) -> PageLink? {
    typealias Keys = NoteSchema.OfficialDocument
    guard let document = facts.record(NoteSchema.officialDocument) else { return nil }
    let file = document.text(Keys.file).map { attachmentLink($0, from: page) }
    return PageLink(
      title: document.typographicText(Keys.name) ?? title,
      link: file ?? document.words(Keys.link) ?? "")
  }

  /// What was corrected of the original document, less typing slips.
  var corrections: [Fact] {
    facts.records(NoteSchema.errata).filter { !$0.isTrue(NoteSchema.Erratum.isSlip) }
      .compactMap { erratum in
        erratum.typographicText(NoteSchema.Erratum.decision).map {
          Fact(.text($0), place: erratum[NoteSchema.Erratum.decision]?.place)
        }
      }
  }

  /// The anchors of the headings of the note's page.
  var headingIdentifiers: Set<String> {
    Set(
      document.blocks.compactMap {
        if case .heading(let heading) = $0.kind { heading.identifier } else { nil }
      })
  }

  /// What says which note it is, and how much it is worth.
  static let identityForm = Form<Note>(
    "la note",
    [
      .text("titre", at: place(NoteSchema.title)) { $0.title },
      .text("annee") { $0.year.text },
      .name("departement", at: place(NoteSchema.departmentName)) { $0.departmentName },
      .name("organisme", at: place(NoteSchema.issuer)) { $0.issuer },
      .name("organisme_court", at: place(NoteSchema.issuerShortName)) {
        $0.name(NoteSchema.issuerShortName)
      },
      .text("code", at: place(NoteSchema.departmentCode)) { $0.departmentCode },
      .optionalText("mise_a_jour", at: place(NoteSchema.updated)) {
        $0.facts.words(NoteSchema.updated)
      },
      .flag("projet") { $0.isDraft },
      .optionalText("publiee_le") { $0.publication.map { FrenchFormat.date($0.day) } },
      .records("revisions", revisionForm) { ($0.publication?.revisions ?? []).reversed() },
      .records("anciennes", formerAnchorForm) { $0.formerAnchors },
    ])

  /// Where the value at a path was written.
  static func place(_ path: FactPath) -> @Sendable (Note) -> Place? { { $0.facts[path]?.place } }

  /// A part that a revision renamed or took away, under its old anchor.
  private static let formerAnchorForm = Form<FormerAnchor>(
    "une ancienne partie",
    [
      .text("ancre") { $0.anchor },
      .text("titre") { $0.title },
      .optionalAddress("vers") { $0.target.map { "#" + $0 } },
    ])

  private static let revisionForm = Form<Revision>(
    "une révision",
    [
      .text("date") { FrenchFormat.date($0.date) },
      .text("motif") { FrenchTypography.apply(to: $0.reason) },
      .flag("mineure") { $0.kind == .minor },
    ])
}
