import Text

/// Markdown in a text that is printed as it is.
public struct TypedMarkup: Sendable {
  public enum Kind: String, Sendable, CustomStringConvertible {
    case emphasis = "des mots entre signes de mise en valeur"
    case code = "des mots entre « ` »"
    case link = "un lien"
    case html = "une balise HTML"
    case heading = "un titre"
    case item = "un élément de liste"
    case quote = "une citation"
    case box = "une case à cocher"
    case note = "un appel de note"
    case escape = "une barre inverse"
    case entity = "une entité HTML"
    case table = "une ligne de tableau"

    public var description: String { rawValue }
  }

  public let kind: Kind
  /// The text without its marks; nil where an address would be lost.
  public let words: String?

  /// Nil for a text that Markdown would read as it is.
  public init?(in text: String) {
    guard
      text.utf8.contains(where: TypedMarkup.isMark) || TypedMarkup.mayBegin(text)
        || TypedMarkup.letteredItem(text) != nil
    else {
      return nil
    }
    if let (kind, words) = TypedMarkup.beginning(of: text) ?? TypedMarkup.sign(in: text) {
      self.kind = kind
      self.words = words
      return
    }
    let document = Document(parsing: text)
    var kinds: [Kind] = []
    document.forEachInline { inline in
      switch inline {
      case .emphasis, .strong, .strikethrough: kinds.append(.emphasis)
      case .code: kinds.append(.code)
      case .html: kinds.append(.html)
      case .image: kinds.append(.link)
      case .link(let link): if !link.showsAddress { kinds.append(.link) }
      case .text, .softBreak, .lineBreak, .noteReference, .abbreviation, .explanation: break
      }
    }
    guard let kind = kinds.first else { return nil }
    self.kind = kind
    guard !kinds.contains(.link), !kinds.contains(.html), document.blocks.count == 1,
      case .paragraph(let content)? = document.blocks.first?.kind
    else {
      words = nil
      return
    }
    words = content.plainText
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  // MARK: What begins a text

  /// Whether the first sign may begin a heading, an item or a quotation.
  private static func mayBegin(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return "#>-+|0123456789".utf8.contains(first) || first >= 0xE2
  }

  /// What follows « a) » at the beginning.
  private static func letteredItem(_ text: String) -> String? {
    let start = text.utf8.prefix(3)
    guard start.count == 3, let letter = start.first, (0x61...0x7A).contains(letter),
      start.dropFirst().elementsEqual(") ".utf8)
    else { return nil }
    return String(text.utf8.dropFirst(3)) ?? ""
  }

  private static func beginning(of text: String) -> (Kind, String?)? {
    if text.utf8.first == UInt8(ascii: "["), let box = text.prefixMatch(of: /\[[ xX]?\]( +|$)/) {
      let words = String(text[box.range.upperBound...])
      return (.box, words.isEmpty ? nil : words)
    }
    if let words = letteredItem(text) { return (.item, words.isEmpty ? nil : words) }
    if text.utf8.first == UInt8(ascii: "|") {
      return text.utf8.count > 2 && text.utf8.last == UInt8(ascii: "|") ? (.table, nil) : nil
    }
    guard mayBegin(text) || text.utf8.first == UInt8(ascii: "*") else { return nil }
    let line = ProofLine(number: 1, words: Array(text.utf8))
    let (kind, end): (Kind, Int)
    if (1...6).contains(line.hashes), line.sign(line.start + line.hashes).isAnyWhite {
      (kind, end) = (.heading, line.start + line.hashes)
    } else if line.isQuoted {
      (kind, end) = (.quote, line.start)
    } else if line.hasBullet || line.hasDash {
      (kind, end) = (.item, line.start + 1)
    } else if let mark = line.markEnd, mark < line.start + 4, mark < line.signs.count,
      line.sign(mark).isAnyWhite
    {
      (kind, end) = (.item, mark)
    } else {
      return nil
    }
    let words = line.signs[min(end, line.signs.count)...].trimmedScalars.string
    return (kind, words.isEmpty ? nil : words)
  }

  // MARK: Signs within

  private static func sign(in text: String) -> (Kind, String?)? {
    if text.utf8.contains(UInt8(ascii: "]")), text.contains(/\[\^[^\] ]+\]/) {
      return (.note, text.replacing(/\[\^[^\] ]+\]/, with: ""))
    }
    if text.utf8.contains(UInt8(ascii: "\\")), text.contains(/\\[*_`\[\]<>#~|]/) {
      return (.escape, text.replacing(/\\([*_`\[\]<>#~|])/) { $0.output.1 })
    }
    if text.utf8.contains(UInt8(ascii: "<")), text.contains(/<(https?:\/\/|mailto:)[^ <>]+>/) {
      return (.link, text.replacing(/<(?:mailto:)?([^ <>]+)>/) { $0.output.1 })
    }
    if text.utf8.contains(UInt8(ascii: "&")),
      text.contains(/&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-z]{2,8});/)
    {
      return (.entity, nil)
    }
    return nil
  }
}
