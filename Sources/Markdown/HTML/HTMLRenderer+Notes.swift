import Text

extension HTMLRenderer {
  mutating func writeReference(_ number: Int) {
    referenceCounts[number, default: 0] += 1
    let id = HTMLRenderer.referenceID(number, referenceCounts[number] ?? 1)
    html += "<sup class=\"appel\"><a id=\"\(id)\" href=\"#note-\(number)\" role=\"doc-noteref\""
    html += " aria-label=\"Note \(number)\">\(number)</a></sup>"
  }

  /// Footnotes, after all that refers to them.
  mutating func write(_ notes: [Footnote]) {
    guard !notes.isEmpty else { return }
    html += "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n"
    html += "<h2 id=\"notes\">Notes</h2>\n<ol>\n"
    // A footnote may refer to another: its links are known once all are written.
    let start = html.count
    var ends: [Int] = []
    for note in notes {
      writeBody(of: note)
      ends.append(html.count - start)
    }
    let bodies = Array(html[start...])
    html.removeSubrange(start...)
    var rest = 0
    for (index, end) in ends.enumerated() {
      html += "<li id=\"note-\(index + 1)\">\n"
      html += bodies[rest..<end]
      html += backLinks(to: index + 1) + "</p>\n</li>\n"
      rest = end
    }
    html += "</ol>\n</section>\n"
  }

  /// The last paragraph stays open, so that the way back can end it.
  private mutating func writeBody(of note: Footnote) {
    guard case .paragraph(let content)? = note.blocks.last?.kind else {
      for block in note.blocks { write(block) }
      html += "<p>"
      return
    }
    for block in note.blocks.dropLast() { write(block) }
    html += "<p>"
    write(content)
    html += " "
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
