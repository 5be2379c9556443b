import Configuration
import Diagnostics
import Facts
import Files
import Publication
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
    case PreviewAddress.uses where !isChange: return uses(request)
    case PreviewAddress.texts where !isChange: return texts(request)
    case PreviewAddress.trial where isChange: return trial(request)
    case PreviewAddress.saveText where isChange: return saveText(request)
    case PreviewAddress.publication where !isChange: return publication(request)
    case PreviewAddress.publish where isChange: return publish(request)
    case PreviewAddress.check where isChange: return check(request)
    case PreviewAddress.undo where isChange:
      return editing.undo().map { response($0) } ?? refusal(["Il n’y a plus rien à annuler."])
    case PreviewAddress.save where isChange: return save(request)
    case PreviewAddress.overrideForYear where isChange: return overrideForYear(request)
    case PreviewAddress.restoreLasting where isChange: return restoreLasting(request)
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

  /// The values of the note of a page, as the sources are now, those that are wrong included.
  private func values(of page: String?) -> NoteValues? {
    guard let page, let (facts, project) = note(page) else { return nil }
    let values = NoteValues(facts, in: project.tree)
    let shown = state.shown
    guard !shown.isCurrent, let last = shown.site?.made.note(ofPage: page) else { return values }
    return values.adding(wrong: NoteValues(last.facts, in: last.project.tree))
  }

  private func values(_ request: HTTPRequest) -> HTTPResponse {
    let page = request.query["page"]
    guard let values = values(of: page) else {
      return .json(.object(["valeurs": .list([]), "racines": .list([]), "textes": .list([])]))
    }
    return .json(values.json(texts: texts(of: page)))
  }

  /// **Shape**: `{"pages": [{"titre", "adresse", "fois"}]}`: where a value is printed.
  private func uses(_ request: HTTPRequest) -> HTTPResponse {
    let name = request.query["nom"] ?? ""
    guard let site = state.shown.site, let pages = NotePages(request.query["page"] ?? "", of: site)
    else { return .json(.object(["pages": .list([])])) }
    return .json(
      .object([
        "pages": .list(
          pages.uses(of: name).map { use in
            .object([
              "titre": .string(use.title), "adresse": .string(use.address),
              "fois": .integer(use.count),
            ])
          })
      ]))
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
    guard let values = values(of: request.form["page"]) else { return nil }
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

  /// Writes a lasting value for the year of the note alone.
  private func overrideForYear(_ request: HTTPRequest) -> HTTPResponse {
    guard let (values, entry) = entry(request), let override = YearOverride(entry, in: values)
    else { return gone }
    let (before, text) = (request.form["avant"] ?? "", request.form["texte"] ?? "")
    guard entry.text == before else { return response(.changed(now: entry.text ?? "")) }
    let faults = entry.faults(in: text)
    guard faults.isEmpty else { return refusal(faults) }
    guard let change = override.change(to: text) else { return gone }
    return response(
      editing.apply(change, to: override.file, in: values.tree), name: override.name)
  }

  /// Takes what the year's file says away, so that the lasting value holds again.
  private func restoreLasting(_ request: HTTPRequest) -> HTTPResponse {
    guard let (values, entry) = entry(request), let path = values.overridingPath(of: entry)
    else { return gone }
    return response(editing.apply(.remove(path), to: entry.file, in: values.tree))
  }

  private func add(_ request: HTTPRequest) -> HTTPResponse {
    guard let values = values(of: request.form["page"]) else { return gone }
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

  /// - Parameter name: what the value is called now, where that is something else.
  func response(_ outcome: ValueEditing.Outcome, name: String? = nil) -> HTTPResponse {
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
            }), "retours": .integer(editing.count), "nom": .string(name),
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
