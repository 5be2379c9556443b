extension Template {
  /// One line of the source in which tags are hidden.
  public struct WordLine: Sendable {
    /// From 1.
    public var number: Int
    /// As many signs as the line has: the template's own words; a letter for each sign of a value's
    /// tag, which stands for words; `hidden` for each sign of other tags and of comments.
    public var words: [UInt8]
  }

  /// Stands for a sign that gives no text.
  public static let hidden: UInt8 = 0

  /// The lines of the source, but for those that vanish with their tags.
  public var wordLines: [WordLine] {
    var words = [UInt8](repeating: Template.hidden, count: bytes.count)
    copyWords(of: nodes, to: &words)
    var lines: [WordLine] = []
    var start = 0
    for (rank, line) in bytes.split(separator: Bytes.newline, omittingEmptySubsequences: false)
      .enumerated()
    {
      let end = start + line.count
      // A hidden sign of several bytes is one sign still.
      let shown = (start..<end).filter { words[$0] >= 0x80 || !UTF8.isContinuation(bytes[$0]) }
        .map { words[$0] }
      if line.isEmpty || shown.contains(where: { $0 != Template.hidden }) {
        lines.append(WordLine(number: rank + 1, words: shown))
      }
      start = end + 1
    }
    return lines
  }

  private func copyWords(of nodes: [TemplateNode], to words: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .text(let range): words.replaceSubrange(range, with: bytes[range])
      case .insertion(let insertion):
        for index in insertion.tag { words[index] = UInt8(ascii: "x") }
      case .condition(let block):
        copyWords(of: block.whenTrue, to: &words)
        copyWords(of: block.whenFalse, to: &words)
      case .loop(let loop): copyWords(of: loop.body, to: &words)
      case .inclusion: break
      }
    }
  }
}
