import Comparison
import Facts

/// The rows of a table of values: what belongs to one step, situation or financing is read together.
struct ChangedValueRows {
  private struct Row {
    var change: ValueChange
    /// What the last cell says.
    var difference: String
  }

  private let rows: [Row]

  init(_ changes: [ValueChange]) {
    var rows: [Row] = []
    for change in changes {
      if let first = rows.last, let whole = ChangedValueRows.period(first.change, change) {
        rows[rows.count - 1] = whole
      } else {
        rows.append(Row(change: change, difference: ChangedValueRows.difference(change)))
      }
    }
    self.rows = rows
  }

  var shown: [ShownValue] {
    rows.enumerated().map { index, row in
      let change = row.change
      let field = change.label.ranges(of: "\u{A0}: ").last
      let isNext = index > 0 && isSameRecord(rows[index - 1].change, change)
      let continued = isNext ? field : nil
      return ShownValue(
        change: change,
        label: FrenchFormat.capitalized(
          continued.map { change.label[$0.upperBound...] } ?? change.label[...]),
        continued: continued.map { String(change.label[..<$0.lowerBound]) },
        difference: row.difference)
    }
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

  // MARK: - One record

  /// Whether two values are of one step of the calendar, one document or one financing.
  private func isSameRecord(_ first: ValueChange, _ second: ValueChange) -> Bool {
    guard let record = ChangedValueRows.record(first.path) else { return false }
    return record == ChangedValueRows.record(second.path)
  }

  /// The path of the record of a list in which a value stands.
  private static func record(_ path: String) -> [Substring]? {
    let parts = path.split(separator: ".")
    switch parts.first {
    case "calendrier", "pieces", "annexes", "financements", "contacts":
      return parts.count > 2 ? Array(parts.prefix(2)) : nil
    case "depot", "chiffres": return parts.count > 3 ? Array(parts.prefix(3)) : nil
    default: return nil
    }
  }

  // MARK: - One period

  /// A beginning and an end that change alike make one row.
  private static func period(_ start: ValueChange, _ end: ValueChange) -> Row? {
    guard start.path.hasPrefix("calendrier."), start.path.hasSuffix(".du"),
      end.path == start.path.dropLast(2) + "au", start.nature == end.nature,
      start.isAwaited == end.isAwaited, let before = period(start.before, end.before),
      let after = period(start.after, end.after),
      let field = start.label.ranges(of: "\u{A0}: ").last
    else { return nil }
    var whole = start
    whole.label = start.label[..<field.upperBound] + "dates"
    (whole.before, whole.after) = (before, after)
    let (first, last) = (difference(start), difference(end))
    return Row(
      change: whole,
      difference: first == last
        ? first
        : "Début\u{A0}: \(first)\u{202F}; fin\u{A0}: \(last)")
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
