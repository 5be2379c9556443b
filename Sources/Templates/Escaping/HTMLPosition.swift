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
    /// Within a tag, right after a block whose branches end in different ways: in a name, after it…
    case afterBlock
    case attributeName
    case afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    case markup
    case declaration
    case comment
    /// Within an element whose text has no tags, such as `script`.
    case raw
    /// Within `title` or `textarea`, whose text has no tags, but has entities.
    case escapable
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
  private(set) var address = Address.none
  /// The element whose tag is being read, or whose raw text it is, in lower case.
  private(set) var element: [UInt8] = []
  private(set) var attribute: [UInt8] = []
  private var isEndTag = false
  /// How much of `</script` has been read in raw text, or of dashes in a comment.
  private var progress = 0
  /// In raw text, the position of a browser for which it has tags: within `svg`, or without scripts.
  private var asMarkup: [HTMLPosition] = []
  /// Whether that browser was out of any tag before the `<` of what may end the raw text.
  private var isOutside = false
  /// What was just read that not all browsers read alike.
  private var doubt: Doubt?
  private let isWithinRaw: Bool

  init() { self.init(isWithinRaw: false) }

  private init(isWithinRaw: Bool) { self.isWithinRaw = isWithinRaw }

  /// Returns the first thing that not all browsers read alike, and where it stands.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> (doubt: Doubt, offset: Int)? {
    var first: (doubt: Doubt, offset: Int)?
    for index in bytes.indices {
      read(bytes[index])
      if let doubt {
        first = first ?? (doubt, index)
        self.doubt = nil
      }
    }
    return first
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
    guard element == other.element, isEndTag == other.isEndTag, progress == other.progress else {
      return nil
    }
    var result = self
    if isInsideTag, other.isInsideTag {
      result.attribute = []
      result.state = isBetweenNames && other.isBetweenNames ? .insideTag : .afterBlock
      return result
    }
    guard state == other.state, attribute == other.attribute,
      asMarkup.count == other.asMarkup.count
    else { return nil }
    for (rank, position) in other.asMarkup.enumerated() {
      guard let merged = asMarkup[rank].merged(with: position) else { return nil }
      result.asMarkup[rank] = merged
    }
    result.isOutside = isOutside && other.isOutside
    result.address = address.merged(with: other.address)
    return result
  }

  private var isInsideTag: Bool {
    switch state {
    case .tagName, .insideTag, .afterBlock, .attributeName, .afterAttributeName, .unquotedValue:
      true
    default: false
    }
  }

  /// Whether raw text is text to any browser, and nothing of its end has been read.
  var isPlainText: Bool { progress == 0 && asMarkup.allSatisfy { $0.state == .text } }

  /// Whether a letter would begin a name.
  private var isBetweenNames: Bool { state == .insideTag || state == .afterAttributeName }

  private mutating func read(_ byte: UInt8) {
    let isSpace = [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte)
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen: readTagOpen(byte)
    case .endTagOpen:
      if Bytes.isLetter(byte) {
        beginTag(byte, isEnd: true)
      } else {
        // `</ a>` is a comment.
        state = byte == UInt8(ascii: ">") ? .text : .declaration
      }
    case .tagName:
      if isSpace || byte == UInt8(ascii: "/") {
        enterTag()
      } else if byte == UInt8(ascii: ">") {
        endTag()
      } else {
        element.append(byte | 0x20)
      }
    case .afterBlock:
      if byte == UInt8(ascii: ">") { endTag() } else { enterTag() }
      if !isSpace, byte != UInt8(ascii: ">") { doubt = .joinedNames }
    case .insideTag, .attributeName, .afterAttributeName: readAttribute(byte, isSpace: isSpace)
    case .beforeValue: readBeforeValue(byte, isSpace: isSpace)
    case .value(let quote):
      if byte == quote {
        enterTag()
      } else if isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"),
        Address.areSeveral(in: Bytes.string(attribute))
      {
        address = .begun([])
      } else {
        address.read(byte)
      }
    case .unquotedValue:
      if isSpace { enterTag() } else if byte == UInt8(ascii: ">") { endTag() }
    case .markup, .declaration, .comment: readMarkup(byte)
    case .raw, .escapable: readRaw(byte, isSpace: isSpace)
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

  private mutating func enterTag() {
    state = .insideTag
    attribute = []
    address = .none
  }

  /// Elements whose text browsers read without tags, at least where they run scripts.
  private static let rawElements = Set(
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp"]
      .map { Array($0.utf8) })

  private static let escapableElements = Set(["textarea", "title"].map { Array($0.utf8) })

  private mutating func endTag() {
    state = isEndTag ? .text : stateInside(element)
    if isWithinRaw, state != .text {
      doubt = .rawText(within: element)
      state = .text
    }
    asMarkup = state == .text ? [] : [HTMLPosition(isWithinRaw: true)]
    progress = 0
    attribute = []
    if state == .text { element = [] }
    isEndTag = false
  }

  private func stateInside(_ element: [UInt8]) -> State {
    if HTMLPosition.rawElements.contains(element) { return .raw }
    return HTMLPosition.escapableElements.contains(element) ? .escapable : .text
  }

  private mutating func readAttribute(_ byte: UInt8, isSpace: Bool) {
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): enterTag()
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
      // What `<![CDATA[` begins is text within `svg`, and ends at the first `>` elsewhere.
      if byte == UInt8(ascii: "[") { doubt = .characters }
      if progress == 2 {
        // `<!-->` is an empty comment: the opening dashes count.
        state = .comment
      } else if !isDash {
        state = byte == UInt8(ascii: ">") ? .text : .declaration
      }
    case .comment: readComment(byte, isDash: isDash)
    default: if byte == UInt8(ascii: ">") { state = .text }
    }
  }

  private mutating func readComment(_ byte: UInt8, isDash: Bool) {
    if byte == UInt8(ascii: ">"), progress == 2 {
      state = .text
      progress = 0
    } else if byte == UInt8(ascii: "!"), progress == 2 {
      doubt = .commentEnd
      progress = 0
    } else {
      progress = isDash ? min(progress + 1, 2) : 0
    }
  }

  private mutating func readRaw(_ byte: UInt8, isSpace: Bool) {
    // Nothing ends it.
    if element == Array("plaintext".utf8) { return }
    if byte == UInt8(ascii: "<") {
      isOutside = asMarkup.allSatisfy { $0.state == .text || $0.state == .tagOpen }
    }
    let end = Array("</".utf8) + element
    if progress == end.count {
      progress = 0
      if isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        return endRaw(byte)
      }
    }
    for rank in asMarkup.indices {
      asMarkup[rank].read(byte)
      if asMarkup[rank].doubt != nil { doubt = .rawText(within: element) }
      asMarkup[rank].doubt = nil
    }
    let lowered = Bytes.isLetter(byte) ? byte | 0x20 : byte
    if lowered == end[progress] {
      progress += 1
    } else {
      progress = byte == UInt8(ascii: "<") ? 1 : 0
    }
  }

  private mutating func endRaw(_ byte: UInt8) {
    if !isOutside { doubt = .rawText(within: element) }
    isEndTag = true
    asMarkup = []
    enterTag()
    if byte == UInt8(ascii: ">") { endTag() }
  }
}

extension HTMLPosition {
  /// Something in a layout that not all browsers read alike, or not everywhere in a page: no one can
  /// say where what follows it lands.
  struct Doubt: Hashable {
    let message: String
    let expected: String

    static let characters = Doubt(
      message: "Dans une page, « <![ » ne veut pas dire partout la même chose.",
      expected: "le texte lui-même")
    static let commentEnd = Doubt(
      message: "Ce commentaire HTML contient « --! ».", expected: "« --> » à la fin du commentaire")
    static let joinedNames = Doubt(
      message: "Ce signe se colle au bloc qui le précède, à l'intérieur d'une balise HTML.",
      expected: "une espace à cet endroit")

    static func rawText(within element: [UInt8]) -> Doubt {
      Doubt(
        message:
          "L'élément « \(Bytes.string(element)) » contient un début de balise, que les navigateurs ne "
          + "lisent pas tous de la même façon.",
        expected: "« < » suivi d'une espace, ou ce texte dans un fichier à part")
    }
  }
}
