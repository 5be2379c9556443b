import Text

/// JSON, written byte by byte in the order of its keys.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []

  /// Makes room for a result of about this size.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes text as it is: braces, keys, commas.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func raw(_ other: [UInt8]) { bytes += other }

  mutating func string(_ text: String?) {
    guard let text else { return raw("null") }
    bytes.append(UInt8(ascii: "\""))
    bytes += JSONText.escaped(Array(text.utf8), .result)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ number: Int64) { raw(String(number)) }

  /// Euros with two decimals, from cents that are not negative.
  mutating func amount(_ cents: Int64) {
    if cents < 0 { bytes.append(UInt8(ascii: "-")) }
    let number = cents.magnitude
    var unit: UInt64 = 100
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 + UInt8(number / unit % 10))
      if unit == 100 { bytes.append(UInt8(ascii: ".")) }
      unit /= 10
    }
  }

  /// Writes a list, one element a line, at an indentation of `indent`.
  mutating func list<Items: Collection>(
    _ items: Items, indent: Int, _ write: (Items.Element, inout JSONBytes) -> Void
  ) {
    guard !items.isEmpty else { return raw("[]") }
    let margin = "\n" + String(repeating: " ", count: indent)
    raw("[")
    var isFirst = true
    for item in items {
      if !isFirst { raw(",") }
      isFirst = false
      raw(margin)
      raw("  ")
      write(item, &self)
    }
    raw(margin)
    raw("]")
  }

  /// Lets a sentence write itself, already escaped, as a string.
  mutating func string(_ write: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
