import Diagnostics
import Facts
import Text

/// Writes a comparison as JSON, keys always in the same order.
///
/// **Shape**: `{"avant", "apres", "valeurs": [{"chemin", "libelle", "nature", "avant", "apres",
/// "groupe", "unite", "ecart", "pourcentage"}], "blocs": [{"section", "nature", "avant", "apres",
/// "mots": [{"nature", "texte"}]}]}`. What is absent is `null`. Values that did not change are left
/// out. A block whose section has a cause ends with `"cause"`.
///
/// **Units**: `ecart` in euros for amounts, in days for dates; `pourcentage` with one decimal.
public enum JSONComparisonWriter {
  /// The comparison as one JSON object ended by a newline.
  public static func text(_ comparison: NoteComparison) -> String {
    let values = comparison.changedValues.map { "\n    " + object(value($0)) }
    let blocks = comparison.sections.filter { $0.nature != .departed }.flatMap { section in
      section.textChanges.map { "\n    " + object(block($0, section)) }
    }
    return """
      {
        "avant": \(JSONText.string(comparison.beforeIdentifier)),
        "apres": \(JSONText.string(comparison.afterIdentifier)),
        "valeurs": \(list(values)),
        "blocs": \(list(blocks))
      }

      """
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[" + items.joined(separator: ",") + "\n  ]"
  }

  private static func value(_ change: ValueChange) -> [(String, String)] {
    var (difference, percentage) = ("null", "null")
    switch change.difference {
    case .amount(let cents, let tenths)?:
      difference = decimal(cents, digits: 2)
      percentage = tenths.map { decimal($0, digits: 1) } ?? "null"
    case .days(let days, _)?: difference = String(days)
    case nil: break
    }
    return [
      ("chemin", JSONText.string(change.path)), ("libelle", JSONText.string(change.label)),
      ("nature", JSONText.string(change.nature.rawValue)),
      ("avant", JSONText.string(change.before?.shortText)),
      ("apres", JSONText.string(change.after?.shortText)),
      ("groupe", JSONText.string(change.group.rawValue)),
      ("unite", JSONText.string(change.unit?.rawValue)), ("ecart", difference),
      ("pourcentage", percentage),
    ]
  }

  private static func block(_ change: TextChange, _ section: SectionChange) -> [(String, String)] {
    let words = change.runs.map { run in
      switch run {
      case .equal(let text), .folded(_, let text): word("egal", text)
      case .deleted(let text): word("suppression", text)
      case .inserted(let text): word("ajout", text)
      }
    }
    var members = [
      ("section", JSONText.string(change.section)),
      ("nature", JSONText.string(change.nature.rawValue)),
      ("avant", JSONText.string(change.before)), ("apres", JSONText.string(change.after)),
      ("mots", "[" + words.joined(separator: ", ") + "]"),
    ]
    if let cause = section.cause { members.append(("cause", JSONText.string(cause))) }
    return members
  }

  private static func word(_ nature: String, _ text: RichText) -> String {
    object([
      ("nature", JSONText.string(nature)), ("texte", JSONText.string(text.textWithAddresses)),
    ])
  }

  /// A whole number of hundredths or tenths as a JSON number, without useless zeros.
  private static func decimal(_ number: Int64, digits: Int) -> String {
    let unit: UInt64 = digits == 2 ? 100 : 10
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: unit)
    var fraction = String(rest)
    fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (number < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }
}
