import Diagnostics
import Facts

/// One value that a published note and its sources give otherwise.
struct FactChange {
  /// « financements.msa.montant ».
  var path: String
  var label: String
  /// What the published note says; nil when it says nothing.
  var before: Fact?
  /// What the sources would say.
  var after: Fact?
  /// Where the sources can be mended.
  var place: Place

  /// All changes of a record, in the order of the schema.
  ///
  /// - Parameter place: that of the record in the sources.
  static func all(
    from before: Record, to after: Record, schema: Schema, path: String = "", place: Place
  ) -> [FactChange] {
    schema.fields.flatMap { field in
      changes(
        before[field.key], after[field.key], field.type, label: field.label,
        path: path.isEmpty ? field.key : path + "." + field.key, place: place)
    }
  }

  private static func changes(
    _ before: Fact?, _ after: Fact?, _ type: FactType, label: String, path: String, place: Place
  ) -> [FactChange] {
    let place = after?.place ?? place
    switch (type, before?.value, after?.value) {
    case (_, nil, nil): return []
    case (.record(let schema), .record(let old)?, .record(let new)?),
      (.reference(_, let schema), .record(let old)?, .record(let new)?):
      return all(from: old, to: new, schema: schema, path: path, place: place)
    case (.list(let item), .list(let old)?, .list(let new)?):
      return listChanges(old, new, item, label: label, path: path, place: place)
    case (_, let old?, let new?) where old == new && before?.source == after?.source: return []
    default:
      return [FactChange(path: path, label: label, before: before, after: after, place: place)]
    }
  }

  /// Items are matched by what names them, else by their rank.
  private static func listChanges(
    _ before: [Fact], _ after: [Fact], _ type: FactType, label: String, path: String, place: Place
  ) -> [FactChange] {
    let old = names(of: before)
    let new = names(of: after)
    var changes: [FactChange] = []
    for (name, fact) in zip(old, before) where !new.contains(name) {
      changes.append(
        FactChange(path: "\(path).\(name)", label: label, before: fact, after: nil, place: place))
    }
    for (name, fact) in zip(new, after) {
      let twin = old.firstIndex(of: name).map { before[$0] }
      changes += FactChange.changes(
        twin, fact, type, label: label, path: "\(path).\(name)", place: place)
    }
    let kept = old.filter(new.contains)
    if kept != new.filter(old.contains) {
      func order(_ names: [String]) -> Fact {
        Fact(.text(names.filter(kept.contains).joined(separator: ", ")))
      }
      changes.append(
        FactChange(path: path, label: label, before: order(old), after: order(new), place: place))
    }
    return changes
  }

  /// A name for each item, unique in the list.
  private static func names(of facts: [Fact]) -> [String] {
    var seen: [String: Int] = [:]
    return facts.enumerated().map { rank, fact in
      guard case .record(let record) = fact.value,
        let key = ["code", "etape", "numero", "nom", "titre"].first(where: { record[$0] != nil }),
        let value = record[key]?.value
      else { return String(rank + 1) }
      let name = FrenchFormat.text(of: value)
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 1))"
    }
  }

  /// What both sides say, in French; where only their sources differ, those.
  var texts: (before: String, after: String) {
    let showsSource = before?.value == after?.value
    return (
      FactChange.text(of: before, showsSource: showsSource),
      FactChange.text(of: after, showsSource: showsSource)
    )
  }

  private static func text(of fact: Fact?, showsSource: Bool) -> String {
    guard let fact else { return "rien" }
    guard showsSource else { return "« \(text(of: fact.value)) »" }
    guard let source = fact.source else { return "« \(text(of: fact.value)) », sans source" }
    let certainty = source.reason.map { ", valeur déduite : \($0)" } ?? ""
    return "« \(text(of: fact.value)) » (\(source.document), \(source.section)\(certainty))"
  }

  private static func text(of value: Value) -> String {
    switch value {
    case .name(let name): return name.definite
    case .record(let record):
      return record.facts.sorted { $0.field.key < $1.field.key }.map { text(of: $0.fact.value) }
        .filter { !$0.isEmpty }.joined(separator: " ; ")
    case .list(let facts): return facts.map { text(of: $0.value) }.joined(separator: ", ")
    default: return FrenchFormat.textWithUnit(of: value)
    }
  }
}
