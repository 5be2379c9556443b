/// A piece of a line: text, emphasis, a link…
public enum Inline: Sendable, Hashable {
  case text(String)
  /// An end of line in the source, which reads as a space.
  case softBreak
  case lineBreak
  case code(String)
  /// Raw HTML, which no renderer prints.
  indirect case html(String, Position)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  indirect case link(Link)
  indirect case image(Link)
  /// **Units**: the number is the footnote's rank in `Document.notes`, from 1.
  indirect case noteReference(number: Int, Position)
  /// An acronym whose full form is known, made by `AcronymExpansion`.
  indirect case abbreviation(sigle: String, form: String)
  /// What stands behind an acronym at its first use: « (direction des services…) », a space before.
  indirect case explanation(String, form: String)

  var children: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .link(let link), .image(let link): link.content
    case .text, .softBreak, .lineBreak, .code, .html, .noteReference, .abbreviation,
      .explanation:
      []
    }
  }

  /// The words that a reader sees, without marks or addresses; nothing for a footnote's number.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .explanation(let text, _): text
    case .softBreak, .lineBreak: " "
    case .html, .noteReference: ""
    case .abbreviation(let sigle, _): sigle
    case .emphasis, .strong, .strikethrough, .link, .image: children.plainText
    }
  }
}

/// A link, or an image whose content is the text that replaces it.
public struct Link: Sendable, Hashable {
  /// As the author wrote it, entities and backslashes resolved; not percent-encoded.
  public var destination: String
  public var title = ""
  public var content: [Inline]
  public var position: Position

  public var address: Address { Address(destination) }
}

extension [Inline] {
  /// The words that a reader sees, on one line, without marks or addresses.
  public var plainText: String {
    var text = ""
    for inline in self { text += inline.plainText }
    return text
  }
}
