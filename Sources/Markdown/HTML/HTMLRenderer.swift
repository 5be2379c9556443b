import Text

/// Writes HTML from the tree, valid for the Nu validator and accessible.
///
/// One renderer serves one page: it counts tables, callouts and footnote references, so that their
/// ids stay unique. Raw HTML and unsafe addresses are never printed.
public struct HTMLRenderer {
  public struct Options: Sendable {
    /// Whether headings get a permanent link, tables their frame, callouts their title…; without,
    /// the HTML is that of cmark itself but for the differences listed in the tests.
    let isPlain: Bool
    /// What is written after each heading: HTML of our own; not where `isPlain`.
    public var afterHeading: (@Sendable (Heading) -> String)?

    static let plain = Options(isPlain: true)

    public init() { self.init(isPlain: false) }

    private init(isPlain: Bool) { self.isPlain = isPlain }
  }

  /// The first parts of the ids that the renderer makes, followed by a hyphen and a number.
  static let ownPrefixes: Set<String> = ["note", "appel", "tableau", "encadre"]

  let options: Options
  var html: [UInt8] = []
  var tableCount = 0
  private var calloutCount = 0
  /// How many times each footnote was referred to, by its number.
  var referenceCounts: [Int: Int] = [:]

  private init(options: Options) { self.options = options }

  /// The whole document, its footnotes at the end.
  public static func render(_ document: Document, options: Options = Options()) -> String {
    var renderer = HTMLRenderer(options: options)
    for block in document.blocks { renderer.write(block) }
    renderer.write(document.notes)
    return renderer.html.text
  }

  // MARK: Blocks

  mutating func write(_ block: Block, isTight: Bool = false) {
    switch block.kind {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      if isTight { return write(content) }
      html += "<p>"
      write(content)
      html += "</p>\n"
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
    // The permanent link stands beside the heading, not in it: a screen reader's list of headings
    // would repeat its name.
    let hasLink = !options.isPlain && !heading.identifier.isEmpty
    if hasLink { html += "<div class=\"titre titre-\(heading.level)\">\n" }
    html += "<h\(heading.level)"
    if hasLink {
      html += " id=\""
      write(heading.identifier)
      html += "\""
    }
    html += ">"
    if !options.isPlain, let number = heading.number {
      html += "<span class=\"numero\">\(number)</span> "
    }
    write(heading.content)
    html += "</h\(heading.level)>\n"
    guard hasLink else { return }
    html += "<a class=\"ancre\" href=\"#"
    HTMLEscape.append(address: heading.identifier, to: &html)
    html += "\" aria-label=\"Lien permanent vers «\u{A0}"
    write(heading.content.plainText)
    html += "\u{A0}»\"><span aria-hidden=\"true\">#</span></a>\n</div>\n"
    if let afterHeading = options.afterHeading { html += afterHeading(heading) }
  }

  private mutating func write(_ list: List) {
    html += list.isOrdered ? "<ol" : "<ul"
    if list.isOrdered, list.start != 1 { html += " start=\"\(list.start)\"" }
    html += ">\n"
    for item in list.items {
      if let isDone = item.isDone {
        html += "<li class=\"tache\"><span role=\"img\" aria-label=\""
        html += isDone ? "fait\">☑</span> " : "à faire\">☐</span> "
      } else {
        html += "<li>"
      }
      for (index, block) in item.blocks.enumerated() {
        if index > 0, html.last != UInt8(ascii: "\n") { html += "\n" }
        write(block, isTight: list.isTight)
      }
      html += "</li>\n"
    }
    html += list.isOrdered ? "</ol>\n" : "</ul>\n"
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
    write(text)
    html += "</code></pre>\n"
  }
}
