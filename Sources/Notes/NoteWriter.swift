import Configuration
import Diagnostics
import Facts
import Markdown
import Templates

/// Makes one note from its facts, its plan and its sections.
struct NoteWriter: Sendable {
  let outline: NoteOutline
  let preparation: Preparation
  let editionCauses: [SectionCause]

  /// Evaluates the sections and reads the result.
  ///
  /// The templates must have been checked without error.
  func write(diagnostics: inout DiagnosticList) -> Note {
    let (facts, family, library) = (outline.facts, outline.family, outline.library)
    let renderer = TemplateRenderer(library: library)
    let unnumbered = Set(family.unnumbered.map(\.name))
    var sections: [NoteSection] = []
    for entry in outline.plan.entries {
      guard let template = library[entry.name] else { continue }
      let rendered = renderer.render(template, with: facts.record)
      if let excess = rendered.excess {
        // Half a text would have faults of its own.
        diagnostics.add(excess)
        continue
      }
      for unknown in rendered.unknownCodes { diagnostics.add(.unknownFigure(unknown)) }
      if rendered.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) { continue }
      sections.append(
        NoteSection(
          name: entry.name, isNumbered: !unnumbered.contains(entry.name), place: entry.place,
          rendered: rendered))
    }
    if sections.isEmpty { diagnostics.add(.emptyNote(facts)) }
    let document = preparation.document(
      sections.map {
        SectionText(markdown: $0.markdown, identifier: $0.name, isNumbered: $0.isNumbered)
      })
    let note = Note(
      department: facts.department, year: facts.year, title: facts.liveTitle ?? family.title,
      editionCauses: editionCauses, facts: facts.record, sections: sections,
      document: document, removals: outline.plan.removals)
    note.reportProblems(fallback: Place(file: facts.path), diagnostics: &diagnostics)
    facts.record.reportLeftovers(diagnostics: &diagnostics)
    return note
  }
}

extension Diagnostic {
  fileprivate static func unknownFigure(_ unknown: RenderedText.UnknownCode) -> Diagnostic {
    Diagnostic(
      NoteCode.unknownFigure,
      "« \(unknown.code) » n’est pas un nom de code de « \(unknown.path) » dans cette note.",
      at: unknown.place,
      expected: unknown.known.isEmpty
        ? "un élément avec ce code" : "un code parmi " + unknown.known.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: unknown.code, among: unknown.known))
  }

  fileprivate static func emptyNote(_ facts: NoteFacts) -> Diagnostic {
    Diagnostic(
      NoteCode.emptyNote, "La note \(facts.year.text) n’a aucune section.",
      at: Place(file: facts.path),
      expected: "au moins un texte, par exemple departments/\(facts.department)/"
        + "\(facts.year.text)/introduction.md, et sa section dans le plan")
  }
}
