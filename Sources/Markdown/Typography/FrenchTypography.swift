/// The spaces and apostrophes of French, put into text.
///
/// U+202F stands before `; ! ?` and between groups of digits; U+00A0 before `: % € »`, after `«`
/// and « n° », and inside telephone numbers and postal codes such as « TSA 50 586 ». Nothing but
/// spaces and apostrophes ever changes, and a second run changes nothing. Code, addresses, links
/// whose text is an address and footnote numbers are left alone.
public enum FrenchTypography {
  public static func apply(to inlines: [Inline]) -> [Inline] {
    let inlines = withInnerTexts(inlines)
    let stream = InlineStream(inlines)
    guard !stream.nodes.isEmpty else { return inlines }
    var edits = TypographyEdits(stream.units)
    edits.apply()
    return stream.rewrite(
      inlines,
      text: { node in
        let text = edits.text(node.units)
        return text.isEmpty ? [] : [.text(text)]
      },
      softBreak: { unit in
        switch edits.units[unit] {
        case InlineStream.softBreak: [.softBreak]
        case Unit.deleted: []
        default: [.text(edits.text(unit..<unit + 1))]
        }
      })
  }

  /// The same for a string without markup, such as a title.
  public static func apply(to text: String) -> String {
    apply(to: [Inline.text(text)]).plainText
  }

  /// The text that replaces an image, and the full form of an acronym, are texts of their own.
  private static func withInnerTexts(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .image(var image):
        image.content = apply(to: image.content)
        return .image(image)
      case .abbreviation(let sigle, let form):
        return .abbreviation(sigle: sigle, form: apply(to: form))
      case .emphasis(let content): return .emphasis(withInnerTexts(content))
      case .strong(let content): return .strong(withInnerTexts(content))
      case .strikethrough(let content): return .strikethrough(withInnerTexts(content))
      case .link(var link):
        link.content = withInnerTexts(link.content)
        return .link(link)
      case .text, .softBreak, .lineBreak, .code, .html, .noteReference: return inline
      }
    }
  }
}

extension Document {
  /// Puts French spaces and apostrophes into every text.
  public mutating func applyFrenchTypography() {
    visitInlines { inlines, _ in inlines = FrenchTypography.apply(to: inlines) }
  }
}
