/// Where in the syntax of HTML a text stops: in text, in a tag, between an attribute's quotes…
///
/// It reads the static parts of a layout one after the other, in the manner of the HTML standard's
/// tokenizer, to know where each insertion lands.
struct HTMLPosition: Hashable {
  enum State: Hashable {
    case text
    case tagOpen
    case endTagOpen
    case tagName
    case insideTag
    case attributeName
    case afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    case markup
    case declaration
    case comment
    /// Within `script` or `style`.
    case raw
  }

  /// How much of an address is known where a value stands: what begins one decides where it leads.
  enum Address: Hashable {
    /// The value is no address.
    case none
    /// In `content="0; url=…"`: the last bytes, until the address begins.
    case sought([UInt8])
    /// The first bytes, in lower case and without spaces, which do not yet say where it leads.
    case begun([UInt8])
    /// A single `/`: a second one would begin the name of a site.
    case rooted
    /// In the name of a site, or right before it: after `https:` or `//`.
    case site(isNamed: Bool)
    /// Whatever follows stays on the site that is known, or under a scheme that runs nothing.
    case open
    /// Under a scheme that is not one of links, such as `javascript`.
    case unsafe([UInt8])
  }

  private(set) var state = State.text
  private var address = Address.none
  /// The element whose tag is being read, or whose raw text it is, in lower case.
  private(set) var element: [UInt8] = []
  private(set) var attribute: [UInt8] = []
  private var isEndTag = false
  /// How much of `</script` has been read in raw text, or of dashes in a comment.
  private var progress = 0

  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// Takes note that a value stands here.
  mutating func readInsertion() {
    switch state {
    case .beforeValue: state = .unquotedValue
    case .tagOpen: state = .text
    default: break
    }
    // It is an address, or was refused.
    switch address {
    case .begun, .rooted, .site: address = .open
    case .none, .sought, .open, .unsafe: break
    }
  }

  /// The position common to two branches, or nil when they leave the page in different places.
  func merged(with other: HTMLPosition) -> HTMLPosition? {
    if self == other { return self }
    guard element == other.element else { return nil }
    var result = self
    if isInsideTag, other.isInsideTag {
      result.state = .insideTag
      return result
    }
    result.progress = 0
    result.address = address.merged(with: other.address)
    return state == other.state && attribute == other.attribute ? result : nil
  }

  private var isInsideTag: Bool {
    switch state {
    case .tagName, .insideTag, .attributeName, .afterAttributeName, .unquotedValue: true
    default: false
    }
  }

  private mutating func read(_ byte: UInt8) {
    let isSpace = [0x20, 0x09, 0x0A, 0x0C].contains(byte)
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen: readTagOpen(byte)
    case .endTagOpen: Bytes.isLetter(byte) ? beginTag(byte, isEnd: true) : (state = .text)
    case .tagName:
      if isSpace || byte == UInt8(ascii: "/") {
        state = .insideTag
      } else if byte == UInt8(ascii: ">") {
        endTag()
      } else {
        element.append(byte | 0x20)
      }
    case .insideTag, .attributeName, .afterAttributeName: readAttribute(byte, isSpace: isSpace)
    case .beforeValue: readBeforeValue(byte, isSpace: isSpace)
    case .value(let quote):
      if byte == quote {
        state = .insideTag
        address = .none
      } else if isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"),
        Address.areSeveral(in: Bytes.string(attribute))
      {
        address = .begun([])
      } else {
        address.read(byte)
      }
    case .unquotedValue:
      if isSpace { state = .insideTag } else if byte == UInt8(ascii: ">") { endTag() }
    case .markup, .declaration, .comment: readMarkup(byte)
    case .raw: readRaw(byte, isSpace: isSpace)
    }
  }

  private mutating func readTagOpen(_ byte: UInt8) {
    progress = 0
    switch byte {
    case UInt8(ascii: "/"): state = .endTagOpen
    case UInt8(ascii: "!"): state = .markup
    case UInt8(ascii: "?"): state = .declaration
    case UInt8(ascii: "<"): break
    default: Bytes.isLetter(byte) ? beginTag(byte, isEnd: false) : (state = .text)
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEnd: Bool) {
    state = .tagName
    element = [byte | 0x20]
    attribute = []
    isEndTag = isEnd
  }

  private mutating func endTag() {
    let isRaw = element == Array("script".utf8) || element == Array("style".utf8)
    state = isRaw && !isEndTag ? .raw : .text
    progress = 0
    attribute = []
    if state == .text { element = [] }
    isEndTag = false
  }

  private mutating func readAttribute(_ byte: UInt8, isSpace: Bool) {
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): state = .insideTag
    case UInt8(ascii: "=") where state != .insideTag: state = .beforeValue
    case _ where isSpace: if state == .attributeName { state = .afterAttributeName }
    default:
      if state != .attributeName { attribute = [] }
      state = .attributeName
      attribute.append(Bytes.isLetter(byte) ? byte | 0x20 : byte)
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8, isSpace: Bool) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      state = .value(quote: byte)
      address = Address(of: Bytes.string(attribute), in: Bytes.string(element))
    case UInt8(ascii: ">"): endTag()
    default: if !isSpace { state = .unquotedValue }
    }
  }

  private mutating func readMarkup(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    switch state {
    case .markup:
      progress = isDash ? progress + 1 : 0
      if progress == 2 {
        // `<!-->` is an empty comment: the opening dashes count.
        state = .comment
      } else if !isDash {
        state = byte == UInt8(ascii: ">") ? .text : .declaration
      }
    case .comment:
      if byte == UInt8(ascii: ">"), progress >= 2 { state = .text }
      progress = isDash ? progress + 1 : 0
    default: if byte == UInt8(ascii: ">") { state = .text }
    }
  }

  private mutating func readRaw(_ byte: UInt8, isSpace: Bool) {
    let end = Array("</".utf8) + element
    if progress == end.count {
      progress = 0
      if isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        isEndTag = true
        state = .insideTag
        if byte == UInt8(ascii: ">") { endTag() }
        return
      }
    }
    let lowered = Bytes.isLetter(byte) ? byte | 0x20 : byte
    if lowered == end[progress] {
      progress += 1
    } else {
      progress = byte == UInt8(ascii: "<") ? 1 : 0
    }
  }
}

extension HTMLPosition.Address {
  private static let attributes: Set<String> = [
    "action", "background", "by", "cite", "data", "formaction", "from", "href", "imagesrcset",
    "longdesc", "manifest", "ping", "poster", "src", "srcset", "to", "values", "xlink:href",
  ]

  /// Attributes that hold several addresses, one after the other.
  static func areSeveral(in attribute: String) -> Bool {
    ["imagesrcset", "ping", "srcset", "values"].contains(attribute)
  }

  /// Whether nothing but a delay stands before: « 0; » in the content of a refresh. Of longer content the
  /// last four signs are known, « 2025; ».
  var followsDelay: Bool {
    guard case .sought(let last) = self, last.count < 4, let sign = last.last else { return false }
    return [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(sign)
      && last.dropLast().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  private static let schemes = Set(["http", "https", "mailto", "tel"].map { Array($0.utf8) })

  init(of attribute: String, in element: String) {
    self =
      if Self.attributes.contains(attribute) {
        .begun([])
      } else if element == "meta", attribute == "content" {
        .sought([])
      } else {
        .none
      }
  }

  mutating func read(_ byte: UInt8) {
    // Browsers pass over spaces and line ends in the beginning of an address.
    guard byte > 0x20 else { return }
    let small = Bytes.isLetter(byte) ? byte | 0x20 : byte
    switch self {
    case .sought(let last):
      let last = last.suffix(3) + [small]
      self = last.elementsEqual("url=".utf8) ? .begun([]) : .sought(Array(last))
    case .begun(let start):
      switch byte {
      case UInt8(ascii: ":"): self = Self.following(start)
      case _ where Self.isSlash(byte): self = start.isEmpty ? .rooted : .open
      case UInt8(ascii: "?"), UInt8(ascii: "#"): self = .open
      // No scheme is as long.
      default: if start.count < 16 { self = .begun(start + [small]) }
      }
    case .rooted: self = Self.isSlash(byte) ? .site(isNamed: false) : .open
    case .site(let isNamed):
      switch byte {
      case _ where Self.isSlash(byte): if isNamed { self = .open }
      case UInt8(ascii: "?"), UInt8(ascii: "#"): self = .open
      default: self = .site(isNamed: true)
      }
    case .none, .open, .unsafe: break
    }
  }

  /// What follows the colon of a scheme.
  private static func following(_ scheme: [UInt8]) -> Self {
    guard schemes.contains(scheme) else { return .unsafe(scheme) }
    return scheme.starts(with: "http".utf8) ? .site(isNamed: false) : .open
  }

  /// Browsers take one for the other.
  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// What is known where two branches meet.
  func merged(with other: Self) -> Self {
    switch (self, other) {
    case (.unsafe, _), (_, .none): self
    case (_, .unsafe), (.none, _): other
    case (_, .open): self
    default: other
    }
  }
}

/// Whether a value may be inserted where the position is.
extension HTMLPosition {
  enum Verdict {
    case allowed(InsertionContext)
    /// The place, named in French after « dans ».
    case refused(place: String, expected: String)
  }

  var verdict: Verdict {
    let quoted = "un attribut entre guillemets : attribut=\"{{ … }}\""
    let text = "une insertion dans le texte de la page ou dans un attribut entre guillemets"
    return switch state {
    case .text: .allowed(.htmlText)
    case .value: attributeVerdict(expected: text)
    case .beforeValue, .unquotedValue:
      .refused(place: "un attribut sans guillemets", expected: quoted)
    case .tagOpen, .endTagOpen, .tagName: .refused(place: "un nom de balise HTML", expected: text)
    case .insideTag, .attributeName, .afterAttributeName:
      .refused(place: "une balise HTML, hors d'un attribut", expected: quoted)
    case .comment: .refused(place: "un commentaire HTML", expected: text)
    case .markup, .declaration: .refused(place: "une déclaration HTML", expected: text)
    case .raw: .refused(place: "un élément « \(Bytes.string(element)) »", expected: text)
    }
  }

  /// What holds a page, a style, or an address within a style: `url(…)`.
  private static let codeAttributes: Set<String> = [
    "clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask",
    "srcdoc", "stroke", "style",
  ]

  private func attributeVerdict(expected: String) -> Verdict {
    let name = Bytes.string(attribute)
    let isCode = name.hasPrefix("on") || HTMLPosition.codeAttributes.contains(name)
    if isCode || address.followsDelay {
      return .refused(place: "l'attribut « \(name) »", expected: expected)
    }
    return switch address {
    case .begun, .rooted, .site: .allowed(.htmlAddress)
    case .unsafe(let scheme):
      .refused(
        place: "une adresse « \(Bytes.string(scheme)): »", expected: "une adresse https ou du site")
    case .none, .sought, .open: .allowed(.htmlAttribute)
    }
  }
}
