import Configuration
import Diagnostics
import Facts
import Files
import Publication
import Website

/// Answers what the script of a page asks to show and to change the texts of its note.
extension EditingAnswers {
  /// **Shape**: `{"sections": [{"nom", "titre", "texte", "fichier", "valeurs", "places": [{"fichier",
  /// "portee"}]}]}`; `valeurs` are the names of the values in the section.
  func texts(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.query["page"]),
      let texts = texts(of: request.query["page"])
    else { return .json(.object(["sections": .list([])])) }
    let values = NoteValues(facts, in: project.tree)
    let sections = texts.sections.map { section in
      JSON.object([
        "nom": .string(section.name), "titre": .string(section.title),
        "texte": .string(section.source.text), "fichier": .string(section.source.path),
        "valeurs": .list(
          section.values.compactMap { place in
            values.rank(at: place).map { .string(values.entries[$0].name) }
          }),
        "places": .list(
          section.homes.map {
            .object(["fichier": .string($0.path), "portee": .string($0.scope)])
          }),
      ])
    }
    return .json(.object(["sections": .list(sections)]))
  }

  /// The texts of the note of a page, as they are now: an error of one of them, or of the facts, leaves
  /// the sections of the last page that could be made.
  func texts(of page: String?) -> NoteTexts? {
    let shown = state.shown
    for made in [shown.made, shown.site?.made].compactMap(\.self) {
      guard let page, let (facts, project) = made.note(ofPage: page),
        project.liveNote(facts.department, facts.year) != nil
      else { continue }
      return NoteTexts(facts, project) { shown.made?.text($0) ?? project.tree[$0] }
    }
    return nil
  }

  /// The section that a request names, and the file that it is to be in.
  private func home(_ request: HTTPRequest) -> (NoteTexts.Section, NoteTexts.Home)? {
    guard
      let section = texts(of: request.form["page"])?.sections
        .first(where: { $0.name == request.form["nom"] }),
      let home = section.homes.first(where: { $0.path == request.form["fichier"] })
    else { return nil }
    return (section, home)
  }

  /// What a text would give in the place of a section, rendered as the site renders it.
  ///
  /// **Shape**: `{"html", "messages", "valeurs"}`; `html` is null while something is wrong, `valeurs`
  /// are the names of the values in it.
  func trial(_ request: HTTPRequest) -> HTTPResponse {
    let shown = state.shown
    guard let (facts, project) = note(request.form["page"]), let made = shown.made,
      let (section, home) = home(request), let text = request.form["texte"]
    else { return gone }
    let source = SourceText(path: home.path, text: whole(text))
    let trial = made.trial(of: source, as: section.name, of: facts.department, facts.year)
    let values = NoteValues(facts, in: project.tree)
    return .json(
      .object([
        "html": .string(trial.html),
        "messages": .list(
          trial.messages.map { message in
            shown.json(message, of: source)
          }),
        "valeurs": .list(
          trial.values.compactMap { place in
            values.rank(at: place).map { .string(values.entries[$0].name) }
          }),
      ]))
  }

  /// A text that ends its last line.
  private func whole(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

  /// Writes the text of a section to the file of those whom it is to concern, which is made where it is
  /// not there.
  func saveText(_ request: HTTPRequest) -> HTTPResponse {
    guard let (section, home) = home(request), let before = request.form["avant"],
      let text = request.form["texte"]
    else { return gone }
    guard !text.allSatisfy(\.isWhitespace) else { return refusal(["Écrivez un texte."]) }
    let whole = whole(text)
    // The sources would be refused whole.
    guard whole.utf8.count <= SourceTree.textLimit else {
      return refusal([
        "Ce texte est trop long : un fichier a \(SourceTree.textLimit >> 20) Mio au plus."
      ])
    }
    if home.path == section.source.path {
      return response(editing.replace(section.source, before: before, with: whole))
    }
    guard section.source.text == before else {
      return response(.changed(now: section.source.text))
    }
    return response(editing.create(home.path, whole))
  }
}
