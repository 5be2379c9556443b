import Comparison
import Markdown
import Text

/// The words of a block.
extension ChangesRenderer {
  /// Writes a line of text, what changed in it marked and said.
  mutating func write(_ runs: [Run], _ context: Context) {
    for run in runs {
      switch (run, context) {
      // An old link may lead nowhere by now.
      case (.equal(let text), .removed), (.folded(let text, _), .removed):
        write(text, linked: false)
      case (.equal(let text), _): write(text)
      case (.folded(let before, let after), .mixed)
      where before.plainText != after.plainText:
        html += "<span class=\"vue-a\">"
        write(before, linked: false)
        html += "</span><span class=\"vue-b\">"
        write(after)
        html += "</span>"
      case (.folded(_, let after), _): write(after)
      case (.deleted(let text), .mixed): mark("del", "supprimé", text, linked: false)
      case (.deleted(let text), _): write(text, linked: false)
      case (.inserted(let text), .mixed): mark("ins", "ajouté", text, linked: true)
      case (.inserted(let text), _): write(text)
      }
    }
  }

  /// The nature of the change in words too: screen readers say nothing of `ins` and `del`.
  private mutating func mark(
    _ element: String, _ word: String, _ text: RichText, linked: Bool
  ) {
    var before = ""
    swap(&before, &html)
    write(text, linked: linked, showsAddresses: true)
    swap(&before, &html)
    // The mark stands around the words, not around the spaces beside them.
    let space = UInt8(ascii: " ")
    let content = before.utf8
    let inside = content.drop { $0 == space }
    let end = inside.reversed().prefix { $0 == space }.count
    if inside.count == end { return html += before }
    html += Substring(content[..<inside.startIndex])
    html += "<\(element)><span class=\"dit\">[\(word)\u{A0}: </span>"
    html += Substring(inside.dropLast(end))
    html += "<span class=\"dit\">]</span></\(element)>"
    html += Substring(inside.suffix(end))
  }

  /// - Parameters:
  ///   - linked: whether links can be followed.
  ///   - showsAddresses: whether addresses that no word says are printed: a new one is a change.
  private mutating func write(
    _ text: RichText, linked: Bool = true, showsAddresses: Bool = false
  ) {
    var pieces = text.pieces[...]
    while let first = pieces.first {
      let target = linked && !first.style.marks.contains(.image) ? first.style.link : nil
      let group = pieces.prefix {
        $0.style.link == first.style.link
          && $0.style.marks.contains(.image) == first.style.marks.contains(.image)
      }
      pieces = pieces.dropFirst(group.count)
      let address = group.allSatisfy { $0.style.role == .address } ? nil : target.flatMap(link)
      if let address { html += "<a href=\"\(HTMLEscape.address(address))\">" }
      for piece in group {
        let isStruck = showsAddresses && piece.style.marks.contains(.strikethrough)
        html += isStruck ? "<span class=\"dit\">[barré\u{A0}: </span>" : ""
        html += word(piece)
        html += isStruck ? "<span class=\"dit\">]</span>" : ""
      }
      if address != nil { html += "</a>" }
      guard showsAddresses else { continue }
      // A place of the note itself says nothing to readers.
      for piece in group where piece.style.role == .address && !piece.text.hasPrefix("#") {
        html += " (adresse\u{A0}: \(HTMLEscape.text(piece.text)))"
      }
    }
  }

  private func word(_ piece: TextPiece) -> String {
    switch piece.style.role {
    case .lineBreak: return "<br>\n"
    case .noteReference: return "<sup>\(HTMLEscape.text(piece.text))</sup>"
    case .address: return ""
    case .explanation: return HTMLEscape.text(piece.text)
    case .text: break
    }
    var html = HTMLEscape.text(piece.text)
    if let form = piece.style.form {
      html = "<abbr title=\"\(HTMLEscape.text(form))\">\(html)</abbr>"
    }
    if piece.style.marks.contains(.image) { html = "[image\u{A0}: \(html)]" }
    for (mark, element) in [
      (Style.Marks.code, "code"), (.strikethrough, "s"), (.emphasis, "em"), (.strong, "strong"),
    ] where piece.style.marks.contains(mark) {
      html = "<\(element)>\(html)</\(element)>"
    }
    return html
  }
}
