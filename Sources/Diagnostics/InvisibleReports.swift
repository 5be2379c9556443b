import Text

/// The one filter for signs that nobody sees: in the files that authors write, in what escapes and
/// entities stand for.
extension Diagnostic {
  /// - Parameter correction: what mends it, where the sign stands as itself in a file.
  public static func invisible(
    _ scalar: Unicode.Scalar, at place: Place?, correction: Correction? = nil,
    in source: SourceText? = nil
  ) -> Diagnostic {
    let kind = scalar.hiddenKind
    return Diagnostic(
      TextCode.invisibleCharacter, "Le texte contient \(kind.name) (\(scalar.codePoint)).",
      at: place, expected: scalar.expectedForm,
      suggestion: correction.flatMap { source?.suggestion(of: $0) }, correction: correction)
  }
}

extension SourceText {
  /// How many signs are reported in one file.
  private static let maximumInvisible = 100

  /// Reports the signs of the file that nobody sees, but for those that the correction of an error
  /// in the list takes away: a bullet of Word is told once.
  ///
  /// - Parameter readsEntities: whether `&shy;` or `&#x202e;` stand for signs, as in HTML.
  ///
  /// **Errors**: `caractere-invisible`.
  public func reportInvisible(
    readsEntities: Bool = false, into diagnostics: inout DiagnosticList
  ) {
    if readsEntities { reportEntities(into: &diagnostics) }
    guard text.firstInvisible != nil else { return }
    let corrections = diagnostics.correctionsOfErrors(in: path)
    var count = 0
    for number in 1...lineCount {
      guard let line = line(number), line.firstInvisible != nil else { continue }
      let scalars = Array(line.unicodeScalars)
      for (column, scalar) in scalars.enumerated() where scalars.hidesSign(at: column) {
        let position = Correction.Position(line: number, column: column + 1)
        if corrections.contains(where: { $0.removes(scalar, at: position) }) { continue }
        count += 1
        guard count <= SourceText.maximumInvisible else { return }
        diagnostics.add(invisible(scalar, line: number, column: column + 1))
      }
    }
  }

  /// What is said of a sign that stands in the file.
  public func invisible(_ scalar: Unicode.Scalar, line: Int, column: Int) -> Diagnostic {
    let place = Place(file: path, line: line, column: column)
    let correction = scalar.visibleForm.map {
      Correction(place, with: $0, isCertain: scalar.hasCertainForm)
    }
    return .invisible(scalar, at: place, correction: correction, in: self)
  }

  /// The entities by name that stand for such a sign; browsers read the first without its semicolon
  /// too.
  private static let entities: [String: Unicode.Scalar] = [
    "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "ZeroWidthSpace": "\u{200B}", "NegativeVeryThinSpace": "\u{200B}",
    "NegativeThinSpace": "\u{200B}", "NegativeMediumSpace": "\u{200B}",
    "NegativeThickSpace": "\u{200B}", "NoBreak": "\u{2060}", "ic": "\u{2063}", "it": "\u{2062}",
    "InvisibleComma": "\u{2063}", "InvisibleTimes": "\u{2062}", "ApplyFunction": "\u{2061}",
    "af": "\u{2061}", "fflig": "\u{FB00}", "filig": "\u{FB01}", "fllig": "\u{FB02}",
    "ffilig": "\u{FB03}", "ffllig": "\u{FB04}",
  ]

  private func reportEntities(into diagnostics: inout DiagnosticList) {
    let bytes = Array(text.utf8)
    var (index, count) = (0, 0)
    while count < SourceText.maximumInvisible,
      let start = bytes[index...].firstIndex(of: UInt8(ascii: "&"))
    {
      index = start + 1
      guard let (scalar, end) = SourceText.entity(in: bytes[index...]),
        scalar.isInvisible(after: nil, before: nil)
      else { continue }
      count += 1
      diagnostics.add(.invisible(scalar, at: place(atUTF8: start, length: end - start)))
    }
  }

  /// What the entity after a `&` stands for, and where it ends, in the manner of the HTML standard:
  /// a number ends where its digits end, with or without a semicolon.
  private static func entity(in bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, end: Int)? {
    let semicolon = UInt8(ascii: ";")
    guard bytes.first == UInt8(ascii: "#") else {
      let name = bytes.prefix(40).prefix { $0 != semicolon }
      if bytes[name.endIndex...].first == semicolon,
        let scalar = entities[String(decoding: name, as: UTF8.self)]
      {
        return (scalar, name.endIndex + 1)
      }
      return bytes.starts(with: "shy".utf8) ? ("\u{AD}", bytes.startIndex + 3) : nil
    }
    let isHexadecimal = bytes.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = bytes.dropFirst(isHexadecimal ? 2 : 1).prefix { byte in
      let character = Character(Unicode.Scalar(byte))
      return isHexadecimal ? character.isHexDigit : character.isWholeNumber
    }
    guard !digits.isEmpty else { return nil }
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    let hasSemicolon = bytes[digits.endIndex...].first == semicolon
    // What is no sign is shown as one that was lost.
    return (
      value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", digits.endIndex + (hasSemicolon ? 1 : 0)
    )
  }
}

extension Correction {
  fileprivate func removes(_ scalar: Unicode.Scalar, at position: Position) -> Bool {
    start <= position && position < end && !text.unicodeScalars.contains(scalar)
  }
}

extension Unicode.Scalar {
  fileprivate var expectedForm: String {
    guard let form = visibleForm, !form.allSatisfy(\.isWhitespace) else {
      return "rien à cet endroit, ou une espace"
    }
    return "« \(form) »"
  }
}
