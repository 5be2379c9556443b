import Diagnostics
import Markdown

extension SourceText {
  /// All that is said of a section of Markdown: what its lines show, then what it shows once it is
  /// parsed.
  func proofread(readsEntities: Bool = false) -> (found: [Diagnostic], document: Document) {
    var list = DiagnosticList()
    let lines = (1...lineCount).map { ($0, Array((line($0) ?? "").utf8)) }
    MarkdownProofreader.check(self, lines, into: &list)
    reportInvisible(readsEntities: readsEntities, into: &list)
    let document = Preparation().document([SectionText(markdown: text)])
    func place(_ position: Position) -> Place {
      self.place(
        atUTF8: utf8Offset(line: position.line, byteColumn: position.column),
        length: position.length)
    }
    for problem in problems(
      in: document, locate: { (place($0), []) }, written: { (self, place($0)) })
    {
      list.add(problem)
    }
    return (list.sorted, document)
  }
}
