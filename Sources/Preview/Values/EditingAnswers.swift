import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Publication
import Text
import Website
import YAML

/// Answers what the script of a page asks to show and to change the values of its note.
struct EditingAnswers: Sendable {
  let state: PreviewState
  let editing: ValueEditing
  /// Publishes a note as the command does.
  let publish: @Sendable (Preview.Publication) -> Preview.Published

  init(
    root: String, _ state: PreviewState,
    publish: @escaping @Sendable (Preview.Publication) -> Preview.Published
  ) {
    self.state = state
    self.publish = publish
    editing = ValueEditing(root: root)
  }

  /// Nil for an address that is not one of these.
  func answer(_ request: HTTPRequest) -> HTTPResponse? {
    let isChange = request.method == "POST"
    switch request.path {
    case PreviewAddress.values where !isChange: return values(request)
    case PreviewAddress.texts where !isChange: return texts(request)
    case PreviewAddress.saveText where isChange: return saveText(request)
    case PreviewAddress.publication where !isChange: return publication(request)
    case PreviewAddress.publish where isChange: return publish(request)
    case PreviewAddress.check where isChange: return check(request)
    case PreviewAddress.undo where isChange:
      return editing.undo().map(response) ?? refusal(["Il n’y a plus rien à annuler."])
    case PreviewAddress.save where isChange: return save(request)
    case PreviewAddress.add where isChange: return add(request)
    case PreviewAddress.remove where isChange: return change(request) { .remove($0.path) }
    case PreviewAddress.move where isChange:
      let other = request.form["vers"].flatMap { Int($0) } ?? -1
      return change(request) { .swap($0.path, with: other) }
    default: return nil
    }
  }

  // MARK: - Values

  /// The note of a page, as the sources are now.
  func note(_ page: String?) -> (facts: NoteFacts, project: Project)? {
    page.flatMap { state.shown.made?.note(ofPage: $0) }
  }

  private func values(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.query["page"]) else {
      return .json(.object(["valeurs": .list([]), "racines": .list([])]))
    }
    let values = NoteValues(facts, in: project.tree)
    var uses: [Int: Int] = [:]
    if let note = project.liveNote(values.facts.department, values.facts.year) {
      for place in note.markedDocument(project.configuration.glossary(of: values.facts)).places {
        if let rank = values.rank(at: place) { uses[rank, default: 0] += 1 }
      }
    }
    return .json(values.json(uses: uses))
  }

  /// A page with marks around the values of the note; as it is where it is no page of one.
  static func marked(_ page: [UInt8], at path: String, of site: MadeSite) -> [UInt8] {
    guard path.hasSuffix("/index.html"), path.count(where: { $0 == "/" }) == 2,
      let (facts, project) = site.made.note(ofPage: path),
      let note = project.note(facts.department, facts.year),
      let live = project.liveNote(facts.department, facts.year)
    else { return page }
    let values = NoteValues(facts, in: project.tree)
    let glossary = project.configuration.glossary(of: facts)
    let (document, places) = live.markedDocument(glossary)
    let names = places.map { place in
      values.rank(at: place).map { HTMLEscape.text(values.entries[$0].name, quotes: .both) }
    }
    let body = NoteBody(note, in: project)
    return MarkedPage.bytes(
      page, text: body.html(of: note.document, in: note.sections),
      marked: body.html(of: document, in: live.sections), names: names)
  }

  /// The value that a request names, as its file is now.
  private func entry(_ request: HTTPRequest) -> (NoteValues, NoteValues.Entry)? {
    guard let (_, before) = note(request.form["page"]) else { return nil }
    let name = request.form["nom"] ?? ""
    let file = String(name.prefix { $0 != "#" })
    if let source = before.tree[file], !editing.isCurrent(source) {
      // Another program wrote it, and nobody looked since.
      state.make()
    }
    guard let (facts, project) = note(request.form["page"]) else { return nil }
    let values = NoteValues(facts, in: project.tree)
    return values.entries.first { $0.name == name }.map { (values, $0) }
  }

  // MARK: - Changes

  private func check(_ request: HTTPRequest) -> HTTPResponse {
    guard let (_, entry) = entry(request) else { return gone }
    let faults = entry.faults(in: request.form["texte"] ?? "")
    return .json(.object(["fautes": .list(faults.map { .string($0) })]))
  }

  private func save(_ request: HTTPRequest) -> HTTPResponse {
    guard let (values, entry) = entry(request) else { return gone }
    return response(
      editing.replace(
        entry, before: request.form["avant"] ?? "", with: request.form["texte"] ?? "",
        in: values.tree))
  }

  private func change(
    _ request: HTTPRequest, _ change: (NoteValues.Entry) -> YAMLChange
  ) -> HTTPResponse {
    guard let (values, entry) = entry(request) else { return gone }
    return response(editing.apply(change(entry), to: entry.file, in: values.tree))
  }

  private func add(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.form["page"]) else { return gone }
    let values = NoteValues(facts, in: project.tree)
    guard let addition = Addition(request.form, to: values) else { return gone }
    guard addition.faults.isEmpty, let change = addition.change else {
      let faults = addition.faults.map { ($0, JSON.list($1.map { .string($0) })) }
      return .json(
        .object([
          "champs": .object(faults),
          "fautes": .list(faults.isEmpty ? [.string("Rien n’est écrit.")] : []),
        ]), .refused)
    }
    return response(editing.apply(change, to: addition.file, in: values.tree))
  }

  // MARK: - Answers

  func response(_ outcome: ValueEditing.Outcome) -> HTTPResponse {
    switch outcome {
    case .done(let change):
      state.make()
      return .json(
        .object([
          "lignes": .list(
            change.lines.map { lines in
              .object([
                "fichier": .string(lines.file), "ligne": .integer(lines.line),
                "avant": .string(lines.before), "apres": .string(lines.after),
              ])
            }), "retours": .integer(editing.count),
        ]))
    case .refused(let faults): return refusal(faults)
    case .changed(let now):
      return .json(.object(["maintenant": .string(now)]), .conflict)
    }
  }

  func refusal(_ faults: [String]) -> HTTPResponse {
    .json(.object(["fautes": .list(faults.map { .string($0) })]), .refused)
  }

  var gone: HTTPResponse {
    refusal(["Cette valeur n’est plus dans le fichier : un autre programme l’a changé."])
  }
}
