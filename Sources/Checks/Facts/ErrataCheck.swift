import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// A correction says which value or which section it changes.
@Sendable
func checkErrata(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  let errata = note.facts.records(NoteSchema.errata)
  if errata.isEmpty { return }
  let planned = project.configuration.families.flatMap(\.sections).map(\.name)
  let sections = Set(planned + note.sections.map(\.name))
  for erratum in errata {
    guard let path = erratum.text(NoteSchema.Erratum.target), !sections.contains(path),
      NoteSchema.visible.findPath(path) == nil,
      // One item of a list, as messages name it: « calendrier.depot.au ».
      project.configuration.note(note.department, note.year)?.hasValue(at: path) != true
    else { continue }
    diagnostics.add(
      Diagnostic(
        CheckCode.erratumWithoutTarget,
        "La correction désigne « \(path) », qui n’est ni une valeur ni une section de la note.",
        at: erratum[NoteSchema.Erratum.target]?.place,
        expected: "par exemple « ps.plafond » ou « calendrier »",
        suggestion: Suggestion.nearest(to: path, among: sections.sorted()),
        correction: Suggestion.correction(
          of: path, at: erratum[NoteSchema.Erratum.target]?.place, among: sections.sorted())))
  }
}
