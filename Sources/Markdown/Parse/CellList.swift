import Text

/// A list that an author typed within a cell as in a word processor, « • un • deux » or « – un \\ – deux »,
/// which would be printed as it is.
struct CellList {
  /// The list as cells have them: « - un \\ - deux ».
  let corrected: String

  /// Nil when the cell has no such list; without the white space around it.
  init?(_ cell: String) {
    let lines = cell.split(separator: "\\\\").map { $0.trimmingPrefix(while: \.isWhitespace) }
    if lines.count > 1 {
      guard let mark = CellList.bullet(of: lines[0]), mark != "- ",
        lines.allSatisfy({ $0.hasPrefix(mark) })
      else { return nil }
      corrected = CellList.items(lines.map { $0.dropFirst(mark.count) }, marks: ["- "])
    } else if let mark = CellList.bullet(of: cell[...]) {
      let items = cell.dropFirst(mark.count).split(separator: " " + mark)
      // « - 8 - 10 ans », « – 8 – 10 ans »
      let isRange = zip(items, items.dropFirst()).contains { before, next in
        before.last?.isNumber == true && next.first?.isNumber == true
      }
      guard items.count > 1, !isRange else { return nil }
      corrected = CellList.items(items, marks: ["- "])
    } else {
      guard let marks = CellList.numbers.first(where: { cell.hasPrefix($0[0]) }) else { return nil }
      var items: [Substring] = []
      var rest = cell.dropFirst(marks[0].count)
      while items.count + 1 < marks.count,
        let next = rest.firstRange(of: " " + marks[items.count + 1])
      {
        items.append(rest[..<next.lowerBound])
        rest = rest[next.upperBound...]
      }
      guard !items.isEmpty else { return nil }
      corrected = CellList.items(items + [rest], marks: marks)
    }
  }

  /// The last mark is that of all items beyond it.
  private static func items(_ items: [Substring], marks: [String]) -> String {
    items.enumerated().map { rank, item in
      marks[min(rank, marks.count - 1)] + Array(item.unicodeScalars).trimmedScalars.string
    }.joined(separator: " \\\\ ")
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
