/// A block of a note, as the comparison sees it: what it is, its own text, the blocks inside.
///
/// Positions, numbers of headings and column alignments are left out: they are not what a note says.
public struct TextBlock: Sendable, Hashable {
  public var kind: Kind
  /// Empty for a block that only holds others.
  public var text: RichText
  public var children: [TextBlock]

  /// **Shape**: a list holds items; a table holds a caption or none, one header row, then rows;
  /// a row holds cells; an item, a quotation, a callout and a footnote hold blocks.
  public enum Kind: Sendable, Hashable {
    case heading(level: Int, identifier: String)
    case paragraph
    case code(info: String)
    case rule
    case list(isOrdered: Bool, start: Int, isTight: Bool)
    /// `isDone` is nil for an ordinary item.
    case item(isDone: Bool?)
    case quote
    /// The raw value of `Callout.Kind`.
    case callout(String)
    case table
    case caption
    case row(isHeader: Bool)
    case cell
    case footnote

    /// What two kinds must share for their blocks to be compared word by word.
    var family: UInt8 {
      switch self {
      case .heading: 1
      case .paragraph: 2
      case .code: 3
      case .rule: 4
      case .list: 5
      case .item: 6
      case .quote, .callout: 7
      case .table: 8
      case .caption: 9
      case .row(let isHeader): isHeader ? 10 : 11
      case .cell: 12
      case .footnote: 13
      }
    }
  }

  public init(_ kind: Kind, _ text: RichText = RichText(), _ children: [TextBlock] = []) {
    self.kind = kind
    self.text = text
    self.children = children
  }

  /// The words of the block, one line for each paragraph, item or table row.
  ///
  /// **Shape**: a row's cells are separated by « ; »; an address that no word says stands in angle
  /// brackets after its words.
  public var plainText: String {
    if case .row = kind {
      return children.map(\.plainText).joined(separator: TextBlock.cellSeparator)
    }
    var lines = text.isEmpty ? [] : [text.textWithAddresses]
    for child in children {
      let line = child.plainText
      if !line.isEmpty { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  static let cellSeparator = "\u{202F}; "
}

/// One section of a note, as the comparison sees it.
public struct TextSection: Sendable, Hashable {
  /// The semantic name: `depot`.
  public var name: String
  /// What readers see: « Dépôt des dossiers ».
  public var title: String
  public var blocks: [TextBlock]

  public init(name: String, title: String, blocks: [TextBlock]) {
    self.name = name
    self.title = title
    self.blocks = blocks
  }
}
