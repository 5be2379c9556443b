import Diagnostics
import Facts
import Text

/// Writes a comparison as JSON, keys always in the same order.
///
/// **Shape**: `{"avant", "apres", "valeurs": [{"chemin", "libelle", "nature", "avant", "apres",
/// "groupe", "unite", "ecart", "pourcentage"}], "blocs": [{"section", "nature", "avant", "apres",
/// "mots": [{"nature", "texte"}]}]}`. What is absent is `null`. Values that did not change are left
/// out. A block of which no word says all ends with `"remarques": ["la case est cochée"]`, then one
/// whose section has a cause with `"cause"`.
///
/// **Units**: `ecart` in euros for amounts, in days for dates; `pourcentage` with one decimal.
public enum JSONComparisonWriter {
  /// The comparison as one JSON object ended by a newline.
  public static func text(_ comparison: NoteComparison) -> String {
    let blocks = comparison.sections.filter { $0.nature != .departed }.flatMap { section in
      section.textChanges.map { block($0, section) }
    }
    let value = JSON.object(
      [
        "avant": .string(comparison.beforeIdentifier),
        "apres": .string(comparison.afterIdentifier),
        "valeurs": .list(comparison.changedValues.map(value), .lines),
        "blocs": .list(blocks, .lines),
      ], .lines)
    return value.text + "\n"
  }

  private static func value(_ change: ValueChange) -> JSON {
    var (difference, percentage) = (JSON.null, JSON.null)
    switch change.difference {
    case .amount(let cents, let tenths)?:
      difference = decimal(cents, digits: 2)
      percentage = tenths.map { decimal($0, digits: 1) } ?? .null
    case .days(let days, _)?: difference = .integer(Int64(days))
    case nil: break
    }
    return .object([
      "chemin": .string(change.path), "libelle": .string(change.label),
      "nature": .string(change.nature.rawValue),
      "avant": .string(change.before?.shortText), "apres": .string(change.after?.shortText),
      "groupe": .string(change.group.rawValue), "unite": .string(change.unit?.rawValue),
      "ecart": difference, "pourcentage": percentage,
    ])
  }

  private static func block(_ change: TextChange, _ section: SectionChange) -> JSON {
    let words = change.runs.map { run in
      switch run {
      case .equal(let text), .folded(_, let text): word("egal", text)
      case .deleted(let text): word("suppression", text)
      case .inserted(let text): word("ajout", text)
      }
    }
    return .object([
      "section": .string(change.section), "nature": .string(change.nature.rawValue),
      "avant": .string(change.before), "apres": .string(change.after), "mots": .list(words),
      "remarques": change.remarks.isEmpty
        ? nil : .list(change.remarks.map { .string($0) }),
      "cause": section.cause.map { .string($0) },
    ])
  }

  private static func word(_ nature: String, _ text: RichText) -> JSON {
    .object(["nature": .string(nature), "texte": .string(text.textWithAddresses)])
  }

  /// A whole number of hundredths or tenths, without useless zeros.
  private static func decimal(_ number: Int64, digits: Int) -> JSON {
    let unit: UInt64 = digits == 2 ? 100 : 10
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: unit)
    var fraction = String(rest)
    fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return .number(
      (number < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction))
  }
}
