import Text

extension HTMLRenderer {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): html += HTMLEscape.text(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .code(let text): element("code") { $0.html += HTMLEscape.text(text) }
    case .html: break
    case .emphasis(let content): element("em") { $0.write(content) }
    case .strong(let content): element("strong") { $0.write(content) }
    case .strikethrough(let content): element("del") { $0.write(content) }
    case .link(let link): write(link)
    case .image(let image): writeImage(image)
    case .noteReference(let number, _): writeReference(number)
    case .abbreviation(let sigle, let form):
      html += "<abbr title=\"\(HTMLEscape.text(form))\">\(HTMLEscape.text(sigle))</abbr>"
    }
  }

  private mutating func element(_ name: String, _ content: (inout HTMLRenderer) -> Void) {
    html += "<\(name)>"
    content(&self)
    html += "</\(name)>"
  }

  /// A link to another page of the web opens in the same tab, so it needs no `rel`.
  private mutating func write(_ link: Link) {
    guard link.address.isSafe else { return write(link.content) }
    html += "<a href=\"\(HTMLEscape.address(link.destination))\""
    if !link.title.isEmpty { html += " title=\"\(HTMLEscape.text(link.title))\"" }
    html += ">"
    write(link.content)
    html += "</a>"
  }

  private mutating func writeImage(_ image: Link) {
    let text = HTMLEscape.text(image.content.plainText)
    guard image.address.isSafe else { return html += text }
    html += "<img src=\"\(HTMLEscape.address(image.destination))\" alt=\"\(text)\""
    if !image.title.isEmpty { html += " title=\"\(HTMLEscape.text(image.title))\"" }
    html += ">"
  }
}
