/// The digits of a number by groups of three from the right: « 20 000 ».
public func groupedDigits(_ number: UInt, by separator: String) -> String {
  var bytes: [UInt8] = []
  bytes.append(number, groupedBy: separator)
  return bytes.text
}

extension [UInt8] {
  /// Adds the digits of a number by groups of three.
  public mutating func append(_ number: UInt, groupedBy separator: String) {
    guard number >= 1_000 else {
      self += String(number)
      return
    }
    append(number / 1_000, groupedBy: separator)
    self += separator
    for unit: UInt in [100, 10, 1] { append(0x30 + UInt8(number / unit % 10)) }
  }
}
