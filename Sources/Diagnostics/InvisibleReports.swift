import Text

/// The one filter for signs that nobody sees: in the files that authors write, in what escapes and
/// entities stand for.
extension Diagnostic {
  /// - Parameter correction: what mends it, where the sign stands as itself in a file.
  public static func invisible(
    _ scalar: Unicode.Scalar, at place: Place?, correction: Correction? = nil,
    in source: SourceText? = nil
  ) -> Diagnostic {
    let kind = scalar.invisible ?? .control
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
      for (column, scalar) in line.unicodeScalars.enumerated() where scalar.invisible != nil {
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

  /// The entities by name that stand for such a sign.
  private static let entities: [String: Unicode.Scalar] = [
    "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}", "ic": "\u{2063}", "it": "\u{2062}",
    "InvisibleComma": "\u{2063}", "InvisibleTimes": "\u{2062}", "ApplyFunction": "\u{2061}",
    "af": "\u{2061}", "fflig": "\u{FB00}", "filig": "\u{FB01}", "fllig": "\u{FB02}",
    "ffilig": "\u{FB03}", "ffllig": "\u{FB04}",
  ]

  private func reportEntities(into diagnostics: inout DiagnosticList) {
    let bytes = Array(text.utf8)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = start + 1
      let name = bytes[index...].prefix(40).prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"),
        let scalar = SourceText.scalar(ofEntity: String(decoding: name, as: UTF8.self)),
        scalar.invisible != nil
      else { continue }
      let place = place(atUTF8: start, length: name.count + 2)
      diagnostics.add(.invisible(scalar, at: place))
    }
  }

  private static func scalar(ofEntity name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
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
