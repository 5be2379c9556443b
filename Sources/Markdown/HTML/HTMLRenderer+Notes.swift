extension HTMLRenderer {
  mutating func writeReference(_ number: Int) {
    referenceCounts[number, default: 0] += 1
    let id = HTMLRenderer.referenceID(number, referenceCounts[number] ?? 1)
    html += "<sup class=\"appel\"><a id=\"\(id)\" href=\"#note-\(number)\" role=\"doc-noteref\""
    html += " aria-label=\"Note \(number)\">\(number)</a></sup>"
  }

  /// The HTML of footnotes, after all that refers to them; empty when there are none.
  public mutating func renderNotes(_ notes: [Footnote]) -> String {
    guard !notes.isEmpty else { return "" }
    // A footnote may refer to another: its links are known once all are written.
    let bodies = notes.map { note in noteParts(note) }
    let level = min(6, max(1, 2 + options.headingOffset))
    var result = "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n"
    result += "<h\(level) id=\"notes\">Notes</h\(level)>\n<ol>\n"
    for (index, body) in bodies.enumerated() {
      let links = backLinks(to: index + 1)
      result += "<li id=\"note-\(index + 1)\">\n\(body.blocks)"
      result += body.lastParagraph.map { "<p>\($0) \(links)</p>\n" } ?? "<p>\(links)</p>\n"
      result += "</li>\n"
    }
    return result + "</ol>\n</section>\n"
  }

  /// The HTML of a footnote, its last paragraph apart so that the way back can end it.
  private mutating func noteParts(_ note: Footnote) -> (blocks: String, lastParagraph: String?) {
    guard case .paragraph(let content)? = note.blocks.last?.kind else {
      return (render(note.blocks), nil)
    }
    let blocks = render(Array(note.blocks.dropLast()))
    return (blocks, render(content))
  }

  private func backLinks(to number: Int) -> String {
    let count = max(1, referenceCounts[number] ?? 1)
    return (1...count).map { rank in
      let place = rank == 1 ? "" : ", \(rank)e appel"
      return "<a class=\"retour\" href=\"#\(HTMLRenderer.referenceID(number, rank))\""
        + " role=\"doc-backlink\" aria-label=\"Retour à l’appel de la note \(number)\(place)\">"
        + "↩\(rank == 1 ? "" : "<sup>\(rank)</sup>")</a>"
    }.joined(separator: " ")
  }

  private static func referenceID(_ number: Int, _ rank: Int) -> String {
    rank == 1 ? "appel-\(number)" : "appel-\(number)-\(rank)"
  }
}
