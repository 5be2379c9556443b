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
    for piece in pieces where piece.style.role != .address && piece.style.role != .noteReference {
      text += piece.text
    }
    return text
  }

  /// As `plainText`, with each address in angle brackets after its words, `[1]` for a footnote,
  /// « [barré : …] » and « [image : …] ».
  public var textWithAddresses: String {
    var text = ""
    var open: Style.Marks = []
    for piece in pieces {
      let marks = piece.style.role == .address ? [] : piece.style.marks.intersection(.saying)
      if marks != open {
        text += open.closing + marks.opening
        open = marks
      }
      text += piece.textWithMarks
    }
    return text + open.closing
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
    case .text, .lineBreak, .explanation: text
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
    /// The full form that the page prints after an acronym, at its first use.
    case explanation
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

    /// Those that change what the words say: the others are typography.
    static let saying: Marks = [.strikethrough, .image]

    fileprivate var opening: String {
      (contains(.strikethrough) ? "[barré\u{A0}: " : "")
        + (contains(.image) ? "[image\u{A0}: " : "")
    }

    fileprivate var closing: String {
      (contains(.image) ? "]" : "") + (contains(.strikethrough) ? "]" : "")
    }
  }

  public var role = Role.text
  public var marks: Marks = []
  /// Where the link that holds the piece leads; nil outside links.
  public var link: String?
  /// The full form of the acronym that the piece is, or explains.
  public var form: String?

  public init() {}
}
