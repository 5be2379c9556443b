import Text

/// What two tokens must share to count as equal, as a hash of their folded bytes.
///
/// Folded: case, accents in two scalars, spaces (dropped), apostrophes, quotes, dashes, ellipses
/// and ligatures. Two different tokens of one hash would be shown as a change of typography: both
/// spellings are kept, so nothing is lost.
enum Folding {
  /// FNV-1a of bytes, with whole numbers mixed in.
  struct Hash {
    private var hash = FNV1a()

    mutating func add(_ byte: UInt8) { hash.add(byte) }

    mutating func mix(_ number: UInt64) {
      hash.state = (hash.state ^ number) &* 0x9E37_79B9_7F4A_7C15
      hash.state ^= hash.state >> 29
    }

    /// The low bits of FNV are poor: they are mixed at the end.
    var value: UInt64 {
      var mixed = (hash.state ^ (hash.state >> 32)) &* 0xD6E8_FEB8_6659_FD93
      mixed ^= mixed >> 32
      return mixed
    }
  }

  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    if bytes[range].contains(where: { $0 == 0xCC || $0 == 0xCD }) {
      let composed = composed(bytes[range])
      return hash(composed, 0..<composed.count)
    }
    return hash(bytes, range)
  }

  /// That of an address of the web: a capital letter counts, but for those of the scheme and host.
  static func addressKey(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = Hash()
    var slashes = bytes[range.lowerBound] | 0x20 == UInt8(ascii: "w") ? 2 : 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "/") { slashes += 1 }
      let isHost = slashes < 3 && (0x41...0x5A).contains(byte)
      hash.add(isHost ? byte | 0x20 : byte)
    }
    return hash.value
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = Hash()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 0x41...0x5A: hash.add(byte | 0x20)
        case 0x09, 0x0A, 0x0D, 0x20: break
        default: hash.add(byte)
        }
      } else {
        let length = min(Scan.length(byte), range.upperBound - index)
        fold(bytes, index, length, into: &hash)
        index += length
      }
    }
    return hash.value
  }

  private static func fold(_ bytes: [UInt8], _ index: Int, _ length: Int, into hash: inout Hash) {
    let second = length > 1 ? bytes[index + 1] : 0
    switch (bytes[index], second) {
    case (0xC2, 0xA0): return
    case (0xC2, 0xAB), (0xC2, 0xBB): hash.add(UInt8(ascii: "\""))
    case (0xC3, 0x86), (0xC3, 0xA6): add("ae", to: &hash)
    case (0xC3, 0x80...0x9E) where second != 0x97:
      hash.add(0xC3)
      hash.add(second + 0x20)
    case (0xC5, 0x92), (0xC5, 0x93): add("oe", to: &hash)
    case (0xC5, 0xB8):
      hash.add(0xC3)
      hash.add(0xBF)
    case (0xE2, 0x80) where length == 3: foldPunctuation(bytes[index + 2], into: &hash)
    case (0xE2, 0x88) where length == 3 && bytes[index + 2] == 0x92: hash.add(UInt8(ascii: "-"))
    default: for offset in 0..<length { hash.add(bytes[index + offset]) }
    }
  }

  /// U+2000 to U+203F, by its last byte.
  private static func foldPunctuation(_ byte: UInt8, into hash: inout Hash) {
    switch byte {
    case 0x80...0x8B, 0xAF: return
    case 0x90...0x95: hash.add(UInt8(ascii: "-"))
    case 0x98, 0x99, 0x9B: hash.add(UInt8(ascii: "'"))
    case 0x9C...0x9F: hash.add(UInt8(ascii: "\""))
    case 0xA6: add("...", to: &hash)
    default:
      hash.add(0xE2)
      hash.add(0x80)
      hash.add(byte)
    }
  }

  private static func add(_ text: StaticString, to hash: inout Hash) {
    text.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
  }

  /// Letters and their combining accents as one scalar each, where French has one.
  private static func composed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for character in String(decoding: bytes, as: UTF8.self) {
      let whole = accented.first { $0 == character } ?? character
      result.append(contentsOf: String(whole).utf8)
    }
    return result
  }

  private static let accented: [Character] = Array("àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ")
}
