import Text

/// Writes HTML from the tree, valid for the Nu validator and accessible.
///
/// One renderer serves one page: it counts tables, callouts and footnote references, so that their
/// ids stay unique. Raw HTML and unsafe addresses are never printed.
public struct HTMLRenderer {
  /// The first parts of the ids that the renderer makes, followed by a hyphen and a number.
  static let ownPrefixes: Set<String> = ["note", "appel", "tableau", "encadre"]

  let isPlain: Bool
  let afterHeading: (Heading) -> String
  var html: [UInt8] = []
  var tableCount = 0
  var calloutCount = 0
  /// The acronyms whose form stands in this part.
  private var explained: Set<String> = []
  /// How many times each footnote was referred to, by its number.
  var referenceCounts: [Int: Int] = [:]

  /// The whole document, its footnotes at the end.
  ///
  /// - Parameters:
  ///   - isPlain: whether headings get no permanent link, tables no frame…: the HTML is that of cmark
  ///     itself then, but for the differences listed in the tests.
  ///   - afterHeading: HTML of our own to write after each heading; not where `isPlain`.
  public static func render(
    _ document: Document, isPlain: Bool = false,
    afterHeading: @escaping (Heading) -> String = { _ in "" }
  ) -> String {
    var renderer = HTMLRenderer(isPlain: isPlain, afterHeading: afterHeading)
    for block in document.blocks { renderer.write(block) }
    renderer.write(document.notes)
    return renderer.html.text
  }

  // MARK: Blocks

  private mutating func write(_ block: Block, isTight: Bool = false) {
    switch block.kind {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      if isTight { write(content) } else { write(content, between: "<p>", "</p>\n") }
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
    // The frame has room for the permanent link, which the page's script adds beside the heading, not
    // in it: a screen reader's list of headings would repeat its name.
    let hasFrame = !isPlain && !heading.identifier.isEmpty
    if heading.level <= 2 { explained.removeAll() }
    if hasFrame { html += "<div class=\"titre-\(heading.level)\">\n" }
    html += "<h\(heading.level)"
    if hasFrame { writeAttribute("id", heading.identifier) }
    html += ">"
    if !isPlain, let number = heading.number {
      html += "<b>\(number)</b> "
    }
    write(heading.content)
    html += "</h\(heading.level)>\n"
    guard hasFrame else { return }
    html += "</div>\n"
    html += afterHeading(heading)
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

  // MARK: Tables

  private mutating func write(_ table: Table) {
    if isPlain { return writeBare(table, captionID: nil) }
    tableCount += 1
    let id = "tableau-\(tableCount)"
    // A frame that scrolls must be reachable by keyboard, hence have a role and a name.
    html += "<div class=\"table\" role=\"region\" tabindex=\"0\" "
    html += table.caption.isEmpty ? "aria-label=\"Tableau\"" : "aria-labelledby=\"\(id)\""
    html += ">\n"
    writeBare(table, captionID: id)
    html += "</div>\n"
  }

  private mutating func writeBare(_ table: Table, captionID: String?) {
    html += "<table>\n"
    if !table.caption.isEmpty {
      let start = captionID.map { "<caption id=\"\($0)\">" } ?? "<caption>"
      write(table.caption, between: start, "</caption>\n")
    }
    html += "<thead>\n"
    writeRow(table.header, of: table, isHeader: true)
    html += "</thead>\n"
    if !table.rows.isEmpty {
      let titles = isPlain ? [] : table.cardTitles
      html += "<tbody>\n"
      for row in table.rows { writeRow(row, of: table, isHeader: false, titles: titles) }
      html += "</tbody>\n"
    }
    html += "</table>\n"
  }

  private mutating func writeRow(
    _ row: [[Inline]], of table: Table, isHeader: Bool, titles: [String] = []
  ) {
    html += "<tr>\n"
    for (column, cell) in row.enumerated() {
      // An empty cell heads nothing.
      let isHead = isHeader && !cell.isEmpty
      html += isHead ? "<th scope=\"col\"" : "<td"
      let lines = CellLine.lines(of: cell)
      // The items of a list begin in one column.
      if lines?.contains(where: \.isItem) != true {
        html += HTMLRenderer.alignments[table.alignment(column)] ?? ""
      }
      if titles.indices.contains(column), !titles[column].isEmpty {
        writeAttribute("data-titre", titles[column])
      }
      html += ">"
      if let lines { write(lines) } else { write(cell) }
      html += isHead ? "</th>\n" : "</td>\n"
    }
    html += "</tr>\n"
  }

  private mutating func write(_ lines: [CellLine]) {
    for (rank, line) in lines.enumerated() {
      let before = rank > 0 ? lines[rank - 1] : nil
      let isAfterItem = before?.isItem ?? false
      if line.isItem {
        html += isAfterItem ? "" : "<ul>\n"
        write(line.content, between: "<li>", "</li>\n")
      } else {
        if isAfterItem { html += "</ul>\n" } else if rank > 0 { html += "<br>\n" }
        write(line.content)
      }
    }
    if lines.last?.isItem ?? false { html += "</ul>\n" }
  }

  /// The attributes of cells; HTML 5 has no `align`.
  private static let alignments: [Table.Alignment: String] = [
    .left: " class=\"gauche\"", .center: " class=\"centre\"", .right: " class=\"droite\"",
  ]

  // MARK: Inlines

  private mutating func write(_ text: String) { HTMLEscape.append(text, to: &html) }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text), .explanation(let text, _): write(text)
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
      // Once in each part: readers are near it, and the page's script shows it at each use.
      if isPlain || explained.insert(sigle).inserted { writeAttribute("title", form) }
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

  // MARK: Footnotes

  private mutating func writeReference(_ number: Int) {
    referenceCounts[number, default: 0] += 1
    let id = HTMLRenderer.referenceID(number, referenceCounts[number] ?? 1)
    html += "<sup><a id=\"\(id)\" href=\"#note-\(number)\" role=\"doc-noteref\""
    html += " aria-label=\"Note \(number)\">\(number)</a></sup>"
  }

  /// Footnotes, after all that refers to them.
  private mutating func write(_ notes: [Footnote]) {
    guard !notes.isEmpty else { return }
    html += "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n"
    html += "<h2 id=\"notes\">Notes</h2>\n<ol>\n"
    // A footnote may refer to another: its links are known once all are written.
    let start = html.count
    var bodies: [[UInt8]] = []
    for note in notes {
      writeBody(of: note)
      bodies.append(Array(html[start...]))
      html.removeSubrange(start...)
    }
    for (index, body) in bodies.enumerated() {
      html += "<li id=\"note-\(index + 1)\">"
      html += body
      html += backLinks(to: index + 1)
      html += notes[index].isOneParagraph ? "</li>\n" : "</p>\n</li>\n"
    }
    html += "</ol>\n</section>\n"
  }

  /// The last paragraph stays open, so that the way back can end it.
  private mutating func writeBody(of note: Footnote) {
    if !note.isOneParagraph { html += "\n" }
    guard case .paragraph(let content)? = note.blocks.last?.kind else {
      for block in note.blocks { write(block) }
      html += "<p>"
      return
    }
    for block in note.blocks.dropLast() { write(block) }
    if !note.isOneParagraph { html += "<p>" }
    write(content)
    html += " "
  }

  private func backLinks(to number: Int) -> String {
    let count = max(1, referenceCounts[number] ?? 1)
    return (1...count).map { rank in
      let place = rank == 1 ? "" : ", \(rank)e fois"
      return "<a href=\"#\(HTMLRenderer.referenceID(number, rank))\""
        + " role=\"doc-backlink\" aria-label=\"Retour à l’appel \(number)\(place)\">"
        + "↩\(rank == 1 ? "" : "<sup>\(rank)</sup>")</a>"
    }.joined(separator: " ")
  }

  private static func referenceID(_ number: Int, _ rank: Int) -> String {
    rank == 1 ? "appel-\(number)" : "appel-\(number)-\(rank)"
  }
}

extension Footnote {
  fileprivate var isOneParagraph: Bool {
    if case .paragraph? = blocks.first?.kind { blocks.count == 1 } else { false }
  }
}
