import Text

/// A list that an author typed within a cell as in a word processor, « • un • deux » or « – un \\ – deux »,
/// which would be printed as it is.
struct CellList {
  /// The list as cells have them: « - un \\ - deux ».
  let corrected: String

  /// Nil when the cell has no such list; without the white space around it.
  init?(_ cell: String) {
    let lines = cell.split(separator: "\\\\").map { $0.trimmingPrefix(while: \.isWhitespace) }
    let items = lines.count > 1 ? CellList.bulleted(lines) : CellList.items(of: cell)
    guard let items else { return nil }
    corrected = items.joined(separator: " \\\\ ")
  }

  /// « • un \\ • deux »; a list with hyphens is right.
  private static func bulleted(_ lines: [Substring]) -> [String]? {
    guard let mark = bullet(of: lines[0]), mark != "- ",
      lines.allSatisfy({ $0.hasPrefix(mark) })
    else { return nil }
    return lines.map { item($0.dropFirst(mark.count), after: "- ") }
  }

  /// « • un • deux », « 1) un 2) deux ».
  private static func items(of line: String) -> [String]? {
    if let mark = bullet(of: line[...]) {
      let items = line.dropFirst(mark.count).split(separator: " " + mark)
      // « - 8 - 10 ans », « – 8 – 10 ans »
      let isRange = zip(items, items.dropFirst()).contains { before, next in
        before.last?.isNumber == true && next.first?.isNumber == true
      }
      return items.count > 1 && !isRange ? items.map { item($0, after: "- ") } : nil
    }
    guard let marks = numbers.first(where: { line.hasPrefix($0[0]) }) else { return nil }
    var items: [String] = []
    var rest = line.dropFirst(marks[0].count)
    for (mark, next) in zip(marks, marks.dropFirst()) {
      guard let found = rest.firstRange(of: " " + next) else {
        return items.isEmpty ? nil : items + [item(rest, after: mark)]
      }
      items.append(item(rest[..<found.lowerBound], after: mark))
      rest = rest[found.upperBound...]
    }
    return items + [item(rest, after: marks[marks.count - 1])]
  }

  private static func item(_ words: Substring, after mark: String) -> String {
    mark + Array(words.unicodeScalars).trimmedScalars.string
  }

  private static func bullet(of text: Substring) -> String? {
    bullets.first { text.hasPrefix($0) }
  }

  private static let bullets = ["-", "–", "—", "•", "·", "▪", "*"].map { $0 + " " }

  /// « 1. », « 2. » …; « a) », « b) » …
  private static let numbers =
    [".", ")"].map { end in (1...9).map { "\($0)\(end) " } }
    + [["a", "b", "c", "d", "e", "f", "g", "h", "i"].map { $0 + ") " }]
}
