public import Markdown

extension RichText {
  /// The text of inlines; raw HTML, which no renderer prints, is left out.
  public init(_ inlines: [Inline]) {
    self.init()
    append(inlines, Style())
  }

  private mutating func append(
    _ inlines: [Inline], _ style: Style, _ marks: Style.Marks = []
  ) {
    var style = style
    style.marks.formUnion(marks)
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
    case .code(let code): append([.text(code)], style, .code)
    case .html: break
    case .emphasis(let content): append(content, style, .emphasis)
    case .strong(let content): append(content, style, .strong)
    case .strikethrough(let content): append(content, style, .strikethrough)
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
    case .explanation(let words, let form):
      style.role = .explanation
      style.form = form
      append(TextPiece(words, style))
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
