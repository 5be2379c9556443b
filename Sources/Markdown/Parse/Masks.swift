import Text

/// Signs that cmark would take for marks and that authors mean as they are, hidden from it.
///
/// Each is replaced by as many bytes, so that no column changes, and put back in what was parsed:
/// `*` and `~` between two figures; the guillemet, the quote or the no-break space at which a bare
/// address ends, for which cmark knows only `<` and ASCII spaces; and ` \\ `, which begins a new line
/// in a cell.
struct Masks {
  /// The control characters that stand for signs. A text that holds one is refused elsewhere, and
  /// left as it is.
  private enum Sign: UInt8 {
    case star = 0x01
    case tilde = 0x02
    case newLine = 0x03
    /// What ends an address is told by the codes from here on, in the order of `addressEnds`.
    case firstEnd = 0x0E
  }

  /// What ends a bare address besides what cmark knows, and whether it is a space.
  private static let addressEnds: [(bytes: [UInt8], isSpace: Bool)] =
    ["»", "«", "”", "“", "„", "’", "…"].map { (Array($0.utf8), false) }
    + ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{3000}"].map { (Array($0.utf8), true) }

  /// The text for cmark.
  private(set) var bytes: [UInt8]
  /// Whether anything is hidden.
  private var isMasked = false

  init(_ text: [UInt8]) {
    bytes = text
    guard !text.contains(where: Masks.isCode), !Masks.hasCodeEntity(text) else { return }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "*"): index = maskRun(at: index, as: .star)
      case UInt8(ascii: "~"): index = maskRun(at: index, as: .tilde)
      case UInt8(ascii: "\\"): index = maskNewLine(at: index)
      case UInt8(ascii: ":") where bytes[index...].starts(with: "://".utf8):
        index = maskEnd(ofAddressAt: schemeStart(before: index), from: index + 3)
      case UInt8(ascii: "w") where bytes[index...].starts(with: "www.".utf8):
        index = maskEnd(ofAddressAt: index, from: index + 4)
      default: index += 1
      }
    }
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0 && !(0x09...0x0D).contains(byte)
  }

  /// Whether an entity such as `&#1;` stands for one of the codes.
  private static func hasCodeEntity(_ text: [UInt8]) -> Bool {
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = start + 1
      var rest = text[index...]
      guard rest.popFirst() == UInt8(ascii: "#") else { continue }
      let isHexadecimal = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      if isHexadecimal { rest.removeFirst() }
      let digits = rest.prefix(8).prefix { $0 != UInt8(ascii: ";") }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      if let value, value < 0x20 { return true }
    }
    return false
  }

  private func isDigit(_ index: Int) -> Bool {
    bytes.indices.contains(index) && Unit.isDigit(bytes[index])
  }

  private mutating func maskRun(at start: Int, as sign: Sign) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    if isDigit(start - 1), isDigit(end) {
      for index in start..<end { bytes[index] = sign.rawValue }
      isMasked = true
    }
    return end
  }

  private mutating func maskNewLine(at start: Int) -> Int {
    let space = UInt8(ascii: " ")
    guard start > 0, bytes[start - 1] == space, bytes[start...].starts(with: #"\\ "#.utf8) else {
      // The sign after a backslash means itself.
      return start + 2
    }
    bytes[start] = Sign.newLine.rawValue
    bytes[start + 1] = Sign.newLine.rawValue
    isMasked = true
    return start + 2
  }

  // MARK: Addresses

  private func schemeStart(before colon: Int) -> Int {
    var start = colon
    while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
    return start
  }

  /// Hides what ends an address, unless its author says where it ends: `<…>`, `](…)`, `]: …`.
  ///
  /// - Parameter from: what follows the beginning that makes it an address.
  private mutating func maskEnd(ofAddressAt start: Int, from: Int) -> Int {
    let before = bytes[..<start].suffix(3)
    let isDelimited =
      before.last == UInt8(ascii: "<")
      || ["](", "]:"].contains { before.suffix(2).elementsEqual($0.utf8) }
      || before.elementsEqual("]: ".utf8)
    var index = from
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") {
      if !isDelimited, bytes[index] >= 0xC2, let end = addressEnd(at: index) { return end }
      index += 1
    }
    return index
  }

  /// Hides what stands at an index and ends an address; returns where it ends.
  private mutating func addressEnd(at index: Int) -> Int? {
    let found = Masks.addressEnds.firstIndex { bytes[index...].starts(with: $0.bytes) }
    guard let found else { return nil }
    let (end, isSpace) = Masks.addressEnds[found]
    // Of the same class as what it hides, which decides whether a mark beside it is one.
    bytes[index] = isSpace ? UInt8(ascii: " ") : UInt8(ascii: "<")
    for next in index + 1..<index + end.count {
      bytes[next] = Sign.firstEnd.rawValue + UInt8(found)
    }
    isMasked = true
    return index + end.count
  }

  // MARK: What was parsed

  /// A piece of what cmark read, with the signs that its author wrote.
  ///
  /// - Parameter isCode: whether a backslash stands for itself in it.
  func unmasked(_ text: String, isCode: Bool = false) -> String {
    guard isMasked, text.utf8.contains(where: Masks.isCode) else { return text }
    var result: [UInt8] = []
    var isSecond = false
    for byte in text.utf8 {
      defer { isSecond = Masks.isCode(byte) && !isSecond }
      switch byte {
      case Sign.star.rawValue: result.append(UInt8(ascii: "*"))
      case Sign.tilde.rawValue: result.append(UInt8(ascii: "~"))
      case Sign.newLine.rawValue:
        if isCode || !isSecond { result.append(UInt8(ascii: "\\")) }
      case Sign.firstEnd.rawValue...0x1F:
        // The first of its bytes is the sign that hid it; a third one says nothing more.
        if result.last == UInt8(ascii: "<") || result.last == UInt8(ascii: " ") {
          result.removeLast()
          result += Masks.addressEnds[Int(byte - Sign.firstEnd.rawValue)].bytes
        }
      default: result.append(byte)
      }
    }
    return result.text
  }

  /// The lines of a cell's text, one unless its author asked for more.
  func lines(ofCell text: String) -> [String] {
    guard isMasked, text.utf8.contains(Sign.newLine.rawValue) else { return [text] }
    return text.utf8.split(separator: Sign.newLine.rawValue, omittingEmptySubsequences: true)
      .map { String(Substring($0)) }
  }
}
