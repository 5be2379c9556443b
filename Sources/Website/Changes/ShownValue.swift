import Comparison
import Markdown

/// A row of a table of values.
struct ShownValue {
  let change: ValueChange
  let label: String
  /// What the row above is called too: said once, and kept for those who do not see the table.
  let continued: String?
  /// What the last cell says.
  let difference: String

  static let form = Form<ShownValue>(
    "une valeur",
    [
      .text("libelle") { FrenchTypography.apply(to: $0.label) },
      .optionalText("suite_de") { $0.continued.map { FrenchTypography.apply(to: $0) } },
      .text("nature") { $0.change.nature.rawValue },
      .optionalText("avant") { text($0.change.before) },
      .optionalText("apres") { text($0.change.after) },
      .text("ecart") { FrenchTypography.apply(to: $0.difference) },
    ])

  private static func text(_ value: ComparedValue?) -> String? {
    value.map { FrenchTypography.apply(to: $0.text) }
  }
}
