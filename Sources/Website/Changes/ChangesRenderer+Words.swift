import Comparison
import Markdown
import Text

/// The words of a block.
extension ChangesRenderer {
  /// The HTML of a line of text, what changed in it marked and said.
  func runs(_ runs: [Run], _ context: Context) -> String {
    runs.map { run in
      switch (run, context) {
      case (.equal(let text), .removed): words(text, linked: false)
      case (.equal(let text), _): words(text)
      case (.folded(let before, _), .removed): words(before, linked: false)
      case (.folded(let before, let after), .mixed)
      where before.plainText != after.plainText:
        "<span class=\"vue-a\">\(words(before, linked: false))</span>"
          + "<span class=\"vue-b\">\(words(after))</span>"
      case (.folded(_, let after), _): words(after)
      // An old link may lead nowhere by now.
      case (.deleted(let text), .mixed):
        marked("del", "supprimé", text, linked: false)
      case (.deleted(let text), _): words(text, linked: false)
      case (.inserted(let text), .mixed):
        marked("ins", "ajouté", text, linked: true)
      case (.inserted(let text), _): words(text)
      }
    }.joined()
  }

  /// The nature of the change in words too: screen readers say nothing of `ins` and `del`.
  private func marked(
    _ element: String, _ word: String, _ text: RichText, linked: Bool
  ) -> String {
    let content = words(text, linked: linked, showsAddresses: true)
    // The mark stands around the words, not around the spaces beside them.
    let start = content.prefix { $0 == " " }
    let inside = content.dropFirst(start.count)
    let end = inside.reversed().prefix { $0 == " " }.count
    if inside.count == end { return content }
    return start + "<\(element)><span class=\"dit\">[\(word)\u{A0}: </span>"
      + inside.dropLast(end) + "<span class=\"dit\">]</span></\(element)>" + inside.suffix(end)
  }

  /// - Parameters:
  ///   - linked: whether links can be followed.
  ///   - showsAddresses: whether addresses that no word says are printed: a new one is a change.
  private func words(_ text: RichText, linked: Bool = true, showsAddresses: Bool = false) -> String
  {
    var html = ""
    var pieces = text.pieces[...]
    while let first = pieces.first {
      let target = linked && !first.style.marks.contains(.image) ? first.style.link : nil
      let group = pieces.prefix {
        $0.style.link == first.style.link
          && $0.style.marks.contains(.image) == first.style.marks.contains(.image)
      }
      pieces = pieces.dropFirst(group.count)
      let content = group.filter { $0.style.role != .address }.map(word).joined()
      if let address = target.flatMap(link), !content.isEmpty {
        html += "<a href=\"\(HTMLEscape.address(address))\">\(content)</a>"
      } else {
        html += content
      }
      guard showsAddresses else { continue }
      // A place of the note itself says nothing to readers.
      for piece in group where piece.style.role == .address && !piece.text.hasPrefix("#") {
        html += " (adresse\u{A0}: \(HTMLEscape.text(piece.text)))"
      }
    }
    return html
  }

  private func word(_ piece: TextPiece) -> String {
    switch piece.style.role {
    case .lineBreak: return "<br>\n"
    case .noteReference: return "<sup>\(HTMLEscape.text(piece.text))</sup>"
    case .address: return ""
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
