import Text

/// Writes diagnostics for a terminal: each with its line and a caret under the fault.
///
/// ```
/// departments/vosges/2025-2026.yaml:14:12: erreur [ps-maximum] Le maximum de la Ps est 2 758,28 €.
///    14 |   maximum: 2 758,28 €/collectif
///       |            ^^^^^^^^^^^^^^^^^^^^
///    attendu : 2 892,50 €/collectif
///    suggestion : maximum: 2 892,50 €/collectif
///    inclus depuis templates/communs/circulaire-2021/montants.md:3:1
/// ```
public struct TerminalWriter {
  public var usesColor: Bool
  /// A line of a file, by path and number from 1; nil when there is no such line.
  public var line: (_ file: String, _ number: Int) -> String?

  public init(
    usesColor: Bool = false,
    line: @escaping (_ file: String, _ number: Int) -> String? = { _, _ in nil }
  ) {
    self.usesColor = usesColor
    self.line = line
  }

  /// The diagnostics in their order, one block of lines each; empty for none.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(text).joined()
  }

  /// One diagnostic, its last line ended.
  public func text(_ diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    if let waiver = diagnostic.waiver {
      return lines[0] + "\n   motif : " + visible(waiver) + "\n"
    }
    if let place = diagnostic.place { lines += excerpt(place, diagnostic.severity) }
    if let expected = diagnostic.expected { lines.append("   attendu : " + visible(expected)) }
    if let suggestion = diagnostic.suggestion {
      let parts = suggestion.split(separator: "\n", omittingEmptySubsequences: false)
      // Lines after the first stand below it.
      lines += parts.enumerated().map { rank, line in
        (rank == 0 ? "   suggestion : " : "                ") + visible(String(line))
      }
    }
    for place in diagnostic.includedFrom { lines.append("   inclus depuis " + position(place)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { paint(position($0) + ":", .bold) + " " } ?? ""
    let severity = paint(diagnostic.severity.rawValue, Style(diagnostic.severity))
    return "\(place)\(severity) [\(diagnostic.code)] \(visible(diagnostic.message))"
  }

  private func position(_ place: Place) -> String {
    "\(visible(place.file)):\(place.line):\(place.column)"
  }

  /// The line with its number, and carets under the range; nothing when the line is not known.
  private func excerpt(_ place: Place, _ severity: Diagnostic.Severity) -> [String] {
    guard let text = line(place.file, place.line) else { return [] }
    let excerpt = Excerpt(text, column: place.column, length: place.length)
    let number = String(place.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blank = String(repeating: " ", count: margin.count)
    let carets = String(repeating: "^", count: excerpt.width)
    return [
      trimmed("\(margin) | \(excerpt.text)"),
      "\(blank) | \(String(repeating: " ", count: excerpt.offset))\(paint(carets, Style(severity)))",
    ]
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A text without the control characters that a terminal would obey.
  private func visible(_ text: String) -> String { TerminalText.visible(text.asMessage) }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .red
      case .warning: self = .yellow
      case .waived: self = .bold
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text; of one that nobody would read to its end, what it says first and last: a value may be a
  /// megabyte, of which one letter may be all.
  var asMessage: String {
    guard utf8.count > 4_000 else { return self }
    let (start, end) = (unicodeScalars.prefix(400).string, unicodeScalars.suffix(200).string)
    return "\(start) […] \(end)"
  }
}
