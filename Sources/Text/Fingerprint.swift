/// A hash on 64 bits of much data, the same on each run and each machine.
///
/// It tells data apart, eight bytes at a time, and resists no one who wants two of one hash.
public struct Fingerprint: Sendable {
  public private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init() {}

  /// Adds bytes and their number, so that two pieces are told from one.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while bytes.count - offset >= 8 {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    mix(rest)
    mix(UInt64(bytes.count))
  }

  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    // What is added keeps a state of zero from swallowing what follows.
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }
}
