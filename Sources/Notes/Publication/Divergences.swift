import Comparison
import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Templates

/// What the sources would change in a published note, each change where it was made.
struct Divergences {
  private let pair: PublishedNote
  private let live: Note
  private let source: NoteFacts
  private let configuration: SiteConfiguration
  private(set) var all: [Divergence] = []

  /// - Parameter live: what the sources give for the same year.
  init(of pair: PublishedNote, live: Note, source: NoteFacts, in configuration: SiteConfiguration) {
    self.pair = pair
    self.live = live
    self.source = source
    self.configuration = configuration
    compareIdentity()
    let places = compareFacts()
    compareResults()
    comparePlan()
    for section in live.sections { compareText(of: section, toldFacts: places) }
    compareGlossary()
    compareAttachments()
    compareEditionCauses()
  }

  private var yearPlace: Place { Place(file: source.path) }

  private mutating func add(
    _ subject: Divergence.Subject, _ before: Divergence.Content?, _ after: Divergence.Content?,
    at place: Place, includedFrom: [Place] = []
  ) {
    all.append(
      Divergence(
        subject: subject, before: before, after: after, place: place, includedFrom: includedFrom))
  }

  private mutating func compareIdentity() {
    let family = source.family?.slug ?? ""
    if pair.title != live.title {
      add(
        .title, .words(pair.title), .words(live.title),
        at: Place(file: "templates/\(family)/plan.yaml"))
    }
    if pair.family != family {
      add(
        .family, .words(pair.family), .words(family),
        at: live.facts[NoteSchema.family]?.place ?? yearPlace)
    }
    if pair.edition != source.edition?.code {
      add(
        .edition, .words(pair.edition), .words(source.edition?.code ?? ""),
        at: source.edition?.place ?? yearPlace)
    }
  }

  /// Returns the places of the values that differ.
  private mutating func compareFacts() -> Set<Place> {
    // Every platform of the country is among the facts; those that the note names are compared
    // where it names them. The family is compared above.
    let differences = FactDifference.all(from: pair.facts, to: live.facts) {
      !$0.has(.computed) && $0 != NoteSchema.platforms.field && $0 != NoteSchema.family.field
    }
    for difference in differences {
      let isSourceOnly = difference.before?.value == difference.after?.value
      let content = { (fact: Fact) in
        isSourceOnly ? Divergence.Content.sourcedFact(fact) : .fact(fact)
      }
      add(
        .fact(path: difference.path, label: difference.label), difference.before.map(content),
        difference.after.map(content), at: difference.place ?? yearPlace)
    }
    return Set(differences.map { $0.place ?? yearPlace })
  }

  private mutating func compareResults() {
    let results = PublishedNote.results(of: live.facts)
    guard results != pair.results else { return }
    let old = Dictionary(pair.results.map { ($0.name, $0.amount) }) { first, _ in first }
    let new = Dictionary(results.map { ($0.name, $0.amount) }) { first, _ in first }
    let names = (pair.results + results.filter { old[$0.name] == nil }).map(\.name)
      .filter { old[$0] != new[$0] }
    let place =
      live.facts[NoteSchema.psCeiling]?.place ?? live.facts[NoteSchema.nationalCeiling]?.place
    add(
      .results, .results(names.map { Divergence.Result(name: $0, amount: old[$0]) }),
      .results(names.map { Divergence.Result(name: $0, amount: new[$0]) }), at: place ?? yearPlace)
  }

  private mutating func comparePlan() {
    let old = pair.sections.map(\.name)
    let new = live.sections.map(\.name)
    for name in old where !new.contains(name) { add(.section(name), .whole, nil, at: yearPlace) }
    for section in live.sections {
      guard let twin = pair.sections.first(where: { $0.name == section.name }) else {
        add(.section(section.name), nil, .whole, at: section.place)
        continue
      }
      if twin.isNumbered != section.isNumbered {
        add(
          .numbering(section: section.name), .isNumbered(twin.isNumbered),
          .isNumbered(section.isNumbered), at: section.place)
      }
    }
    let kept = old.filter(new.contains)
    let order = new.filter(old.contains)
    if let moved = zip(kept, order).first(where: { $0 != $1 })?.1 {
      let place = live.sections.first { $0.name == moved }?.place
      add(.sectionOrder, .sections(kept), .sections(order), at: place ?? yearPlace)
    }
  }

  /// - Parameter toldFacts: the places of values whose change was told: what they change in the text
  ///   needs no second error.
  private mutating func compareText(of section: NoteSection, toldFacts: Set<Place>) {
    guard let twin = pair.sections.first(where: { $0.name == section.name }) else { return }
    let text = section.markdown.hasSuffix("\n") ? section.markdown : section.markdown + "\n"
    for difference in LineDifference.all(from: twin.markdown, to: text) {
      let origin = section.origin(ofUTF8: difference.first)
      if let value = origin?.valuePlace, toldFacts.contains(value),
        section.origin(ofUTF8: difference.last)?.valuePlace == value
      {
        continue
      }
      let (before, after) = difference.excerpts
      add(
        .text(section: section.name), before.map { .words($0) }, after.map { .words($0) },
        at: origin?.valuePlace ?? origin?.place ?? section.place,
        includedFrom: origin?.includedFrom ?? [])
    }
  }

  private mutating func compareGlossary() {
    let entries = live.usedEntries(of: configuration.glossary)
    let old = Dictionary(pair.glossary.map { ($0.acronym, $0.form) }) { first, _ in first }
    for entry in entries where old[entry.acronym] != entry.form {
      add(
        .acronym(entry.acronym), old[entry.acronym].map { .words($0) }, .words(entry.form),
        at: entry.place)
    }
    // An acronym that left the text is told with the text.
    let known = Set(configuration.glossary.map(\.acronym))
    for entry in pair.glossary where !known.contains(entry.acronym) {
      add(
        .acronym(entry.acronym), .words(entry.form), nil,
        at: Place(file: "departments/national/glossaire.yaml"))
    }
  }

  private mutating func compareEditionCauses() {
    /// What both say, wherever it is written.
    func said(_ causes: [SectionCause]) -> [[String]] { causes.map { [$0.section, $0.text] } }
    let (old, new) = (pair.editionCauses, live.editionCauses)
    guard said(old) != said(new) else { return }
    func rest(_ mine: [SectionCause], _ others: [SectionCause]) -> [SectionCause] {
      mine.filter { !said(others).contains([$0.section, $0.text]) }
    }
    func content(_ causes: [SectionCause]) -> Divergence.Content? {
      causes.isEmpty ? nil : .causes(causes)
    }
    let added = rest(new, old)
    add(
      .cause, content(rest(old, new)), content(added),
      at: added.first?.place ?? Place(file: "templates/editions.yaml"))
  }

  private mutating func compareAttachments() {
    let now = source.attachmentsNow(in: configuration.tree)
    for attachment in now {
      let twin = pair.attachments.first { $0.name == attachment.name }
      if twin == attachment { continue }
      let file = source.attachments.first { $0.name == attachment.name }
      add(
        .attachment(attachment.name), twin.map { _ in .whole }, .whole,
        at: file.map { Place(file: $0.path) } ?? yearPlace)
    }
    let names = Set(now.map(\.name))
    for attachment in pair.attachments where !names.contains(attachment.name) {
      add(.attachment(attachment.name), .whole, nil, at: yearPlace)
    }
  }
}
