import Comparison
import Facts
import Markdown

/// Compares two texts cut from the input at its first byte 0xFF, and stops when what must hold does
/// not: both texts are in the comparison, and a swap exchanges additions and removals.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ length: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: length)
  let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
  let texts = parts.map { String(decoding: $0, as: UTF8.self) }
  let (old, new) = (sections(texts.first ?? ""), sections(texts.dropFirst().first ?? ""))
  let there = compare(old, new)
  precondition(there.before == old && there.after == new)
  precondition(compare(old, old).isEmpty)
  let back = compare(new, old)
  precondition(back.before == new && back.after == old)
  precondition(count(there, .inserted) == count(back, .deleted))
  _ = JSONComparisonWriter.text(there)
  _ = TerminalComparisonWriter(usesColor: true).text(there)
  return 0
}

private func compare(_ old: [TextSection], _ new: [TextSection]) -> NoteComparison {
  let facts = Record(Schema("la note", []))
  return NoteComparison(
    from: ComparedNote(identifier: "a", facts: facts, sections: old),
    to: ComparedNote(identifier: "b", facts: facts, sections: new))
}

/// The text cut before each second-level heading.
private func sections(_ text: String) -> [TextSection] {
  var parts = [""]
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("## ") { parts.append("") }
    parts[parts.count - 1] += line + "\n"
  }
  let document = Preparation().document(parts.map { SectionText(markdown: $0) })
  return TextSection.sections(of: document, names: parts.indices.map { "section-\($0)" })
}

private enum Side { case deleted, inserted }

/// How many letters were added or removed, wherever they are.
private func count(_ comparison: NoteComparison, _ side: Side) -> Int {
  var total = 0
  func visit(_ change: BlockChange) {
    for run in change.runs {
      switch (run, side) {
      case (.inserted(let text), .inserted), (.deleted(let text), .deleted):
        total += text.plainText.utf8.count
      default: break
      }
    }
    change.children.forEach(visit)
  }
  for section in comparison.sections where section.nature != .departed {
    for block in section.blocks where block.nature != .departed { visit(block) }
  }
  return total
}
