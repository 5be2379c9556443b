import Configuration
import Diagnostics
import Facts
import Markdown
import Templates

/// What the sources would change in a published note, each change as an error where it was made.
struct Divergences {
  private let pair: PublishedNote
  private let live: Note
  private let source: NoteFacts
  private let configuration: SiteConfiguration
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter live: what the sources give for the same year.
  init(of pair: PublishedNote, live: Note, source: NoteFacts, in configuration: SiteConfiguration) {
    self.pair = pair
    self.live = live
    self.source = source
    self.configuration = configuration
    compareIdentity()
    let places = compareFacts()
    comparePlan()
    for section in live.sections { compareText(of: section, toldFacts: places) }
    compareGlossary()
    compareAttachments()
    compareEditionCauses()
  }

  private var yearPlace: Place { Place(file: source.path) }

  // MARK: - What is compared

  private mutating func compareIdentity() {
    let family = source.family?.slug ?? ""
    if pair.title != live.title {
      add(
        "Le titre", "« \(pair.title) »", "« \(live.title) »",
        at: Place(file: "templates/\(family)/plan.yaml"))
    }
    if pair.family != family {
      add(
        "La famille", "« \(pair.family) »", "« \(family) »",
        at: live.facts[NoteSchema.family]?.place ?? yearPlace)
    }
    if pair.edition != source.edition?.code {
      add(
        "L’édition", "« \(pair.edition) »", "« \(source.edition?.code ?? "") »",
        at: source.edition?.place ?? yearPlace)
    }
  }

  /// Returns the places of the values that differ.
  private mutating func compareFacts() -> Set<Place> {
    // Every platform of the country is among the facts; those that the note names are compared
    // where it names them. The family is compared above.
    let fields = NoteSchema.visible.fields.filter {
      !$0.has(.computed) && $0 != NoteSchema.platforms.field && $0 != NoteSchema.family.field
    }
    let changes = FactChange.all(
      from: pair.facts, to: live.facts, schema: Schema("", fields), place: yearPlace)
    for change in changes {
      let (before, after) = change.texts
      add("« \(change.path) » (\(change.label))", before, after, at: change.place)
    }
    compareResults()
    return Set(changes.map(\.place))
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
        "« \(name) » \(amounts[name].map { FrenchFormat.euros(cents: $0.cents) } ?? "rien")"
      }.joined(separator: ", ") + (names.count > 2 ? "…" : "")
    }
    let place =
      live.facts[NoteSchema.psCeiling]?.place ?? live.facts[NoteSchema.nationalCeiling]?.place
    add(
      "Le calcul de l’aide", text(old), text(new), at: place ?? yearPlace)
  }

  private mutating func comparePlan() {
    let old = pair.sections.map(\.name)
    let new = live.sections.map(\.name)
    for name in old where !new.contains(name) {
      add("La section « \(name) »", "son texte", "rien", at: yearPlace)
    }
    for section in live.sections {
      guard let twin = pair.sections.first(where: { $0.name == section.name }) else {
        add("La section « \(section.name) »", "rien", "son texte", at: section.place)
        continue
      }
      guard twin.isNumbered != section.isNumbered else { continue }
      let words = ["sans numéro", "avec un numéro"]
      add(
        "Le titre de la section « \(section.name) »", words[twin.isNumbered ? 1 : 0],
        words[section.isNumbered ? 1 : 0], at: section.place)
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
    guard let twin = pair.sections.first(where: { $0.name == section.name }) else { return }
    let text = section.markdown.hasSuffix("\n") ? section.markdown : section.markdown + "\n"
    for change in TextChange.all(from: twin.markdown, to: text) {
      let origin = section.origin(ofUTF8: change.first)
      if let value = origin?.valuePlace, toldFacts.contains(value),
        section.origin(ofUTF8: change.last)?.valuePlace == value
      {
        continue
      }
      let (before, after) = change.excerpts
      add(
        "Le texte de la section « \(section.name) »", before, after,
        at: origin?.valuePlace ?? origin?.place ?? section.place,
        includedFrom: origin?.includedFrom ?? [])
    }
  }

  private mutating func compareGlossary() {
    let entries = live.usedEntries(of: configuration.glossary)
    let old = Dictionary(pair.glossary.map { ($0.acronym, $0.form) }) { first, _ in first }
    for entry in entries where old[entry.acronym] != entry.form {
      add(
        "Le sigle « \(entry.acronym) »", old[entry.acronym].map { "« \($0) »" } ?? "rien",
        "« \(entry.form) »", at: entry.place)
    }
    // An acronym that left the text is told with the text.
    let known = Set(configuration.glossary.map(\.acronym))
    for entry in pair.glossary where !known.contains(entry.acronym) {
      add(
        "Le sigle « \(entry.acronym) »", "« \(entry.form) »", "rien",
        at: Place(file: "departments/national/glossaire.yaml"))
    }
  }

  private mutating func compareEditionCauses() {
    func words(_ causes: [SectionCause]) -> [String] {
      causes.map { "« \($0.section) : \($0.text) »" }
    }
    let (old, new) = (words(pair.editionCauses), words(live.editionCauses))
    guard old != new else { return }
    let place = live.editionCauses.first { !old.contains(words([$0])[0]) }?.place
    func text(_ mine: [String], _ others: [String]) -> String {
      let rest = mine.filter { !others.contains($0) }
      return rest.isEmpty ? "rien" : rest.joined(separator: ", ")
    }
    add(
      "La cause d’un changement", text(old, new), text(new, old),
      at: place ?? Place(file: "templates/editions.yaml"))
  }

  private mutating func compareAttachments() {
    let now = source.attachmentsNow(in: configuration.tree)
    for attachment in now {
      let file = source.attachments.first { $0.name == attachment.name }
      let place = file.map { Place(file: $0.path) } ?? yearPlace
      switch pair.attachments.first(where: { $0.name == attachment.name }) {
      case nil: add(fact: "La pièce « \(attachment.name) » n’est pas dans", at: place)
      case attachment: break
      default: add(fact: "La pièce « \(attachment.name) » n’a plus le contenu de", at: place)
      }
    }
    let names = Set(now.map(\.name))
    for attachment in pair.attachments where !names.contains(attachment.name) {
      add(fact: "La pièce « \(attachment.name) » manque : elle est dans", at: yearPlace)
    }
  }

  // MARK: - What is said

  private mutating func add(
    _ what: String, _ before: String, _ after: String, at place: Place, includedFrom: [Place] = []
  ) {
    let says = before == "rien" ? "ne dit rien" : "dit \(before)"
    let wouldSay = after == "rien" ? "ne diraient rien" : "diraient \(after)"
    append(
      "\(what) : la note publiée « \(name) » \(says), les sources \(wouldSay).", at: place,
      includedFrom: includedFrom)
  }

  /// - Parameter fact: a sentence that the published note ends.
  private mutating func add(fact: String, at place: Place) {
    append("\(fact) la note publiée « \(name) ».", at: place)
  }

  private mutating func append(
    _ sentence: String, at place: Place, includedFrom: [Place] = []
  ) {
    diagnostics.append(
      Diagnostic(
        NoteCode.noteFigee, sentence, at: place, includedFrom: includedFrom,
        expected: "les sources telles qu’elles étaient, ou une révision : cadrage publish \(name) "
          + "--revision \"ce qui change\""))
  }

  private var name: String { "\(pair.department) \(pair.year.text)" }
}
