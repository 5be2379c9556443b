import Text

/// Bytes to text, with the place of the first byte that is not UTF-8.
public enum Decoding {
  public struct Fault: Error {
    public var line: Int
    /// In scalars, from 1.
    public var column: Int
    public var message: String
  }

  public static func text(_ bytes: [UInt8]) -> Result<String, Fault> {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .failure(
        Fault(line: 1, column: 1, message: "Le fichier est en UTF-16, et non en UTF-8."))
    }
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    return .failure(fault(bytes))
  }

  private static func fault(_ bytes: [UInt8]) -> Fault {
    let offset = validPrefix(bytes)
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    let byte = bytes[offset]
    var message =
      "L'octet 0x\(String(byte, radix: 16, uppercase: true)) de la ligne \(line) n'est pas de l'UTF-8"
    if let letter = windowsLetter(byte), looksLikeWindows(bytes) {
      message += " : le fichier semble être en Windows-1252 (« \(letter) »)"
    }
    return Fault(line: line, column: column, message: message + ".")
  }

  /// How many bytes at the beginning are valid UTF-8.
  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return bytes.count
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether the bytes above ASCII are those of French text in Windows-1252.
  private static func looksLikeWindows(_ bytes: [UInt8]) -> Bool {
    let high = bytes.lazy.filter { $0 >= 0x80 }.prefix(2_000)
    return high.count { windowsLetter($0) != nil } * 10 >= high.count * 9
  }

  private static func windowsLetter(_ byte: UInt8) -> Character? {
    let letters: [UInt8: Character] = [
      0xA0: "\u{A0}", 0xAB: "«", 0xB0: "°", 0xBB: "»", 0xC0: "À", 0xC2: "Â",
      0xC7: "Ç", 0xC8: "È", 0xC9: "É", 0xCA: "Ê", 0xCE: "Î", 0xD4: "Ô", 0xE0: "à", 0xE2: "â",
      0xE4: "ä", 0xE7: "ç", 0xE8: "è", 0xE9: "é", 0xEA: "ê", 0xEB: "ë", 0xEE: "î", 0xEF: "ï",
      0xF4: "ô", 0xF6: "ö", 0xF9: "ù", 0xFB: "û", 0xFC: "ü",
    ]
    return letters[byte] ?? Unicode.Scalar.windowsForms[UInt32(byte)]?.first
  }
}
