import Comparison
import Configuration
import Facts
import Markdown

/// A row of a table of values: what belongs to one step, situation or financing is read together.
struct ShownValue {
  private var change: ValueChange
  /// What the last cell says.
  private var difference: String
  /// What the row above is called too: said once, and kept for those who do not see the table.
  private var continued: String?

  static let form = Form<ShownValue>(
    "une valeur",
    [
      .text("libelle") { row in
        let label = row.continued == nil ? row.change.label : row.change.subject.name
        return FrenchTypography.apply(to: FrenchFormat.capitalized(label))
      },
      .optionalText("suite_de") { $0.continued.map { FrenchTypography.apply(to: $0) } },
      .text("nature") { $0.change.nature.rawValue },
      .optionalText("avant") { text($0.change.before) },
      .optionalText("apres") { text($0.change.after) },
      .text("ecart") { FrenchTypography.apply(to: $0.difference) },
    ])

  private static func text(_ value: ComparedValue?) -> String? {
    value.map { FrenchTypography.apply(to: $0.text) }
  }

  /// The rows of one subject.
  static func rows(_ changes: [ValueChange]) -> [ShownValue] {
    var rows: [ShownValue] = []
    for change in changes {
      if let first = rows.last, let whole = period(first.change, change) {
        rows[rows.count - 1].change = whole
        let (start, end) = (first.difference, difference(change))
        if start != end {
          rows[rows.count - 1].difference = "Début\u{A0}: \(start)\u{202F}; fin\u{A0}: \(end)"
        }
      } else {
        let item = change.subject.item
        let isSame = item == rows.last?.change.subject.item
        rows.append(
          ShownValue(
            change: change, difference: difference(change), continued: isSame ? item?.title : nil))
      }
    }
    return rows
  }

  private static func difference(_ change: ValueChange) -> String {
    switch change.nature {
    case .added: "Ajouté"
    case .removed: "Supprimé"
    case .modified where change.isAwaited: "Pas encore connu"
    case .modified: change.differenceText ?? "Modifié"
    case .unchanged: "Inchangé"
    }
  }

  // MARK: - One period

  /// A beginning and an end that change alike make one row.
  private static func period(_ start: ValueChange, _ end: ValueChange) -> ValueChange? {
    guard start.isAt(NoteSchema.Step.start, inItemOf: NoteSchema.calendar),
      end.isAt(NoteSchema.Step.end, inItemOf: NoteSchema.calendar),
      start.subject.item == end.subject.item, start.nature == end.nature,
      start.isAwaited == end.isAwaited, let before = period(start.before, end.before),
      let after = period(start.after, end.after)
    else { return nil }
    var whole = start
    whole.subject.name = "Dates"
    (whole.before, whole.after) = (before, after)
    return whole
  }

  private static func period(_ start: ComparedValue?, _ end: ComparedValue?) -> ComparedValue? {
    guard let start, let end else { return nil }
    if case .day(let first) = start.value, case .day(let last) = end.value {
      var whole = start
      whole.text = FrenchFormat.period(from: first, to: last)
      return whole
    }
    return start.text == end.text ? start : nil
  }
}

/// The values of one subject, and how many of them change.
struct ValueGroup {
  private let group: FactGroup
  private let changes: [ValueChange]

  static let form = Form<ValueGroup>(
    "un groupe de valeurs",
    [
      .text("id") { "valeurs-" + $0.group.rawValue },
      .text("titre") { $0.group.title },
      .text("compte") { $0.count },
      .records("lignes", ShownValue.form) { ShownValue.rows($0.changes) },
    ])

  private var count: String {
    let awaited = changes.count { $0.isAwaited }
    let count = changes.count { $0.nature != .unchanged } - awaited
    let counts = [
      count == 0 ? nil : FrenchFormat.count(count, "changement"),
      awaited == 0 ? nil : "\(FrenchFormat.integer(awaited)) à venir",
    ].compactMap(\.self)
    return counts.isEmpty ? "inchangé" : counts.joined(separator: ", ")
  }

  /// Those of a comparison that have values.
  static func all(in comparison: NoteComparison) -> [ValueGroup] {
    FactGroup.allCases.compactMap { group in
      let changes = comparison.values.filter { $0.group == group }
      return changes.isEmpty ? nil : ValueGroup(group: group, changes: changes)
    }
  }
}
