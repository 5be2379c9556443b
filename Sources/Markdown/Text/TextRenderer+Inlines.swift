import Text

extension TextRenderer {
  /// One text in which ordinary spaces may become ends of lines and newlines are wanted.
  func text(_ inlines: [Inline]) -> String {
    var result = ""
    for inline in inlines { result += text(inline) }
    return result
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text): TextRenderer.onOneLine(text)
    case .softBreak: " "
    case .lineBreak: "\n"
    case .html: ""
    case .emphasis(let content), .strong(let content): text(content)
    case .strikethrough(let content): "[supprimé\u{A0}: \(text(content))]"
    case .link(let link): text(link)
    case .image(let image): imageText(image)
    case .noteReference(let number, _): "\u{A0}[\(number)]"
    case .abbreviation(let sigle, _): TextRenderer.onOneLine(sigle)
    }
  }

  private func imageText(_ image: Link) -> String {
    let text = text(image.content)
    return text.isEmpty ? "" : "[image\u{A0}: \(text)]"
  }

  private func text(_ link: Link) -> String {
    let content = text(link.content)
    guard let address = printedAddress(link), !link.says(address) else { return content }
    let shown = "<\(TextRenderer.onOneLine(address).replacing(" ", with: "%20"))>"
    return content.isEmpty ? shown : "\(content) \(shown)"
  }

  /// The address that a reader could use; nil for a place of the same text.
  private func printedAddress(_ link: Link) -> String? {
    let destination = link.destination
    switch link.address {
    case .anchor, .unsafe: return nil
    case .mail, .telephone:
      let colon = destination.firstIndex(of: ":").map { destination.index(after: $0) }
      let rest = destination[(colon ?? destination.startIndex)...]
      return String(rest.prefix { $0 != "?" })
    case .web, .relative: return destination.isEmpty ? nil : options.address(destination)
    }
  }

  /// Control characters, which an entity can bring, would break the lines.
  static func onOneLine(_ text: String) -> String {
    let isControl: (Unicode.Scalar) -> Bool = {
      $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x85 || $0.value == 0x2028
        || $0.value == 0x2029
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.map { isControl($0) ? " " : $0 }.string
  }
}

extension Link {
  /// Whether the words of the link already say its address.
  fileprivate func says(_ printed: String) -> Bool {
    let text = content.plainText
    switch address {
    case .telephone:
      let said = text.filter(\.isASCIIDigit)
      let wanted = printed.filter(\.isASCIIDigit)
      // « 03 29 68 39 77 » says +33329683977.
      let national = said.drop { $0 == "0" }
      return said == wanted || (national.count >= 6 && wanted.hasSuffix(national))
    case .mail: return text.lowercased().contains(printed.lowercased())
    case .web, .relative, .anchor, .unsafe:
      return Link.bare(text) == Link.bare(printed) || Link.bare(text) == Link.bare(destination)
    }
  }

  /// An address without its scheme and last slash.
  private static func bare(_ address: String) -> Substring {
    var bare = address[...]
    for scheme in ["https://", "http://"] where bare.hasPrefix(scheme) {
      bare = bare.dropFirst(scheme.count)
    }
    return bare.hasSuffix("/") ? bare.dropLast() : bare
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
