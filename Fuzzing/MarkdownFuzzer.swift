import Diagnostics
import Markdown

/// Feeds bytes to the proofreader and to the parser of Markdown, and writes what they read.
///
/// It stops when anything crashes, when a place is outside the file, and when a certain correction
/// leaves the fault that it mends where it was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let source = SourceText(
    path: "a.md",
    text: String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
  let found = faults(of: source)
  for diagnostic in found {
    guard let place = diagnostic.place else { continue }
    let length = source.line(place.line)?.unicodeScalars.count ?? -1
    precondition(place.column <= length + 1, "place outside the file: \(diagnostic)")
  }
  if let first = found.first(where: { $0.correction?.isCertain == true }),
    let correction = first.correction
  {
    let corrected = SourceText(path: "a.md", text: CorrectedText(source, [correction]).text)
    precondition(corrected.text != source.original, "nothing is corrected: \(first)")
    let left = faults(of: corrected)
    // The next fault may have moved to the same place: then there is one less.
    precondition(
      !left.contains(first)
        || left.count { $0.code == first.code } < found.count { $0.code == first.code },
      "it is still there: \(first)")
  }
  return 0
}

/// What is told of a text, sorted; it is written too, which must not crash either.
private func faults(of source: SourceText) -> [Diagnostic] {
  var list = DiagnosticList()
  source.reportInvisible(readsEntities: true, into: &list)
  let lines = (1...source.lineCount).map { ($0, Array((source.line($0) ?? "").utf8)) }
  MarkdownProofreader.check(source, lines, into: &list)
  let document = Preparation().document([SectionText(markdown: source.text)])
  func place(_ position: Position) -> Place {
    source.place(
      atUTF8: source.utf8Offset(line: position.line, byteColumn: position.column),
      length: position.length)
  }
  for problem in problems(
    in: document, locate: { (place($0), []) }, written: { (source, place($0)) })
  {
    list.add(problem)
  }
  _ = HTMLRenderer.render(document)
  _ = TextRenderer.render(document)
  return list.sorted
}
