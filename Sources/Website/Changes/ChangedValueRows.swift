import Comparison
import Configuration
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
      let item = change.subject.item
      let continued = index > 0 && rows[index - 1].change.subject.item == item ? item : nil
      return ShownValue(
        change: change,
        label: FrenchFormat.capitalized(continued == nil ? change.label : change.subject.name),
        continued: continued?.title, difference: row.difference)
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

  // MARK: - One period

  /// A beginning and an end that change alike make one row.
  private static func period(_ start: ValueChange, _ end: ValueChange) -> Row? {
    guard start.isAt(NoteSchema.Step.start, inItemOf: NoteSchema.calendar),
      end.isAt(NoteSchema.Step.end, inItemOf: NoteSchema.calendar),
      start.subject.item == end.subject.item, start.nature == end.nature,
      start.isAwaited == end.isAwaited, let before = period(start.before, end.before),
      let after = period(start.after, end.after)
    else { return nil }
    var whole = start
    whole.subject.name = "Dates"
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
