extension Inline {
  /// The words that a reader sees, without marks or addresses; nothing for a footnote's number.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .html, .noteReference: ""
    case .abbreviation(let sigle, _): sigle
    case .emphasis, .strong, .strikethrough, .link, .image: children.plainText
    }
  }
}

extension [Inline] {
  /// The words that a reader sees, on one line, without marks or addresses.
  public var plainText: String {
    var text = ""
    for inline in self { text += inline.plainText }
    return text
  }
}
