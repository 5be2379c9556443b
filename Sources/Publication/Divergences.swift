import Comparison
import Configuration
import Diagnostics
import Facts
import Notes
import Files
import Templates

/// What the sources would change in a published note: an error for each change, where it was made.
struct Divergences {
  private let pair: PublishedNote
  private let live: Note
  private let liveGlossary: [GlossaryEntry]
  private let source: NoteFacts
  private let configuration: SiteConfiguration
  private let frozen: [String: PublishedNote.Section]
  private(set) var all: [Diagnostic] = []

  /// - Parameter live: what the sources give for the same year.
  init(
    of pair: PublishedNote, live: Note, liveGlossary: [GlossaryEntry], source: NoteFacts,
    in configuration: SiteConfiguration
  ) {
    self.pair = pair
    self.live = live
    self.liveGlossary = liveGlossary
    self.source = source
    self.configuration = configuration
    frozen = Dictionary(pair.sections.map { ($0.name, $0) }) { first, _ in first }
    compareIdentity()
    let places = compareFacts()
    compareResults()
    comparePlan()
    for section in live.sections { compareText(of: section, toldFacts: places) }
    compareGlossary()
    compareAttachments()
    compareImages()
    compareEditionCauses()
  }

  private var yearPlace: Place { Place(file: source.path) }

  private mutating func compareIdentity() {
    let family = source.family?.slug ?? ""
    // That of the year alone is told with the facts.
    if pair.facts.text(NoteSchema.title) == live.facts.text(NoteSchema.title) {
      compare(
        "Le titre", pair.title, live.title, at: Place(file: "templates/\(family)/plan.yaml"))
    }
    compare("La famille", pair.family, family, at: live.facts[NoteSchema.family]?.place)
    let edition = source.edition
    compare("L’édition", pair.edition, edition?.code ?? "", at: edition?.place)
  }

  private mutating func compare(
    _ subject: String, _ before: String, _ after: String, at place: Place?
  ) {
    if before == after { return }
    add(subject, quoted(before), quoted(after), at: place ?? yearPlace)
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
        quoted(fact.value.words) + (isSourceOnly ? Divergences.text(of: fact.source) : "")
      }
      add(
        "\(quoted(difference.path)) (\(difference.label))", difference.before.map(content),
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
    // The first amounts tell enough: what changed them is told at its own place.
    func text(_ amounts: [String: Amount]) -> String {
      names.prefix(2).map { name in
        quoted(name) + " " + (amounts[name].map { FrenchFormat.euros(cents: $0.cents) } ?? "rien")
      }.joined(separator: ", ") + (names.count > 2 ? "…" : "")
    }
    let place =
      live.facts[NoteSchema.psCeiling]?.place ?? live.facts[NoteSchema.nationalCeiling]?.place
    add("Le calcul de l’aide", text(old), text(new), at: place ?? yearPlace)
  }

  private mutating func comparePlan() {
    let old = pair.sections.map(\.name)
    let new = live.sections.map(\.name)
    for name in old where !new.contains(name) {
      add("La section \(quoted(name))", Divergences.whole, nil, at: yearPlace)
    }
    for section in live.sections {
      guard let twin = frozen[section.name] else {
        add("La section \(quoted(section.name))", nil, Divergences.whole, at: section.place)
        continue
      }
      if twin.isNumbered != section.isNumbered {
        let text = { (isNumbered: Bool) in isNumbered ? "avec un numéro" : "sans numéro" }
        add(
          "Le titre de la section \(quoted(section.name))", text(twin.isNumbered),
          text(section.isNumbered), at: section.place)
      }
    }
    let kept = old.filter(new.contains)
    let order = new.filter(old.contains)
    if let moved = zip(kept, order).first(where: { $0 != $1 })?.1 {
      let place = live.sections.first { $0.name == moved }?.place
      add(
        "L’ordre des sections", kept.joined(separator: ", "), order.joined(separator: ", "),
        at: place ?? yearPlace)
    }
  }

  /// - Parameter toldFacts: the places of values whose change was told: what they change in the text
  ///   needs no second error.
  private mutating func compareText(of section: NoteSection, toldFacts: Set<Place>) {
    guard let twin = frozen[section.name] else { return }
    for difference in LineDifference.all(from: twin.markdown, to: section.markdown) {
      let origin = section.origin(ofUTF8: difference.first)
      if let value = origin?.valuePlace, toldFacts.contains(value),
        section.origin(ofUTF8: difference.last)?.valuePlace == value
      {
        continue
      }
      let (before, after) = difference.excerpts
      add(
        "Le texte de la section \(quoted(section.name))", before.map(quoted), after.map(quoted),
        at: origin?.valuePlace ?? origin?.place ?? section.place,
        includedFrom: origin?.includedFrom ?? [])
    }
  }

  private mutating func compareGlossary() {
    let old = Dictionary(pair.glossary.map { ($0.acronym, $0.form) }) { first, _ in first }
    for entry in liveGlossary where old[entry.acronym] != entry.form {
      add(
        "Le sigle \(quoted(entry.acronym))", old[entry.acronym].map(quoted), quoted(entry.form),
        at: entry.place)
    }
    // An acronym that left the text is told with the text. Nothing says in which glossary it stood.
    let national = "departments/national/glossaire.yaml"
    let own = "departments/\(source.department)/glossaire.yaml"
    for entry in pair.glossary
    where !configuration.glossary(of: source).contains(where: { $0.acronym == entry.acronym }) {
      add(
        "Le sigle \(quoted(entry.acronym)), dans \(national) ou \(own)", quoted(entry.form), nil,
        at: Place(file: configuration.tree[own] == nil ? national : own))
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
    func text(_ causes: [SectionCause]) -> String? {
      causes.isEmpty
        ? nil : causes.map { quoted("\($0.section) : \($0.text)") }.joined(separator: ", ")
    }
    let added = rest(new, old)
    add(
      "La cause d’un changement", text(rest(old, new)), text(added),
      at: added.first?.place ?? Place(file: "templates/editions.yaml"))
  }

  private mutating func compareAttachments() {
    let now = source.attachmentsNow(
      citedBy: live, or: Set(pair.attachments.map(\.name)), in: configuration.tree)
    for attachment in now {
      let file = source.attachments.first { $0.name == attachment.name }
      compare(
        "La pièce", attachment, among: pair.attachments,
        at: file.map { Place(file: $0.path) } ?? yearPlace)
    }
    let names = Set(now.map(\.name))
    for attachment in pair.attachments where !names.contains(attachment.name) {
      add("La pièce \(quoted(attachment.name)) manque : elle est dans \(note).", at: yearPlace, [])
    }
  }

  /// One that came into the text or left it is told with the text, one that left the folder as a dead
  /// link.
  private mutating func compareImages() {
    let names = Set(pair.images.map(\.name))
    for image in live.imagesNow(in: configuration.tree) where names.contains(image.name) {
      compare("L’image", image, among: pair.images, at: Place(file: "site/images/" + image.name))
    }
  }

  private mutating func compare(
    _ kind: String, _ file: PublishedNote.CitedFile, among known: [PublishedNote.CitedFile],
    at place: Place
  ) {
    let twin = known.first { $0.name == file.name }
    if twin == file { return }
    let says = twin == nil ? "n’est pas dans" : "n’a plus le contenu de"
    add("\(kind) \(quoted(file.name)) \(says) \(note).", at: place, [])
  }

  // MARK: - Sentences

  private static let whole = "son texte"

  private var note: String { "la note publiée \(quoted(pair.name))" }

  /// - Parameters:
  ///   - before: what the published note says; nil when it says nothing.
  ///   - after: what the sources would say.
  ///   - place: where the sources can be mended.
  private mutating func add(
    _ subject: String, _ before: String?, _ after: String?, at place: Place,
    includedFrom: [Place] = []
  ) {
    let says = before.map { "dit " + $0 } ?? "ne dit rien"
    let wouldSay = after.map { "diraient " + $0 } ?? "ne diraient rien"
    add("\(subject) : \(note) \(says), les sources \(wouldSay).", at: place, includedFrom)
  }

  private mutating func add(_ sentence: String, at place: Place, _ includedFrom: [Place]) {
    all.append(
      Diagnostic(
        PublicationCode.frozenNote, sentence, at: place, includedFrom: includedFrom,
        expected: "les sources telles qu’elles étaient, ou une révision : cadrage publish "
          + "\(pair.name) --revision \"ce qui change\""))
  }

  private static func text(of source: Source?) -> String {
    guard let source else { return ", sans source" }
    let certainty = source.reason.map { ", valeur déduite : \($0)" } ?? ""
    return " (\(source.document), \(source.section)\(certainty))"
  }
}

private func quoted(_ text: String) -> String { "« \(text) »" }

extension PublishedNote {
  fileprivate var name: String { "\(department) \(year.text)" }
}

extension Value {
  fileprivate var words: String {
    switch self {
    case .name(let name): return name.definite
    case .record(let record):
      return record.facts.sorted { $0.field.key < $1.field.key }.map(\.fact.value.words)
        .filter { !$0.isEmpty }.joined(separator: " ; ")
    case .list(let facts): return facts.map(\.value.words).joined(separator: ", ")
    default: return FrenchFormat.textWithUnit(of: self)
    }
  }
}
