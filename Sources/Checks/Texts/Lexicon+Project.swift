import Configuration
import Facts
import Notes
import Publication

extension Lexicon {
  /// That of each note of a project, in their order: one for all notes that have the same acronyms and
  /// the same platforms.
  static func all(in project: Project) -> [Lexicon] {
    let configuration = project.configuration
    // The acronyms of a department are those of all its notes.
    let facts = configuration.departments.reduce(into: [String: NoteFacts]()) {
      $0[$1.slug] = $1.notes.first
    }
    var lexicons: [LexiconKey: Lexicon] = [:]
    return project.liveNotes.map { note in
      let own = facts[note.department]
      let key = LexiconKey(
        own: own?.ownGlossary ?? [],
        platforms: note.facts.records(NoteSchema.platforms).compactMap(Platform.init))
      if let known = lexicons[key] { return known }
      let lexicon = Lexicon(
        acronyms: own.map { configuration.glossary(of: $0) } ?? configuration.glossary,
        platforms: key.platforms)
      lexicons[key] = lexicon
      return lexicon
    }
  }
}

/// What tells the lexicons of a project apart; the acronyms of all are in each.
private struct LexiconKey: Hashable {
  var own: [GlossaryEntry]
  var platforms: [Lexicon.Platform]
}

extension Lexicon.Platform {
  fileprivate init?(_ record: Record) {
    guard let name = record.text(NoteSchema.Platform.name) else { return nil }
    self.init(
      name: name, closing: record.closingDay, closingWords: record.closingWords ?? "")
  }
}
