public import Markdown

extension RichText {
  /// The text of inlines; raw HTML, which no renderer prints, is left out.
  public init(_ inlines: [Inline]) {
    self.init()
    append(inlines, Style())
  }

  private mutating func append(_ inlines: [Inline], _ style: Style) {
    for inline in inlines { append(inline, style) }
  }

  private mutating func append(_ inline: Inline, _ style: Style) {
    var style = style
    switch inline {
    case .text(let text): append(TextPiece(text, style))
    case .softBreak: append(TextPiece(" ", style))
    case .lineBreak:
      style.role = .lineBreak
      append(TextPiece("\n", style))
    case .code(let code):
      style.marks.insert(.code)
      append(TextPiece(code, style))
    case .html: break
    case .emphasis(let content):
      style.marks.insert(.emphasis)
      append(content, style)
    case .strong(let content):
      style.marks.insert(.strong)
      append(content, style)
    case .strikethrough(let content):
      style.marks.insert(.strikethrough)
      append(content, style)
    case .link(let link): append(link, style)
    case .image(let link):
      style.marks.insert(.image)
      append(link, style)
    case .noteReference(let number, _):
      style.role = .noteReference
      append(TextPiece(String(number), style))
    case .abbreviation(let sigle, let form):
      style.form = form
      append(TextPiece(sigle, style))
    }
  }

  private mutating func append(_ link: Link, _ style: Style) {
    var style = style
    style.link = link.destination
    append(link.content, style)
    if RichText.saysAddress(link) { return }
    style.role = .address
    append(TextPiece(link.destination, style))
  }

  /// Whether the words of a link are its address, so that a change of one is a change of both.
  private static func saysAddress(_ link: Link) -> Bool {
    guard link.content.count == 1, case .text(let text)? = link.content.first else { return false }
    return text == link.destination || "mailto:" + text == link.destination
      || "http://" + text == link.destination
  }
}
