import Text

extension HTMLRenderer {
  mutating func write(_ text: String) { HTMLEscape.append(text, to: &html) }

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): write(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .code(let text):
      html += "<code>"
      write(text)
      html += "</code>"
    case .html: break
    case .emphasis(let content): write(content, between: "<em>", "</em>")
    case .strong(let content): write(content, between: "<strong>", "</strong>")
    case .strikethrough(let content): write(content, between: "<del>", "</del>")
    case .link(let link): write(link)
    case .image(let image): writeImage(image)
    case .noteReference(let number, _): writeReference(number)
    case .abbreviation(let sigle, let form):
      html += "<abbr"
      writeAttribute("title", form)
      html += ">"
      write(sigle)
      html += "</abbr>"
    }
  }

  private mutating func write(_ content: [Inline], between start: String, _ end: String) {
    html += start
    write(content)
    html += end
  }

  private mutating func writeAttribute(_ name: String, _ value: String) {
    html += " "
    html += name
    html += "=\""
    write(value)
    html += "\""
  }

  /// A link to another page of the web opens in the same tab, so it needs no `rel`.
  private mutating func write(_ link: Link) {
    guard link.address.isSafe else { return write(link.content) }
    html += "<a href=\""
    HTMLEscape.append(address: link.destination, to: &html)
    html += "\""
    if !link.title.isEmpty { writeAttribute("title", link.title) }
    html += ">"
    write(link.content)
    html += "</a>"
  }

  private mutating func writeImage(_ image: Link) {
    guard image.address.isSafe else { return write(image.content.plainText) }
    html += "<img src=\""
    HTMLEscape.append(address: image.destination, to: &html)
    html += "\""
    writeAttribute("alt", image.content.plainText)
    if !image.title.isEmpty { writeAttribute("title", image.title) }
    html += ">"
  }
}
