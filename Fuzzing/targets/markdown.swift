import Diagnostics
import Markdown

/// Feeds bytes to the proofreader and to the parser of Markdown, and writes what they read.
///
/// It stops when anything crashes, when a place is outside the file, when a certain correction leaves
/// the fault that it mends where it was, and when the text lacks letters that the page shows.
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
  let (found, document) = source.proofread(readsEntities: true)
  _ = HTMLRenderer.render(document)
  let (text, html) = (
    TextRenderer.render(document), HTMLRenderer.render(document, isPlain: true)
  )
  // Of a column without a value, the text has nothing.
  guard !html.contains("<td></td>") else { return found }
  let written = letters(of: text)
  for (letter, count) in letters(ofHTML: html) {
    precondition(
      written[letter, default: 0] >= count,
      "« \(letter) » is missing in the text:\n\(text)\n\(html)")
  }
  return found
}

/// How often each letter stands in a text; where it stands may differ (tables, notes, addresses).
private func letters(of text: some StringProtocol) -> [Unicode.Scalar: Int] {
  var counts: [Unicode.Scalar: Int] = [:]
  for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic {
    counts[scalar, default: 0] += 1
  }
  return counts
}

/// The letters that a page shows: neither tags nor escapes.
private func letters(ofHTML html: String) -> [Unicode.Scalar: Int] {
  var shown: [UInt8] = []
  for part in html.utf8.split(separator: UInt8(ascii: "<")) {
    shown += part.drop { $0 != UInt8(ascii: ">") }.dropFirst()
  }
  // By bytes: with an accent that combines after it, the last sign of an escape is another character.
  for escape in ["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;"] {
    shown = shown.replacing(Array(escape.utf8), with: Array(" ".utf8))
  }
  return letters(of: String(decoding: shown, as: UTF8.self))
}
