public import Diagnostics
import Text

/// Bytes to text, with the place of the first byte that is not UTF-8 or of marks without end. What
/// comes from here may be compared.
public enum Decoding {
  public struct Fault: Error {
    fileprivate var code: any DiagnosticCode = FileCode.notUTF8
    fileprivate var line: Int
    /// In scalars, from 1.
    fileprivate var column: Int
    fileprivate var message: String
    fileprivate var expected = "enregistrez le fichier en UTF-8"

    /// What is said of the file.
    ///
    /// **Errors**: `fichier-non-utf8`, `caractere-invisible`.
    public func diagnostic(of path: String) -> Diagnostic {
      Diagnostic(
        code, message, at: Place(file: path, line: line, column: column), expected: expected)
    }
  }

  public static func text(_ bytes: [UInt8]) -> Result<String, Fault> {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .failure(
        Fault(line: 1, column: 1, message: "Le fichier est en UTF-16, et non en UTF-8."))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(fault(bytes))
    }
    if let offset = text.firstHeapedMark { return .failure(heap(at: offset, in: bytes)) }
    return .success(text)
  }

  private static func heap(at offset: Int, in bytes: [UInt8]) -> Fault {
    let (line, column) = place(of: offset, in: bytes)
    return Fault(
      code: TextCode.invisibleCharacter, line: line, column: column,
      message:
        "Plus de \(String.markLimit) accents se suivent sur la même lettre : le fichier n'est "
        + "pas lu.", expected: "une lettre et ses accents, sans ceux que personne ne voit")
  }

  private static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (
      before.count { $0 == 0x0A } + 1, bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    )
  }

  private static func fault(_ bytes: [UInt8]) -> Fault {
    let offset = validPrefix(bytes)
    let (line, column) = place(of: offset, in: bytes)
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
