import Text

extension JSON {
  public var bytes: [UInt8] {
    var output = JSONOutput(isScript: false)
    output.write(self, margin: 0)
    return output.bytes
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value as JavaScript, without spaces, which is also JSON; no text in it can close a script.
  public var script: String {
    var output = JSONOutput(isScript: true)
    output.write(self, margin: 0)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Adds the value to what was written.
  ///
  /// - Parameter margin: the column of the brackets of lists over several lines.
  public func write(to bytes: inout [UInt8], margin: Int = 0) {
    var output = JSONOutput(isScript: false)
    swap(&output.bytes, &bytes)
    output.write(self, margin: margin)
    swap(&output.bytes, &bytes)
  }

  /// A text as it stands between quotes.
  public static func escaped(_ text: String) -> [UInt8] {
    Array(JSON.string(text).bytes.dropFirst().dropLast())
  }
}

/// Writes JSON values byte by byte.
struct JSONOutput {
  /// Whether spaces are left out, and `<` escaped.
  let isScript: Bool
  var bytes: [UInt8] = []

  /// - Parameter margin: the column of the brackets of lists over several lines.
  mutating func write(_ value: JSON, margin: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let answer): bytes += (answer ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .cents(let cents): write(cents: cents)
    case .number(let text): bytes += text.utf8
    case .string(let text): write(text)
    case .written(let value): bytes += value
    case .list(let items, let layout):
      // What is inside an item stands further to the right than the item.
      let inner = layout == .lines ? margin + 4 : margin
      write(items, "[", "]", layout, margin) { $0.write($1, margin: inner) }
    case .members(let members, let layout):
      let inner = layout == .lines ? margin + 2 : margin
      write(members, "{", "}", layout, margin) { output, member in
        output.write(member.key)
        output.bytes += (output.isScript ? ":" : ": ").utf8
        output.write(member.value, margin: inner)
      }
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ layout: JSON.Layout, _ margin: Int,
    _ write: (inout JSONOutput, Part) -> Void
  ) {
    bytes += open.utf8
    for index in parts.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if layout == .lines {
        newLine(margin + 2)
      } else if index > 0, !isScript {
        bytes.append(UInt8(ascii: " "))
      }
      write(&self, parts[index])
    }
    if layout == .lines, !parts.isEmpty { newLine(margin) }
    bytes += close.utf8
  }

  private mutating func newLine(_ margin: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<margin { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func write(cents: Int64) {
    if cents < 0 { bytes.append(UInt8(ascii: "-")) }
    let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    bytes += String(euros).utf8
    bytes.append(UInt8(ascii: "."))
    bytes.append(0x30 + UInt8(rest / 10))
    bytes.append(0x30 + UInt8(rest % 10))
  }

  // MARK: - Texts

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    // Runs that need no escape are copied whole.
    var start = 0
    var index = 0
    while index < text.count {
      let length = escapedLength(text, at: index)
      if length > 0 {
        bytes += text[start..<index]
        escape(text[index..<(index + length)])
        start = index + length
      }
      index += max(1, length)
    }
    bytes += text[start...]
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes at an index make a sign that must be escaped; 0 for any other.
  private func escapedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case UInt8(ascii: "<"): isScript ? 1 : 0
    // Of the signs of two bytes, most letters with accents begin so.
    case 0x20..<0xC2, 0xC3...0xCC: 0
    // What nobody sees, or what turns the direction of writing; U+2028 ends a line of JavaScript.
    default:
      Unicode.Scalar(in: text, at: index)
        .flatMap { TerminalText.isControl($0) ? UTF8.width($0) : nil } ?? 0
    }
  }

  private mutating func escape(_ sign: Slice<UnsafeBufferPointer<UInt8>>) {
    switch sign.first {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    default:
      for unit in String(decoding: sign, as: UTF8.self).utf16 {
        let digits = String(unit, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      }
    }
  }
}
