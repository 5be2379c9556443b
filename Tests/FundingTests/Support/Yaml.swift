import TestSupport
import Yams

/// What a test file says that the test does not understand.
struct Unreadable: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// The tree of a YAML file of the repository, all scalars as text.
func yaml(_ path: String) throws -> Node {
  guard let node = try Yams.compose(yaml: Repository.text(path), .basic) else {
    throw Unreadable("\(path) is empty")
  }
  return node
}

extension Node {
  /// Fails on a key that is not expected, so that a misspelled one is never without effect.
  func allow(_ keys: String...) throws {
    for entry in entries where !keys.contains(entry.key) {
      throw Unreadable("unknown key « \(entry.key) », one of \(keys.joined(separator: ", "))")
    }
  }
}

/// Reads a number with its unit: `32,5 %`, `8 487 €/collectif`, `1 h 30`, `9000.50`, `27`.
enum Quantity {
  /// Cents of `2 758,28 €`, of `2758.28` or of `2 758,28 €/collectif`.
  static func cents(_ text: String) throws -> Int64 { try decimal(text, digits: 2) }

  /// Hundredths of a percent of `32,5 %`.
  static func rate(_ text: String) throws -> Int64 { try decimal(text, digits: 2) }

  static func integer(_ text: String) throws -> Int64 { try decimal(text, digits: 0) }

  /// Minutes of `1 h 30`, `2 h`.
  static func minutes(_ text: String) throws -> Int64 {
    let parts = text.split(separator: "h").map { $0.filter(\.isNumber) }
    guard let hours = Int64(parts[0]) else { throw Unreadable("« \(text) » is no duration") }
    return 60 * hours + (parts.count > 1 ? Int64(parts[1]) ?? 0 : 0)
  }

  private static func decimal(_ text: String, digits: Int) throws -> Int64 {
    let number = text.prefix { !"€%".contains($0) }.filter { !$0.isWhitespace }
    let parts = number.split(whereSeparator: { ",.".contains($0) })
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    guard (1...2).contains(parts.count), decimals.count <= digits,
      let value = Int64(
        String(parts[0]) + decimals + String(repeating: "0", count: digits - decimals.count))
    else { throw Unreadable("« \(text) » is no number with \(digits) decimals at most") }
    return value
  }
}
