import Foundation

/// Bytes with each repetition written as a length and a distance, as in a block of LZ4: the page's
/// script unpacks them in a few lines, on every browser.
///
/// **Shape**: sequences of a token (how many bytes follow as they are, then how many are copied, less
/// four), the bytes, and the distance on two bytes, the low one first. Fifteen in a half of the token
/// goes on in bytes up to one that is not 255. The last sequence may copy nothing.
struct Packing {
  private static let least = 4

  private let bytes: [UInt8]
  private var packed: [UInt8] = []
  /// Where each run of four bytes stands, in order.
  private var places: [UInt32: [Int]] = [:]

  static func pack(_ data: Data) -> Data {
    var packing = Packing(bytes: Array(data))
    packing.run()
    return Data(packing.packed)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var (index, first) = (0, 0)
    while index < bytes.count {
      let match = longest(at: index)
      remember(index)
      // A longer one may begin right after.
      guard let match, (longest(at: index + 1)?.length ?? 0) <= match.length + 1 else {
        index += 1
        continue
      }
      write(bytes[first..<index], match)
      for place in index + 1..<index + match.length { remember(place) }
      index += match.length
      first = index
    }
    if first < bytes.count { write(bytes[first...], nil) }
  }

  private mutating func remember(_ index: Int) {
    if let key = key(at: index) { places[key, default: []].append(index) }
  }

  private func key(at index: Int) -> UInt32? {
    guard index + Packing.least <= bytes.count else { return nil }
    return bytes[index..<index + Packing.least].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func longest(at index: Int) -> (length: Int, distance: Int)? {
    guard let key = key(at: index) else { return nil }
    var best: (length: Int, distance: Int)?
    for place in (places[key] ?? []).reversed() where index - place <= 0xFFFF {
      var length = Packing.least
      while index + length < bytes.count, bytes[place + length] == bytes[index + length] {
        length += 1
      }
      if length > best?.length ?? 0 { best = (length, index - place) }
    }
    return best
  }

  private mutating func write(
    _ literals: ArraySlice<UInt8>, _ match: (length: Int, distance: Int)?
  ) {
    let copied = match.map { $0.length - Packing.least } ?? 0
    packed.append(UInt8(min(literals.count, 15) << 4 | min(copied, 15)))
    writeRest(of: literals.count)
    packed += literals
    guard let match else { return }
    packed += [UInt8(match.distance & 0xFF), UInt8(match.distance >> 8)]
    writeRest(of: copied)
  }

  private mutating func writeRest(of length: Int) {
    guard length >= 15 else { return }
    packed += Array(repeating: 255, count: (length - 15) / 255)
    packed.append(UInt8((length - 15) % 255))
  }
}
