import Text

/// What keeps a parse short whatever the text: cmark repeats link addresses and pads table rows
/// without bound, and some of its scanners are quadratic.
public enum MarkdownLimits {
  /// The longest text that is parsed, in bytes; a whole note has some 25,000.
  public static let bytes = 1 << 20
  /// How deep blocks and inlines may nest together.
  public static let depth = 100
  /// The cells of all tables, those that cmark adds to short rows included.
  static let cells = 50_000
  /// The items of all lists: compared, two texts of more would take more memory than a machine may have.
  static let items = 50_000
  /// The bytes that link references could repeat.
  static let referenceBytes = 50_000_000
  /// The bytes that unclosed `<?` and `<!` could make cmark read.
  static let scannedBytes = 100_000_000
  /// The bytes that the search for mail addresses may copy: each `@` of a line copies the line.
  static let copiedBytes = 500_000_000
  /// The pairs of images that begin and of links that end in one paragraph.
  static let bracketPairs = 50_000_000
  /// The brackets that open in one paragraph: each is a piece of text of its own.
  static let openBrackets = 200_000
  /// The pairs of marks of different kinds (`*`, `_`, `~`) in one paragraph: where one kind closes
  /// what was looked back to for another, cmark looks back to the beginning each time.
  static let markPairs = 500_000_000
  /// The accents of one paragraph that stand on no letter. To compare texts, Swift sorts those that
  /// follow each other once the marks of Markdown are gone.
  static let accents = 300

  /// What would take too long or too much memory.
  public enum Cost: Sendable, Hashable {
    case cells
    case items
    case references
    case declarations
    case mailAddresses
    case brackets
    case marks
    case accents
  }

  /// The first limit that a text exceeds, with the line (from 1) where it shows.
  static func exceeded(by text: [UInt8]) -> (kind: Fault.Kind, line: Int)? {
    if text.count > bytes { return (.tooLong(text.count), 1) }
    var census = Census()
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      census.add(line)
    }
    census.endParagraph()
    if let line = census.deepLine { return (.tooDeep, line) }
    if census.cells > cells { return (.tooCostly(.cells), census.tableLine) }
    if census.items > items { return (.tooCostly(.items), census.itemLine) }
    if census.longestDefinition * census.brackets > referenceBytes {
      return (.tooCostly(.references), census.definitionLine)
    }
    if census.declarations * text.count > scannedBytes {
      return (.tooCostly(.declarations), census.declarationLine)
    }
    if let line = census.mailLine { return (.tooCostly(.mailAddresses), line) }
    if let line = census.bracketLine { return (.tooCostly(.brackets), line) }
    if let line = census.markLine { return (.tooCostly(.marks), line) }
    if let line = census.accentLine { return (.tooCostly(.accents), line) }
    return nil
  }
}

/// Upper bounds of what a text holds, counted line by line without parsing it.
private struct Census {
  var cells = 0
  var tableLine = 1
  var items = 0
  var itemLine = 1
  var brackets = 0
  var longestDefinition = 0
  var definitionLine = 1
  var declarations = 0
  var declarationLine = 1
  /// Where the bytes copied for mail addresses are too many.
  var mailLine: Int?
  /// Where the pairs of images and links are too many.
  var bracketLine: Int?
  /// Where the pairs of marks are too many.
  var markLine: Int?
  /// Where quotations and lists are one in the other too deep: for each sign that it appends, cmark
  /// goes through all that are around it.
  var deepLine: Int?

  /// Where the accents of a paragraph are too many.
  var accentLine: Int?

  private var accents = 0
  private var copied = 0
  private var images = 0
  private var links = 0
  private var opened = 0
  /// The runs of each mark.
  private var stars = 0
  private var underscores = 0
  private var tildes = 0
  private var line = 0
  private var columns = 0
  private var paragraphBytes = 0
  private var paragraphDefines = false

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    line += 1
    // Inside a quotation an empty line still has its marks.
    let content = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") || $0 == 9 }
    let nesting = Census.nesting(of: bytes)
    if deepLine == nil, nesting.depth > MarkdownLimits.depth { deepLine = line }
    items += nesting.items
    if items <= MarkdownLimits.items { itemLine = line }
    if content.isEmpty || content.elementsEqual([13]) { return endParagraph() }
    paragraphBytes += bytes.count + 1
    var previous: UInt8 = 0
    var pipes = 0
    var onlyDelimiters = true
    var mails = 0
    for byte in content {
      switch byte {
      case UInt8(ascii: "["):
        brackets += 1
        opened += 1
        if previous == UInt8(ascii: "!") { images += 1 }
        onlyDelimiters = false
      case UInt8(ascii: "]"):
        links += 1
        onlyDelimiters = false
      case UInt8(ascii: "@"):
        mails += 1
        onlyDelimiters = false
      case UInt8(ascii: "*"):
        if previous != byte { stars += 1 }
        onlyDelimiters = false
      case UInt8(ascii: "_"):
        if previous != byte { underscores += 1 }
        onlyDelimiters = false
      case UInt8(ascii: "~"):
        if previous != byte { tildes += 1 }
        onlyDelimiters = false
      case UInt8(ascii: ":"):
        if previous == UInt8(ascii: "]"), !paragraphDefines {
          paragraphDefines = true
          if longestDefinition == 0 { definitionLine = line }
        }
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        if previous == UInt8(ascii: "<") {
          if declarations == 0 { declarationLine = line }
          declarations += 1
        }
        onlyDelimiters = false
      case UInt8(ascii: "-"), UInt8(ascii: " "), 9, 11, 12, 13: break
      default: onlyDelimiters = false
      }
      previous = byte
    }
    if accentLine == nil, content.contains(where: { $0 >= 0xCC || $0 == UInt8(ascii: "&") }) {
      accents += String(decoding: content, as: UTF8.self).heapedMarkCount
      if accents > MarkdownLimits.accents { accentLine = line }
    }
    copied += mails * bytes.count
    if copied > MarkdownLimits.copiedBytes, mailLine == nil { mailLine = line }
    let isFull =
      images * links > MarkdownLimits.bracketPairs || opened > MarkdownLimits.openBrackets
    if isFull, bracketLine == nil { bracketLine = line }
    let marks = stars * (underscores + tildes) + underscores * tildes
    if marks > MarkdownLimits.markPairs, markLine == nil { markLine = line }
    if onlyDelimiters {
      // The pipes at both ends separate nothing.
      let ends =
        (content.first == UInt8(ascii: "|") ? 1 : 0) + (previous == UInt8(ascii: "|") ? 1 : 0)
      columns = max(columns, pipes + 1 - ends)
    }
    cells += columns
    if cells <= MarkdownLimits.cells { tableLine = line }
  }

  /// How many quotations and items begin a line, one in the other, and how many are items.
  private static func nesting(of line: ArraySlice<UInt8>) -> (depth: Int, items: Int) {
    var count = 0
    var items = 0
    var isRule = true
    var rest = line
    while let first = rest.first {
      if first == UInt8(ascii: " ") || first == 9 || first == 13 {
        rest.removeFirst()
        continue
      }
      if first == UInt8(ascii: ">") {
        rest.removeFirst()
      } else {
        let digits = rest.prefix(9).prefix { (0x30...0x39).contains($0) }
        let marks = digits.isEmpty ? "-*+".utf8 : ".)".utf8
        let mark = rest.dropFirst(digits.count)
        guard let sign = mark.first, marks.contains(sign), mark.dropFirst().first ?? 32 <= 32 else {
          break
        }
        rest = mark.dropFirst()
        items += 1
      }
      isRule = isRule && first == UInt8(ascii: "-")
      count += 1
    }
    // « - - - - » draws a line.
    return isRule && rest.isEmpty ? (0, 0) : (count, items)
  }

  mutating func endParagraph() {
    if paragraphDefines { longestDefinition = max(longestDefinition, paragraphBytes) }
    paragraphBytes = 0
    paragraphDefines = false
    columns = 0
    images = 0
    links = 0
    opened = 0
    stars = 0
    underscores = 0
    tildes = 0
    accents = 0
  }
}
