import Configuration
import Diagnostics
import Facts
import Markdown
import Templates

/// Makes one note from its facts, its plan and its sections.
struct NoteWriter: Sendable {
  let facts: NoteFacts
  let family: Family
  let folders: [String]
  let library: TemplateLibrary
  let glossary: [Acronym]

  /// Evaluates the sections and reads the result.
  ///
  /// The templates must have been checked without error.
  func write(_ plan: SectionPlan, diagnostics: inout DiagnosticList) -> Note {
    let renderer = TemplateRenderer(library: library)
    let unnumbered = Set(family.unnumbered.map(\.name))
    var sections: [NoteSection] = []
    for entry in plan.entries {
      guard let template = library[entry.name] else { continue }
      let rendered = renderer.render(template, with: facts.record)
      if rendered.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) { continue }
      sections.append(
        NoteSection(
          name: entry.name, isNumbered: !unnumbered.contains(entry.name), rendered: rendered))
    }
    let preparation = Preparation(glossary: glossary)
    let document = preparation.document(
      sections.map {
        SectionText(markdown: $0.markdown, identifier: $0.name, isNumbered: $0.isNumbered)
      })
    let note = Note(
      department: facts.department, year: facts.year, title: family.title, facts: facts.record,
      sections: sections, document: document)
    report(note, diagnostics: &diagnostics)
    reportLeftovers(in: .record(facts.record), at: nil, diagnostics: &diagnostics)
    return note
  }

  private func report(_ note: Note, diagnostics: inout DiagnosticList) {
    let found = problems(in: note.document) { position in
      guard let origin = note.origin(of: position) else { return (Place(file: facts.path), []) }
      return (origin.valuePlace ?? origin.place, origin.includedFrom)
    }
    for diagnostic in found { diagnostics.add(diagnostic) }
    for (rank, section) in note.sections.enumerated() {
      reportMissingHeading(section, rank: rank, in: note, diagnostics: &diagnostics)
    }
  }

  private func reportMissingHeading(
    _ section: NoteSection, rank: Int, in note: Note, diagnostics: inout DiagnosticList
  ) {
    guard let first = note.document.blocks.first(where: { $0.position.text == rank }) else {
      return
    }
    if case .heading = first.kind { return }
    let origin = note.origin(of: first.position)
    diagnostics.add(
      Diagnostic(
        NoteCode.sectionSansTitre, "La section « \(section.name) » ne commence pas par un titre.",
        at: origin?.place, includedFrom: origin?.includedFrom ?? [],
        expected: "un titre en première ligne, par exemple « ## Titre » ou « ### Titre »"))
  }
}
