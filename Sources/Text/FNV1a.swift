/// The hash FNV-1a on 64 bits, the same on each run and each machine.
///
/// It tells texts apart and resists no one who wants two of one hash.
@frozen
public struct FNV1a: Sendable {
  public var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  public init() {}

  @inlinable
  public mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Its sixteen digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
