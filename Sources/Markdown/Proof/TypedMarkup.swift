import Text

/// Markdown in a text that is printed as it is.
public struct TypedMarkup: Sendable {
  public enum Kind: String, Sendable, CustomStringConvertible {
    case emphasis = "des mots entre signes de mise en valeur"
    case code = "des mots entre « ` »"
    case link = "un lien"
    case html = "une balise HTML"

    public var description: String { rawValue }
  }

  public let kind: Kind
  /// The text without its marks; nil where an address would be lost.
  public let words: String?

  /// Nil for a text that Markdown would read as it is.
  public init?(in text: String) {
    guard text.utf8.contains(where: TypedMarkup.isMark) else { return nil }
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
      UInt8(ascii: "]"), UInt8(ascii: "<"):
      true
    default: false
    }
  }
}
