import Configuration
import Diagnostics
import Facts
import Markdown
import Notes
import Publication
import Website

/// The pages that show a note, with the values that they print.
struct NotePages {
  /// A page on which a value stands.
  struct Use {
    let title: String
    let address: String
    let count: Int
  }

  private let site: MadeSite
  private let facts: NoteFacts
  private let project: Project
  private let values: NoteValues
  /// For a published note, where the sources say what its pair says at a place.
  private let sources: [Place: Place]

  /// Nil for an address at which no page of a note stands.
  init?(_ address: String, of site: MadeSite) {
    guard let (facts, project) = site.made.note(ofPage: address) else { return nil }
    (self.site, self.facts, self.project) = (site, facts, project)
    values = NoteValues(facts, in: project.tree)
    var sources: [Place: Place] = [:]
    func add(_ pairs: [FactPair]) {
      for pair in pairs {
        if let place = pair.before?.place { sources[place] = pair.after?.place }
        add(pair.inside)
      }
    }
    if let frozen = facts.frozen { add(FactPair.all(frozen.record, facts.record)) }
    self.sources = sources
  }

  /// A page with marks around the values of the note; as it is where nothing can be marked.
  ///
  /// - Parameter path: from the site's root.
  func marked(_ page: [UInt8], at path: String) -> [UInt8] {
    guard let placed = site.made.placed(path), placed.bytes == page else { return page }
    return marked(placed, at: path).bytes
  }

  /// Where a value is printed, by its name: in the text, above it, on other pages.
  func uses(of name: String) -> [Use] {
    let base = "/\(facts.department)/"
    let note = base + facts.year.text + "/"
    let places = [
      ("le haut de la note : l’essentiel, les dates", note),
      ("la page « Votre démarche »", note + "demarche/"), ("le simulateur", note + "simulateur/"),
      ("la page des corrections", note + "corrections/"), ("la page du département", base),
    ]
    let inText = textNames.count { $0 == name }
    return (inText > 0 ? [Use(title: "le texte de la note", address: note, count: inText)] : [])
      + places.compactMap { title, address in
        let path = address.dropFirst() + "index.html"
        guard let placed = site.made.placed(String(path)) else { return nil }
        let count = MarkedPage(placed, text: nil, name: self.name).names.count { $0 == name }
        return count > 0 ? Use(title: title, address: address, count: count) : nil
      }
  }

  // MARK: - Marks

  private func marked(_ placed: PlacedPage, at path: String) -> MarkedPage {
    MarkedPage(placed, text: text(placed, at: path), name: name)
  }

  /// What the value at a place is called; nil for one that is no value of the note's own files.
  private func name(_ place: Place) -> String? {
    let place = facts.frozen == nil ? place : sources[place]
    return place.flatMap(values.rank).map { values.entries[$0].name }
  }

  private func text(_ placed: PlacedPage, at path: String) -> MarkedPage.Text? {
    guard path == "\(facts.department)/\(facts.year.text)/index.html",
      let note = project.note(facts.department, facts.year), let live
    else { return nil }
    let body = NoteBody(note, in: project)
    let html = body.html(of: note.document, in: note.sections)
    guard let range = MarkedPage.range(of: html, in: placed.bytes) else { return nil }
    let (document, names) = markedDocument(live)
    let marked = MarkedText.bytes(
      Array(placed.bytes[range]), marked: body.html(of: document, in: live.sections), names: names)
    return (range, marked)
  }

  /// What the sources give.
  private var live: Note? { project.liveNote(facts.department, facts.year) }

  private func markedDocument(_ live: Note) -> (document: Document, names: [String?]) {
    let (document, places) = live.markedDocument(project.configuration.glossary(of: facts))
    return (document, places.map { values.rank(at: $0).map { values.entries[$0].name } })
  }

  private var textNames: [String] { live.map { markedDocument($0).names.compactMap(\.self) } ?? [] }
}
