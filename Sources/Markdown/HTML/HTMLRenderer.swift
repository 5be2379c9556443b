import Text

/// Writes HTML from the tree, valid for the Nu validator and accessible.
///
/// One renderer serves one page: it counts tables, callouts and footnote references, so that their
/// ids stay unique when a note is rendered section by section. Raw HTML and unsafe addresses are
/// never printed.
public struct HTMLRenderer {
  public struct Options: Sendable {
    /// What is added to the level of each heading; the result stays between 1 and 6.
    public var headingOffset: Int
    /// Whether headings get a permanent link, tables their frame, callouts their title…; without,
    /// the HTML is that of cmark itself but for the differences listed in the tests.
    public var isPlain: Bool
    /// What is written after each heading: HTML of our own; not where `isPlain`.
    public var afterHeading: (@Sendable (Heading) -> String)?

    public init(headingOffset: Int = 0, isPlain: Bool = false) {
      self.headingOffset = headingOffset
      self.isPlain = isPlain
    }

    public static let plain = Options(isPlain: true)
  }

  /// The first parts of the ids that the renderer makes, followed by a hyphen and a number.
  static let ownPrefixes: Set<String> = ["note", "appel", "tableau", "encadre"]

  let options: Options
  var html = ""
  var tableCount = 0
  var calloutCount = 0
  /// How many times each footnote was referred to, by its number.
  var referenceCounts: [Int: Int] = [:]

  public init(options: Options = Options()) { self.options = options }

  /// The whole document, its footnotes at the end.
  public static func render(_ document: Document, options: Options = Options()) -> String {
    var renderer = HTMLRenderer(options: options)
    let body = renderer.render(document.blocks)
    return body + renderer.renderNotes(document.notes)
  }

  /// The HTML of blocks in their order in the page.
  public mutating func render(_ blocks: [Block]) -> String {
    html = ""
    for block in blocks { write(block) }
    return html
  }

  /// The HTML of inlines alone, such as a title.
  public mutating func render(_ inlines: [Inline]) -> String {
    html = ""
    write(inlines)
    return html
  }

  // MARK: Blocks

  mutating func write(_ block: Block, isTight: Bool = false) {
    switch block.kind {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      if isTight {
        write(content)
      } else {
        html += "<p>"
        write(content)
        html += "</p>\n"
      }
    case .list(let list): write(list)
    case .quote(let blocks):
      html += "<blockquote>\n"
      for block in blocks { write(block) }
      html += "</blockquote>\n"
    case .callout(let callout): write(callout)
    case .code(let info, let text): writeCode(info: info, text: text)
    case .html: break
    case .rule: html += "<hr>\n"
    case .table(let table): write(table)
    }
  }

  private mutating func write(_ heading: Heading) {
    let level = min(6, max(1, heading.level + options.headingOffset))
    guard !options.isPlain else {
      html += "<h\(level)>"
      write(heading.content)
      html += "</h\(level)>\n"
      return
    }
    // The permanent link stands beside the heading, not in it: a screen reader's list of headings
    // would repeat its name.
    if !heading.identifier.isEmpty { html += "<div class=\"titre titre-\(level)\">\n" }
    html += "<h\(level)"
    if !heading.identifier.isEmpty { html += " id=\"\(HTMLEscape.text(heading.identifier))\"" }
    html += ">"
    if let number = heading.number {
      html += "<span class=\"numero\">\(HTMLEscape.text(number))</span> "
    }
    write(heading.content)
    html += "</h\(level)>\n"
    guard !heading.identifier.isEmpty else { return }
    let title = HTMLEscape.text(heading.content.plainText)
    html += "<a class=\"ancre\" href=\"#\(HTMLEscape.address(heading.identifier))\""
    html += " aria-label=\"Lien permanent vers «\u{A0}\(title)\u{A0}»\">"
    html += "<span aria-hidden=\"true\">#</span></a>\n</div>\n"
    if let afterHeading = options.afterHeading { html += afterHeading(heading) }
  }

  private mutating func write(_ list: List) {
    let name = list.isOrdered ? "ol" : "ul"
    html += "<\(name)"
    if list.isOrdered, list.start != 1 { html += " start=\"\(list.start)\"" }
    html += ">\n"
    for item in list.items {
      html += item.isDone == nil ? "<li>" : "<li class=\"tache\">"
      if let isDone = item.isDone {
        html += "<span role=\"img\" aria-label=\"\(isDone ? "fait" : "à faire")\">"
        html += "\(isDone ? "☑" : "☐")</span> "
      }
      for (index, block) in item.blocks.enumerated() {
        if index > 0, !html.hasSuffix("\n") { html += "\n" }
        write(block, isTight: list.isTight)
      }
      html += "</li>\n"
    }
    html += "</\(name)>\n"
  }

  private mutating func write(_ callout: Callout) {
    calloutCount += 1
    let id = "encadre-\(calloutCount)"
    html += "<div class=\"encadre encadre-\(callout.kind.rawValue)\" role=\"note\""
    html += " aria-labelledby=\"\(id)\">\n"
    html += "<p class=\"encadre-titre\" id=\"\(id)\">\(callout.kind.title)</p>\n"
    for block in callout.blocks { write(block) }
    html += "</div>\n"
  }

  private mutating func writeCode(info: String, text: String) {
    let language = info.prefix { !$0.isWhitespace }
    html += "<pre><code"
    if !language.isEmpty { html += " class=\"language-\(HTMLEscape.text(String(language)))\"" }
    html += ">"
    html += HTMLEscape.text(text)
    html += "</code></pre>\n"
  }
}
