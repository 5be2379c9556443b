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
      if rendered.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) { continue }
      sections.append(
        NoteSection(
          name: entry.name, isNumbered: !unnumbered.contains(entry.name), place: entry.place,
          rendered: rendered))
    }
    let document = preparation.document(
      sections.map {
        SectionText(markdown: $0.markdown, identifier: $0.name, isNumbered: $0.isNumbered)
      })
    let note = Note(
      department: facts.department, year: facts.year, title: family.title,
      editionCauses: editionCauses, facts: facts.record, sections: sections,
      document: document)
    note.reportProblems(fallback: Place(file: facts.path), diagnostics: &diagnostics)
    facts.record.reportLeftovers(diagnostics: &diagnostics)
    return note
  }
}
