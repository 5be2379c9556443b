import Comparison
import Facts
import Markdown
import TestSupport
import Text

/// A note made of Markdown: each `## Title {#name}` begins a section.
func note(
  _ markdown: String, identifier: String = "vosges/2025-2026", facts: Record = Record([:])
) -> ComparedNote {
  var names: [String] = []
  var texts: [String] = []
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("## ") || texts.isEmpty {
      names.append(name(of: line))
      texts.append("")
    }
    texts[texts.count - 1] += line + "\n"
  }
  let document = Preparation().document(
    zip(names, texts).map { SectionText(markdown: $1, identifier: $0) })
  return ComparedNote(
    identifier: identifier, facts: facts,
    sections: TextSection.sections(of: document, names: names))
}

private func name(of line: Substring) -> String {
  guard let open = line.range(of: "{#"), line.hasSuffix("}") else { return Slug.make(String(line)) }
  return String(line[open.upperBound...].dropLast())
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}

/// The text of a comparison as the terminal writer gives it, less its first two lines, with ordinary
/// spaces.
func changes(_ before: String, _ after: String) -> String {
  let comparison = NoteComparison(from: note(before), to: note(after))
  return changes(comparison)
}

func changes(_ comparison: NoteComparison) -> String {
  let lines = TerminalComparisonWriter().text(comparison).split(
    separator: "\n", omittingEmptySubsequences: false)
  return lines.dropFirst(2).joined(separator: "\n").withPlainSpaces
}
