import Comparison
import Facts

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
      count == 0 ? nil : FrenchFormat.count(count, "changement", "changements"),
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
