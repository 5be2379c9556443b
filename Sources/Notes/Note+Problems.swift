package import Diagnostics
import Markdown
import Templates

extension Note {
  /// Reports the faults of the text, each where its author wrote it.
  ///
  /// - Parameter fallback: the place of what no author wrote.
  package func reportProblems(fallback: Place, diagnostics: inout DiagnosticList) {
    let found = problems(
      in: document,
      locate: { position in
        guard let origin = origin(of: position) else { return (fallback, []) }
        return (origin.valuePlace ?? origin.place, origin.includedFrom)
      }, written: words)
    // A published text can only change by a revision, which errors would forbid.
    for var diagnostic in found {
      // Of a value, `reportLeftovers` tells it: no brace is read there, single or double.
      if diagnostic.code == MarkdownCode.singleBrace.rawValue,
        diagnostic.place?.file.hasSuffix(".yaml") == true
      {
        continue
      }
      if !isDraft, MarkdownCode(rawValue: diagnostic.code)?.isProofreading ?? true {
        diagnostic.severity = .warning
        diagnostic.correction = nil
      }
      diagnostics.add(diagnostic)
    }
    for (rank, section) in sections.enumerated() {
      reportMissingHeading(section, rank: rank, diagnostics: &diagnostics)
    }
  }

  private func reportMissingHeading(
    _ section: NoteSection, rank: Int, diagnostics: inout DiagnosticList
  ) {
    guard let first = document.blocks.first(where: { $0.position.text == rank }) else { return }
    if case .heading = first.kind { return }
    let origin = origin(of: first.position)
    diagnostics.add(
      Diagnostic(
        NoteCode.sectionWithoutTitle,
        "La section « \(section.name) » ne commence pas par un titre.",
        at: origin?.place, includedFrom: origin?.includedFrom ?? [],
        expected: "un titre en première ligne, par exemple « ## Titre » ou « ### Titre »"))
  }
}
