import Configuration
import Diagnostics
import Facts
import Files
import Publication

/// Answers what the script of a page asks to show and to change the texts of its note.
extension EditingAnswers {
  /// **Shape**: `{"sections": [{"nom", "titre", "texte", "fichier", "valeurs", "places": [{"fichier",
  /// "portee"}]}]}`; `valeurs` are the names of the values in the section.
  func texts(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.query["page"]) else {
      return .json(.object(["sections": .list([])]))
    }
    let values = NoteValues(facts, in: project.tree)
    let sections = NoteTexts(facts, project).sections.map { section in
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

  /// Writes the text of a section to the file of those whom it is to concern, which is made where it is
  /// not there.
  func saveText(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.form["page"]),
      let section = NoteTexts(facts, project).sections
        .first(where: { $0.name == request.form["nom"] }),
      let home = section.homes.first(where: { $0.path == request.form["fichier"] }),
      let before = request.form["avant"], let text = request.form["texte"]
    else { return gone }
    guard !text.allSatisfy(\.isWhitespace) else { return refusal(["Écrivez un texte."]) }
    let whole = text.hasSuffix("\n") ? text : text + "\n"
    if home.path == section.source.path {
      return response(editing.replace(section.source, before: before, with: whole))
    }
    guard section.source.text == before else {
      return response(.changed(now: section.source.text))
    }
    return response(editing.create(home.path, whole))
  }
}
