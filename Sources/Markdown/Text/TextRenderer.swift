/// Writes plain text from the tree, to read in a mail or by ear.
///
/// **Shape**: UTF-8 lines of `width` characters at most but for a word that is longer, alone on its
/// line, and for lines of code; headings underlined, with their numbers; one empty line between
/// blocks; addresses kept (`texte <adresse>`); no line ends at a no-break space.
public struct TextRenderer: Sendable {
  public struct Options: Sendable {
    public var width: Int
    /// The address to print for a link's destination; nil for none. Anchors are never asked for.
    public var address: @Sendable (String) -> String?

    public init(
      width: Int = 78, address: @escaping @Sendable (String) -> String? = { $0 }
    ) {
      self.width = width
      self.address = address
    }
  }

  let options: Options
  /// What underlines the headings of each level; the last serves for deeper ones.
  private static let underlines: [Character] = ["=", "=", "-", "~"]
  /// The width under which nesting no longer indents.
  private static let narrowest = 30

  public init(options: Options = Options()) { self.options = options }

  /// The whole document, its footnotes at the end; ends with a newline unless it is empty.
  public static func render(_ document: Document, options: Options = Options()) -> String {
    let renderer = TextRenderer(options: options)
    return renderer.render(document.blocks, notes: document.notes)
  }

  public func render(_ blocks: [Block], notes: [Footnote] = []) -> String {
    var lines = lines(blocks, width: options.width)
    if !notes.isEmpty {
      if !lines.isEmpty { lines += ["", ""] }
      lines += ["Notes", "=====", ""]
      for (index, note) in notes.enumerated() {
        if index > 0 { lines.append("") }
        lines += marked("[\(index + 1)] ", note.blocks, isTight: false, width: options.width)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  // MARK: Blocks

  func lines(_ blocks: [Block], width: Int, isTight: Bool = false) -> [String] {
    var result: [String] = []
    for block in blocks {
      let lines = lines(block, width: width)
      if lines.isEmpty { continue }
      if !result.isEmpty, !isTight { result.append("") }
      // One more empty line before a part.
      if case .heading(let heading) = block.kind, heading.level <= 2, !result.isEmpty {
        result.append("")
      }
      result += lines
    }
    return result
  }

  private func lines(_ block: Block, width: Int) -> [String] {
    switch block.kind {
    case .heading(let heading): self.lines(heading, width: width)
    case .paragraph(let content): wrapped(content, width: width)
    case .list(let list): lines(list, width: width)
    case .quote(let blocks): quoted(blocks, width: width)
    case .callout(let callout):
      Wrapping.lines("\(callout.kind.title)\u{A0}:", width: width)
        + indented("  ", lines(callout.blocks, width: inner(width, 2)), width: width)
    case .code(_, let text):
      indented("    ", code(text), width: width)
    case .html: []
    case .rule: [String(repeating: "* ", count: 3).dropLast().description]
    case .table(let table): lines(table, width: width)
    }
  }

  private func lines(_ heading: Heading, width: Int) -> [String] {
    let number = heading.number.map { $0 + "\u{A0}" } ?? ""
    let lines = Wrapping.lines(number + text(heading.content), width: width)
    let length = lines.map(Wrapping.width).max() ?? 0
    if length == 0 { return [] }
    let rank = min(max(heading.level, 1), TextRenderer.underlines.count) - 1
    let mark = TextRenderer.underlines[rank]
    return lines + [String(repeating: mark, count: min(length, width))]
  }

  private func lines(_ list: List, width: Int) -> [String] {
    let last = String(list.start + list.items.count - 1).count
    var result: [String] = []
    for (index, item) in list.items.enumerated() {
      var mark = "- "
      if list.isOrdered {
        let number = String(list.start + index)
        mark = String(repeating: " ", count: max(0, last - number.count)) + number + ". "
      }
      if let isDone = item.isDone { mark += isDone ? "[x] " : "[ ] " }
      if index > 0, !list.isTight { result.append("") }
      result += marked(mark, item.blocks, isTight: list.isTight, width: width)
    }
    return result
  }

  private func marked(
    _ mark: String, _ blocks: [Block], isTight: Bool, width: Int
  ) -> [String] {
    // Beyond some depth there is no room for one more mark.
    guard width - mark.count >= TextRenderer.narrowest else {
      return lines(blocks, width: width, isTight: isTight)
    }
    let lines = lines(blocks, width: width - mark.count, isTight: isTight)
    return Wrapping.hang(lines.isEmpty ? [""] : lines, under: mark)
  }

  private func quoted(_ blocks: [Block], width: Int) -> [String] {
    indented("> ", lines(blocks, width: inner(width, 2)), width: width)
  }

  /// The width left inside an indentation.
  private func inner(_ width: Int, _ indent: Int) -> Int {
    width - indent >= TextRenderer.narrowest ? width - indent : width
  }

  private func indented(_ mark: String, _ lines: [String], width: Int) -> [String] {
    guard width - mark.count >= TextRenderer.narrowest else { return lines }
    return lines.map { Wrapping.trimmed(mark + $0) }
  }

  /// Code keeps its lines, however long.
  private func code(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines).map(String.init)
  }

  func wrapped(_ content: [Inline], width: Int) -> [String] {
    let text = text(content)
    return text.allSatisfy { $0 == " " } ? [] : Wrapping.lines(text, width: width)
  }
}
