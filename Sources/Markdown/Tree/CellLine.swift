/// One line of a cell, where its author asked for several.
struct CellLine {
  /// Whether it begins with a hyphen, and is an item of a list.
  var isItem: Bool
  /// Without the hyphen of an item.
  var content: [Inline]

  private init(_ content: some Collection<Inline>) {
    self.content = Array(content)
    guard case .text(let text)? = content.first, text.utf8.starts(with: "- ".utf8) else {
      isItem = false
      return
    }
    isItem = true
    self.content[0] = .text(String(text.dropFirst(2)))
  }

  /// The lines of a cell; nil when it has one only.
  static func lines(of cell: [Inline]) -> [CellLine]? {
    guard cell.contains(.lineBreak) else { return nil }
    return cell.split(separator: .lineBreak).map(CellLine.init)
  }
}
