import Configuration
import Diagnostics
import Facts
import Text
import YAML

/// Where the keys of the root that belong to one note alone stand in its file.
///
/// A key goes with the comment right above it, but for the comment that opens the file, and with all
/// lines to the next key, but for the comments that stand at the margin before that one.
struct DroppedKeys {
  /// Notices, corrections, causes of changes and the date of the last change: those of the old note.
  private static let names = Set(NoteSchema.written.fields(.ofOneYear).map(\.key))

  private let edits: TextEdits
  private let keys: [YAMLNode]

  init(_ root: YAMLNode, _ edits: TextEdits) {
    self.edits = edits
    keys = (root.pairs ?? []).map(\.key).sorted { $0.place < $1.place }
  }

  /// The first line of the first key: what comes before it is about the whole file.
  var firstLine: Int { keys.first?.place.line ?? 1 }

  /// The keys to drop that the file has, in its order.
  var present: [String] { keys.compactMap(\.text).filter(DroppedKeys.names.contains) }

  /// Whether nothing else is in the file.
  var isEverything: Bool { present.count == keys.count }

  var lines: Set<Int> {
    var lines: Set<Int> = []
    for (index, key) in keys.enumerated() where DroppedKeys.names.contains(key.text ?? "") {
      let next = keys.indices.contains(index + 1) ? keys[index + 1].place.line : edits.lineCount + 1
      lines.formUnion(self.lines(of: key.place, next: next))
    }
    // No blank line is left at the end of the file.
    if lines.contains(edits.lineCount), !isEverything {
      for line in (1...edits.lineCount).reversed() where !lines.contains(line) {
        guard isBlank(line) else { break }
        lines.insert(line)
      }
    }
    return lines
  }

  private func lines(of key: Place, next: Int) -> Range<Int> {
    var first = key.line
    while first > 1, isComment(first - 1, margin: key.column) { first -= 1 }
    // The comment that opens the file is about the whole of it.
    if !(1..<first).contains(where: { !isBlank($0) }) { first = key.line }
    var end = next
    while end > key.line + 1, isBlank(end - 1) || isComment(end - 1, margin: key.column) {
      end -= 1
    }
    // The blank lines after it go too, so that one and not two stands between the rest.
    if first == 1 || isBlank(first - 1) {
      while end < next, isBlank(end) { end += 1 }
    }
    return first..<end
  }

  private func isBlank(_ line: Int) -> Bool { edits[line: line].allSatisfy(\.isYAMLWhite) }

  /// Whether a line is a comment that begins at a column or before.
  private func isComment(_ line: Int, margin: Int) -> Bool {
    let text = edits[line: line]
    guard let start = text.firstIndex(where: { !$0.isYAMLWhite }) else { return false }
    return text[start] == "#" && start < margin
  }
}
