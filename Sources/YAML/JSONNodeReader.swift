public import Diagnostics

/// Reads a JSON text into the tree that YAML gives, with the same places.
///
/// JSON is nearly YAML, but for tabulations, escapes such as `\/` and pairs of surrogates; it is also
/// what programs write, in sizes that nobody types. So it is read as it is defined (RFC 8259), in
/// one pass. A text that is no JSON is left to the YAML reader.
public struct JSONNodeReader {
  /// Where and why the text is no JSON.
  public struct Fault: Error {
    public var message: String
    public var place: Place
    public var expected: String?
    public var isTooDeep = false
  }

  /// What the text is, in messages: « scénario ».
  private let subject: String
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// The bytes of the line so far that begin no scalar.
  private var continuations = 0
  private var depth = 0
  public private(set) var duplicates: [Diagnostic] = []

  /// - Parameter subject: what the text is, a masculine noun.
  public init(_ source: SourceText, subject: String) {
    self.subject = subject
    file = source.path
    bytes = Array(source.text.utf8)
  }

  /// The tree of the whole text.
  public mutating func read() throws(Fault) -> YAMLNode {
    skipWhite()
    let node = try value()
    skipWhite()
    guard position == bytes.count else {
      throw fault(
        "Du texte suit la fin du \(subject).", expected: "rien après la dernière accolade")
    }
    return node
  }

  // MARK: - Places

  private var place: Place {
    Place(file: file, line: line, column: position - lineStart - continuations + 1)
  }

  private func place(from start: Place) -> Place {
    var place = start
    // Strings hold no line end, so a value stands on one line.
    place.length = max(1, position - lineStart - continuations + 1 - start.column)
    return place
  }

  private func fault(_ message: String, expected: String? = nil) -> Fault {
    Fault(message: message, place: place, expected: expected)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipWhite() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case UInt8(ascii: "\n"):
        position += 1
        line += 1
        lineStart = position
        continuations = 0
      default: return
      }
    }
  }

  // MARK: - Values

  private mutating func value() throws(Fault) -> YAMLNode {
    let start = place
    switch next ?? 0 {
    case UInt8(ascii: "{"): return try nested { reader throws(Fault) in try reader.object(start) }
    case UInt8(ascii: "["): return try nested { reader throws(Fault) in try reader.array(start) }
    case UInt8(ascii: "\""):
      let text = try string()
      return YAMLNode(content: .scalar(text, .quoted), place: place(from: start))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let text = try number()
      return YAMLNode(content: .scalar(text, .plain), place: place(from: start))
    default:
      for word in ["true", "false", "null"] where take(word) {
        return YAMLNode(content: .scalar(word, .plain), place: place(from: start))
      }
      throw fault(
        "Une valeur est attendue à cet endroit.",
        expected: "un nombre, un texte entre guillemets droits, true, false, une liste ou un objet")
    }
  }

  private mutating func nested(
    _ read: (inout JSONNodeReader) throws(Fault) -> YAMLNode
  ) throws(Fault) -> YAMLNode {
    guard depth < YAMLReader.maximumDepth else {
      throw Fault(
        message: "Les valeurs sont emboîtées sur plus de \(YAMLReader.maximumDepth) niveaux.",
        place: place, isTooDeep: true)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func object(_ start: Place) throws(Fault) -> YAMLNode {
    var pairs: [YAMLNode.Pair] = []
    position += 1
    skipWhite()
    if take(UInt8(ascii: "}")) { return YAMLNode(content: .mapping([]), place: start) }
    while true {
      let keyPlace = place
      guard next == UInt8(ascii: "\"") else {
        throw fault(
          "Une clé est attendue à cet endroit.",
          expected: "un nom entre guillemets droits, sans virgule après le dernier")
      }
      let key = YAMLNode(content: .scalar(try string(), .quoted), place: place(from: keyPlace))
      skipWhite()
      guard take(UInt8(ascii: ":")) else {
        throw fault("Il manque « : » après la clé.", expected: "\"cle\": valeur")
      }
      skipWhite()
      let pair = YAMLNode.Pair(key: key, value: try value())
      checkDuplicate(of: pair.key, in: pairs)
      pairs.append(pair)
      skipWhite()
      if take(UInt8(ascii: "}")) { return YAMLNode(content: .mapping(pairs), place: start) }
      try takeComma(closing: "}")
    }
  }

  private mutating func array(_ start: Place) throws(Fault) -> YAMLNode {
    var items: [YAMLNode] = []
    position += 1
    skipWhite()
    if take(UInt8(ascii: "]")) { return YAMLNode(content: .sequence([]), place: start) }
    while true {
      items.append(try value())
      skipWhite()
      if take(UInt8(ascii: "]")) { return YAMLNode(content: .sequence(items), place: start) }
      try takeComma(closing: "]")
    }
  }

  private mutating func takeComma(closing: String) throws(Fault) {
    guard take(UInt8(ascii: ",")) else {
      throw fault(
        position == bytes.count
          ? "Le \(subject) finit avant la fin de cet objet ou de cette liste."
          : "Il manque une virgule, ou la fin de cet objet ou de cette liste.",
        expected: "« , » ou « \(closing) »")
    }
    skipWhite()
  }

  /// Objects are small: each key is compared with those before it.
  private mutating func checkDuplicate(of key: YAMLNode, in pairs: [YAMLNode.Pair]) {
    guard let name = key.text, pairs.count < 1_000,
      let earlier = pairs.first(where: { $0.key.text == name })
    else { return }
    duplicates.append(
      Diagnostic(
        YAMLCode.duplicateKey,
        "La clé « \(name) » est déjà écrite à la ligne \(earlier.key.place.line).",
        at: key.place, expected: "une seule fois chaque clé"))
  }

  // MARK: - Signs

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position > start
  }

  /// The text of a number, as written.
  private mutating func number() throws(Fault) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let isZero = next == UInt8(ascii: "0")
    let first = position
    var isWhole = digits() && !(isZero && position > first + 1)
    if take(UInt8(ascii: ".")) { isWhole = digits() && isWhole }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      isWhole = digits() && isWhole
    }
    guard isWhole else {
      throw fault("Ce nombre ne peut pas être lu.", expected: "un nombre comme 9000 ou 9000.50")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A string, its escapes replaced.
  private mutating func string() throws(Fault) -> String {
    let opening = place
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      if byte & 0xC0 == 0x80 { continuations += 1 }
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
        continue
      }
      guard byte >= 0x20 else { break }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      text.append(byte)
      position += 1
    }
    throw Fault(
      message: "Le guillemet ouvert ici n'a pas de fin.", place: opening,
      expected: "un guillemet droit à la fin du texte, sur la même ligne")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let signs: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    position += 1
    if let byte = next, let sign = signs[byte] {
      position += 1
      return sign
    }
    if let unit = codeUnit() {
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The first half of a pair; the second must follow.
      if unit < 0xDC00, take(UInt8(ascii: "\\")), let second = codeUnit(),
        (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault(
      "« \\ » commence un code que JSON ne connaît pas.",
      expected: "« \\\\ » pour le signe lui-même")
  }

  /// The four hexadecimal digits after `u`.
  private mutating func codeUnit() -> UInt32? {
    guard take(UInt8(ascii: "u")), position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
