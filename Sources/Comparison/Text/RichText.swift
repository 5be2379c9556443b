/// A line of text with its marks, flattened: no nesting, every piece has one style.
public struct RichText: Sendable, Hashable {
  /// Never empty strings, and never two neighbours of one style.
  public private(set) var pieces: [TextPiece]

  public init(_ pieces: [TextPiece] = []) {
    self.pieces = []
    for piece in pieces { append(piece) }
  }

  public init(_ text: String) { self.init([TextPiece(text)]) }

  public var isEmpty: Bool { pieces.isEmpty }

  /// The words that a reader sees, addresses and the numbers of footnotes left out.
  public var plainText: String {
    var text = ""
    for piece in pieces where piece.style.role == .text || piece.style.role == .lineBreak {
      text += piece.text
    }
    return text
  }

  /// As `plainText`, with each address in angle brackets after its words, and `[1]` for a footnote.
  public var textWithAddresses: String {
    var text = ""
    for piece in pieces { text += piece.textWithMarks }
    return text
  }

  public mutating func append(_ piece: TextPiece) {
    guard !piece.text.isEmpty else { return }
    if let last = pieces.last, last.style == piece.style, piece.style.role == .text {
      pieces[pieces.count - 1].text += piece.text
    } else {
      pieces.append(piece)
    }
  }

  public mutating func append(_ text: RichText) {
    for piece in text.pieces { append(piece) }
  }

  static func + (first: RichText, second: RichText) -> RichText {
    var text = first
    text.append(second)
    return text
  }
}

/// Text of one style.
public struct TextPiece: Sendable, Hashable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = Style()) {
    self.text = text
    self.style = style
  }

  var textWithMarks: String {
    switch style.role {
    case .text, .lineBreak: text
    case .address: " <\(text)>"
    case .noteReference: "[\(text)]"
    }
  }
}

/// What a piece of text is, and how it looks.
public struct Style: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case text
    case lineBreak
    /// The address of the link or image that ends here, when its words do not say it.
    case address
    /// The number of a footnote.
    case noteReference
  }

  public struct Marks: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let strong = Marks(rawValue: 1)
    public static let emphasis = Marks(rawValue: 2)
    public static let strikethrough = Marks(rawValue: 4)
    public static let code = Marks(rawValue: 8)
    /// The text replaces an image, whose address follows.
    public static let image = Marks(rawValue: 16)
  }

  public var role = Role.text
  public var marks: Marks = []
  /// Where the link that holds the piece leads; nil outside links.
  public var link: String?
  /// The full form of an acronym explained here.
  public var form: String?

  public init() {}
}
