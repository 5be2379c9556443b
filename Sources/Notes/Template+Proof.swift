public import Diagnostics
import Markdown
public import Templates

extension Template {
  /// Reports what was mistyped in the words of a Markdown template.
  public func proofread(into diagnostics: inout DiagnosticList) {
    MarkdownProofreader.check(
      source, wordLines.map { ($0.number, $0.words) }, into: &diagnostics)
  }
}
