import Text

extension TextRenderer {
  /// One text in which ordinary spaces may become ends of lines.
  func text(_ inlines: [Inline]) -> [UInt8] {
    var text: [UInt8] = []
    append(inlines, to: &text)
    return text
  }

  func append(_ inlines: [Inline], to text: inout [UInt8]) {
    for inline in inlines { append(inline, to: &text) }
  }

  private func append(_ inline: Inline, to text: inout [UInt8]) {
    switch inline {
    case .text(let words), .code(let words), .abbreviation(let words, _),
      .explanation(let words, _):
      text += words
    case .softBreak: text.append(UInt8(ascii: " "))
    case .lineBreak: text.append(Wrapping.lineBreak)
    case .html: break
    case .emphasis(let content), .strong(let content): append(content, to: &text)
    case .strikethrough(let content):
      text += "[supprimé\u{A0}: "
      append(content, to: &text)
      text += "]"
    case .link(let link): append(link, to: &text)
    case .image(let image):
      let content = self.text(image.content)
      if !content.isEmpty {
        text += "[image\u{A0}: "
        text += content
        text += "]"
      }
    case .noteReference(let number, _): text += "\u{A0}[\(number)]"
    }
  }

  private func append(_ link: Link, to text: inout [UInt8]) {
    let start = text.count
    append(link.content, to: &text)
    let kind = link.address
    guard let printed = printedAddress(link, kind), !link.says(printed, kind) else { return }
    text += text.count == start ? "<" : " <"
    let bytes = Array(printed.utf8)
    var index = 0
    while index < bytes.count {
      if let length = Wrapping.spaceLength(in: bytes, at: index) {
        text += "%20"
        index += length
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    text += ">"
  }

  /// The address that a reader could use; nil for a place of the same text.
  private func printedAddress(_ link: Link, _ kind: Address) -> String? {
    let destination = link.destination
    switch kind {
    case .anchor, .unsafe: return nil
    case .mail, .telephone:
      return String(destination.drop { $0 != ":" }.dropFirst().prefix { $0 != "?" })
    case .web: return destination
    case .relative: return destination.isEmpty ? nil : resolve(destination)
    }
  }
}

extension Link {
  /// Whether the words of the link already say its address.
  fileprivate func says(_ printed: String, _ kind: Address) -> Bool {
    let text = content.plainText
    switch kind {
    case .telephone:
      let said = text.utf8.filter(Unit.isDigit)
      let wanted = printed.utf8.filter(Unit.isDigit)
      // « 03 29 68 39 77 » says +33329683977.
      let national = said.drop { $0 == UInt8(ascii: "0") }
      return said == wanted || (national.count >= 6 && wanted.suffix(national.count) == national)
    case .mail: return text == printed || text.lowercased().contains(printed.lowercased())
    case .web, .relative, .anchor, .unsafe:
      let said = Link.bare(text)
      return said.elementsEqual(Link.bare(printed)) || said.elementsEqual(Link.bare(destination))
    }
  }

  /// An address without its scheme and last slash.
  private static func bare(_ address: String) -> Substring.UTF8View {
    var bare = address.utf8[...]
    for scheme in ["https://", "http://"] where bare.starts(with: scheme.utf8) {
      bare = bare.dropFirst(scheme.utf8.count)
    }
    return bare.last == UInt8(ascii: "/") ? bare.dropLast() : bare
  }
}
