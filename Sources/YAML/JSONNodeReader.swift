public import Diagnostics
import Text

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
    /// The bound that a text in JSON exceeds; nil for one that is none.
    public var bound: YAMLCode?
  }

  /// How many keys written twice and signs that nobody sees are told.
  private static let maximumProblems = 1_000

  /// What the text is, in messages: « scénario ».
  private let subject: String
  private let limit: Int
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// The bytes of the line so far that begin no scalar.
  private var continuations = 0
  private var depth = 0
  private var count = 0
  /// The keys written twice, and the signs that nobody sees.
  public private(set) var problems: [Diagnostic] = []

  /// - Parameters:
  ///   - subject: what the text is, a masculine noun.
  ///   - limit: the number of values that it may hold.
  public init(_ source: SourceText, subject: String, limit: Int) {
    self.subject = subject
    self.limit = limit
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
    while let byte = next {
      switch byte {
      case " ", "\t", "\r": position += 1
      case "\n":
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
    count += 1
    guard count <= limit else {
      throw Fault(
        message: "Le fichier contient plus de \(groupedDigits(UInt(limit), by: " ")) valeurs.",
        place: start, bound: .tooManyValues)
    }
    switch next ?? 0 {
    case "{":
      var pairs: [YAMLNode.Pair] = []
      try elements(to: "}") { reader throws(Fault) in pairs.append(try reader.pair()) }
      reportDuplicates(of: pairs)
      return YAMLNode(content: .mapping(pairs), place: start)
    case "[":
      var items: [YAMLNode] = []
      try elements(to: "]") { reader throws(Fault) in items.append(try reader.value()) }
      return YAMLNode(content: .sequence(items), place: start)
    case "\"": return try string()
    case "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9":
      let text = try number()
      return YAMLNode(content: .scalar(text, .plain), place: place(from: start))
    default:
      for word in ["true", "false", "null"] where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return YAMLNode(content: .scalar(word, .plain), place: place(from: start))
      }
      throw fault(
        "Une valeur est attendue à cet endroit.",
        expected: "un nombre, un texte entre guillemets droits, true, false, une liste ou un objet")
    }
  }

  /// Reads what an object or a list holds, from its first sign to its last.
  private mutating func elements(
    to closing: Unicode.Scalar, _ read: (inout JSONNodeReader) throws(Fault) -> Void
  ) throws(Fault) {
    guard depth < YAMLReader.maximumDepth else {
      throw Fault(
        message: "Les valeurs sont emboîtées sur plus de \(YAMLReader.maximumDepth) niveaux.",
        place: place, bound: .tooDeep)
    }
    depth += 1
    defer { depth -= 1 }
    position += 1
    skipWhite()
    if take(closing) { return }
    while true {
      try read(&self)
      skipWhite()
      if take(closing) { return }
      guard take(",") else {
        throw fault(
          position == bytes.count
            ? "Le \(subject) finit avant la fin de cet objet ou de cette liste."
            : "Il manque une virgule, ou la fin de cet objet ou de cette liste.",
          expected: "« , » ou « \(closing) »")
      }
      skipWhite()
    }
  }

  private mutating func pair() throws(Fault) -> YAMLNode.Pair {
    guard next == UInt8(ascii: "\"") else {
      throw fault(
        "Une clé est attendue à cet endroit.",
        expected: "un nom entre guillemets droits, sans virgule après le dernier")
    }
    let key = try string()
    skipWhite()
    guard take(":") else {
      throw fault("Il manque « : » après la clé.", expected: "\"cle\": valeur")
    }
    skipWhite()
    return YAMLNode.Pair(key: key, value: try value())
  }

  /// Tells the keys of an object that are written before, as many as are told.
  private mutating func reportDuplicates(of pairs: [YAMLNode.Pair]) {
    var left = JSONNodeReader.maximumProblems - problems.count
    guard pairs.count > left else {
      problems += pairs.duplicates
      return
    }
    var seen: Set<String> = []
    let told = pairs.prefix { pair in
      if left > 0, !seen.insert(pair.key.text ?? "").inserted { left -= 1 }
      return left > 0
    }
    problems += Array(told).duplicates
  }

  // MARK: - Signs

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let next, sign ~= next else { return false }
    position += 1
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    return position > start
  }

  /// The text of a number, as written.
  private mutating func number() throws(Fault) -> String {
    let start = position
    _ = take("-")
    let first = position
    let isZero = next == UInt8(ascii: "0")
    var isWhole = digits() && !(isZero && position > first + 1)
    if take(".") { isWhole = digits() && isWhole }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      isWhole = digits() && isWhole
    }
    guard isWhole else {
      throw fault("Ce nombre ne peut pas être lu.", expected: "un nombre comme 9000 ou 9000.50")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A string, its escapes replaced.
  private mutating func string() throws(Fault) -> YAMLNode {
    let opening = place
    position += 1
    var text: [UInt8] = []
    // Where the bytes that stand for themselves begin.
    var start = position
    while let byte = next, byte >= 0x20 {
      switch byte {
      case "\"":
        let last = bytes[start..<position]
        position += 1
        let text = String(decoding: text.isEmpty ? last : text + last, as: UTF8.self)
        let place = place(from: opening)
        if problems.count < JSONNodeReader.maximumProblems, let sign = text.firstInvisible {
          problems.append(.invisible(sign, at: place))
        }
        return YAMLNode(content: .scalar(text, .quoted), place: place)
      case "\\":
        text += bytes[start..<position]
        text += Array(String(try escape()).utf8)
        start = position
      default:
        if byte & 0xC0 == 0x80 { continuations += 1 }
        position += 1
      }
    }
    throw Fault(
      message: "Le guillemet ouvert ici n'a pas de fin.", place: opening,
      expected: "un guillemet droit à la fin du texte, sur la même ligne")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    position += 1
    let sign: Unicode.Scalar? =
      switch next ?? 0 {
      case "\"": "\""
      case "\\": "\\"
      case "/": "/"
      case "b": "\u{8}"
      case "f": "\u{C}"
      case "n": "\n"
      case "r": "\r"
      case "t": "\t"
      default: nil
      }
    if let sign {
      position += 1
      return sign
    }
    if let unit = codeUnit() {
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The first half of a pair; the second must follow.
      if unit < 0xDC00, take("\\"), let second = codeUnit(), (0xDC00...0xDFFF).contains(second),
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
    guard take("u"), position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    position += 4
    return UInt32(digits, radix: 16)
  }
}

/// Signs in patterns of bytes.
private func ~= (sign: Unicode.Scalar, byte: UInt8) -> Bool { sign.value == UInt32(byte) }
