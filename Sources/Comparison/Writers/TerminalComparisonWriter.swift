import Facts
import Text

/// Writes a comparison for a terminal: values by group, then the text by section, words marked.
///
/// ```
/// Montants
///   Prix plafond : 8 487 € par collectif → 8 900 € par collectif (+413 €, soit +4,9 %)
///   Bonus enfants : 329 € par collectif (inchangé)
///
/// Dépôt des dossiers
///   modifié : Déposez avant le [-31 juillet 2025-]{+10 juillet 2026+}.
/// ```
public struct TerminalComparisonWriter: Sendable {
  /// Whether ANSI colours are added; the marks stand in any case.
  public var usesColor: Bool

  public init(usesColor: Bool = false) { self.usesColor = usesColor }

  /// The comparison, its last line ended.
  public func text(_ comparison: NoteComparison) -> String {
    let names = "de \(comparison.beforeIdentifier) à \(comparison.afterIdentifier)"
    var lines = [paint("Ce qui change \(visible(names))", .bold), comparison.summary]
    for group in FactGroup.allCases {
      let changes = comparison.values.filter { $0.group == group }
      if changes.isEmpty { continue }
      lines += ["", paint(group.title, .bold)]
      lines += changes.map { "  " + line($0) }
    }
    let titles = SectionTitles(comparison)
    for section in comparison.sections where section.nature != .departed {
      lines += self.lines(section, titles)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ change: ValueChange) -> String {
    let before = visible(change.before?.text ?? "")
    let after = visible(change.after?.text ?? "")
    let label = "\(visible(change.label))\(FrenchFormat.noBreakSpace): "
    switch change.nature {
    case .unchanged: return label + after + " (inchangé)"
    case .added where change.isWhole:
      return paint("{+\(visible(change.label))+}", .green) + " (ajouté)" + change.rest(after)
    case .removed where change.isWhole:
      return paint("[-\(visible(change.label))-]", .red) + " (supprimé)" + change.rest(before)
    case .added: return label + paint("{+\(after)+}", .green) + " (ajouté)"
    case .removed: return label + paint("[-\(before)-]", .red) + " (supprimé)"
    case .modified:
      let difference = change.differenceText.map { " (\($0))" } ?? ""
      return label + paint(before, .red) + " → " + paint(after, .green) + difference
    }
  }

  // MARK: - Text

  private func lines(_ section: SectionChange, _ titles: SectionTitles) -> [String] {
    let changes = section.textChanges
    let remarks = titles.remarks(on: section)
    if changes.isEmpty, remarks.isEmpty { return [] }
    var lines = [
      "", paint(visible(section.label.title), .bold) + remarks.map { " (\(visible($0)))" }.joined(),
    ]
    if let cause = section.cause {
      lines.append("  cause\(FrenchFormat.noBreakSpace): \(visible(cause))")
    }
    for change in changes {
      var head = change.nature.participle
      if let move = change.movedBetween {
        head += " depuis " + visible(titles.oldTitle(move.from))
      }
      if !change.remarks.isEmpty {
        head +=
          " (\(visible(change.remarks.joined(separator: "\(FrenchFormat.narrowNoBreakSpace); "))))"
      }
      let words = Excerpts.shortened(change.runs).map(text).joined()
      let indented = words.split(separator: "\n").joined(separator: "\n    ")
      lines.append(
        "  \(head)" + (indented.isEmpty ? "" : "\(FrenchFormat.noBreakSpace): \(indented)"))
    }
    return lines
  }

  private func text(_ run: Run) -> String {
    switch run {
    case .equal(let text), .folded(_, let text): visible(text.textWithAddresses)
    case .deleted(let text): marked(text, "[-", "-]", .red)
    case .inserted(let text): marked(text, "{+", "+}", .green)
    }
  }

  /// The marks stand around the words, not around the spaces before them.
  private func marked(_ text: RichText, _ open: String, _ close: String, _ style: Style) -> String {
    let words = visible(text.textWithAddresses)
    let space = words.prefix { $0.isWhitespace }
    let rest = words.dropFirst(space.count)
    return rest.isEmpty ? words : space + paint(open + rest + close, style)
  }

  private enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func visible(_ text: String) -> String {
    TerminalText.visible(text, keepsLayout: true)
  }
}

extension ValueChange {
  /// Whether it is a record of a list that came or left whole.
  fileprivate var isWhole: Bool { subject.item == nil && (after ?? before)?.value.record != nil }

  /// What is said of a record beside its name.
  fileprivate func rest(_ text: String) -> String {
    text.isEmpty || label.hasSuffix(text) ? "" : "\(FrenchFormat.noBreakSpace): " + text
  }
}

/// Long unchanged stretches cut in the middle, for narrow places.
enum Excerpts {
  private static let words = 8

  static func shortened(_ runs: [Run]) -> [Run] {
    runs.enumerated().map { index, run in
      switch run {
      case .equal(let text), .folded(_, let text):
        .equal(
          RichText(
            shortened(
              text.textWithAddresses, keepsStart: index > 0, keepsEnd: index < runs.count - 1)))
      case .deleted, .inserted: run
      }
    }
  }

  private static func shortened(_ text: String, keepsStart: Bool, keepsEnd: Bool) -> String {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count > 2 * words + 2 else { return text }
    let start = keepsStart || !keepsEnd ? parts.prefix(words).joined(separator: " ") + " " : ""
    let end = keepsEnd ? " " + parts.suffix(words).joined(separator: " ") : ""
    return start + "[…]" + end
  }
}
