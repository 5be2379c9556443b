/// A block of the tree: a paragraph, a heading, a list…
public struct Block: Sendable, Hashable {
  public var position: Position
  public var kind: Kind

  public enum Kind: Sendable, Hashable {
    indirect case heading(Heading)
    case paragraph([Inline])
    indirect case list(List)
    case quote([Block])
    /// Made from a quotation by `readCallouts`.
    case callout(Callout)
    /// **Shape**: `info` is the fence's info string, empty for indented code; `text` ends with a
    /// newline unless it is empty.
    indirect case code(info: String, text: String)
    /// Raw HTML, which no renderer prints.
    case html(String)
    case rule
    indirect case table(Table)
  }

  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}

public struct Heading: Sendable, Hashable {
  /// The lowest level that pages show.
  static let lowestLevel = 4

  /// From 1 to 6.
  public var level: Int
  public var content: [Inline]
  /// The anchor; empty until `readIdentifiers` or `assignIdentifiers` gave one.
  public var identifier = ""
  /// « 1. », « 1.1 »; nil when the heading has none.
  public var number: String?
  /// Whether generated numbering counts it.
  public var isNumbered = true
  /// Whether a line below makes it a heading, not signs before it.
  var isUnderlined = false
}

public struct List: Sendable, Hashable {
  public var isOrdered: Bool
  /// The first number of an ordered list.
  public var start = 1
  /// Whether the items' paragraphs stand without space between them.
  public var isTight: Bool
  public var items: [ListItem]
}

public struct ListItem: Sendable, Hashable {
  public var position: Position
  /// Whether the task is done; nil for an ordinary item.
  public var isDone: Bool?
  public var blocks: [Block]
}

public struct Table: Sendable, Hashable {
  /// With the letters of cmark.
  public enum Alignment: Character, Sendable {
    case none = "-", left = "l", center = "c", right = "r"
  }

  /// One for each column.
  public var alignments: [Alignment]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]
  /// Without the words « Tableau : »; empty until `readCaptions` found one.
  public var caption: [Inline] = []

  func alignment(_ column: Int) -> Alignment {
    alignments.indices.contains(column) ? alignments[column] : .none
  }

  /// What stands before each cell on a phone, where a row of three columns or more becomes a card
  /// that its first cell heads; empty for narrower tables, which stay tables.
  var cardTitles: [String] {
    guard header.count > 2 else { return [] }
    return header.enumerated().map { column, cell in column == 0 ? "" : cell.plainText }
  }
}

public struct Callout: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case important
    case note
    case conseil
    case attention

    /// What authors may write between `[!` and `]`, in either case.
    static let words: KeyValuePairs<String, Kind> = [
      "IMPORTANT": .important, "NOTE": .note, "CONSEIL": .conseil, "ATTENTION": .attention,
      "TIP": .conseil, "WARNING": .attention, "CAUTION": .attention,
    ]

    /// The visible title, in words.
    public var title: String {
      switch self {
      case .important: "Important"
      case .note: "À noter"
      case .conseil: "Conseil"
      case .attention: "Attention"
      }
    }
  }

  public var kind: Kind
  public var blocks: [Block]
}
