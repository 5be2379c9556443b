import Diagnostics
import Facts

extension NoteWriter {
  /// Reports the marks of the template language in facts: nobody reads them there, and they would be
  /// printed as they are, in the note or in what layouts show of it.
  func reportLeftovers(in value: Value, at place: Place?, diagnostics: inout DiagnosticList) {
    switch value {
    case .text(let text): report(text, at: place, diagnostics: &diagnostics)
    case .name(let name): report(name.noun, at: place, diagnostics: &diagnostics)
    case .list(let facts):
      for fact in facts {
        reportLeftovers(in: fact.value, at: fact.place ?? place, diagnostics: &diagnostics)
      }
    case .record(let record):
      for (_, fact) in record.facts {
        reportLeftovers(in: fact.value, at: fact.place ?? place, diagnostics: &diagnostics)
      }
    default: break
    }
  }

  private func report(_ text: String, at place: Place?, diagnostics: inout DiagnosticList) {
    guard let mark = ["{{", "{%"].first(where: text.contains) else { return }
    diagnostics.add(
      Diagnostic(
        NoteCode.templateLeftover, "La valeur contient « \(mark) », qui n’est pas lu ici.",
        at: place, expected: "un texte sans balise ; les balises s’écrivent dans les sections"))
  }
}
