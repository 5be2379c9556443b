import Diagnostics
import Markdown
import Notes

/// A part holds a text or smaller parts.
@Sendable
func checkHeadings(_ text: NoteText, diagnostics: inout DiagnosticList) {
  var last: Block?
  func report(_ block: Block?) {
    // One that a value makes, « aide : financeur », is what the note has to say.
    guard let block, case .heading(let heading) = block.kind,
      text.note.words(at: block.position) != nil, let origin = text.origin(of: block)
    else { return }
    diagnostics.add(
      Diagnostic(
        CheckCode.titleWithoutText,
        "Le titre « \(heading.content.plainText) » n’est suivi d’aucun texte.",
        at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
        expected: "un texte sous le titre, ou le titre retiré"))
  }
  for block in text.document.blocks {
    guard case .heading(let heading) = block.kind else {
      last = nil
      continue
    }
    if case .heading(let above)? = last?.kind, heading.level <= above.level { report(last) }
    last = block
  }
  report(last)
}
