public import Diagnostics
public import Facts

/// A fact that two records do not give alike: its value, its source, or its place in a list.
public struct FactDifference: Sendable, Hashable {
  /// « financements.msa.montant »: records of lists are told by their code or name, else by their
  /// rank.
  public var path: String
  public var label: String
  /// Nil when it is not there. For a list whose records changed places, their names in order.
  public var before: Fact?
  public var after: Fact?
  /// In the new record, where the fact or the nearest around it was written; nil when none was.
  public var place: Place?

  /// All differences of the facts under some fields of the root, in the order of the schema; where
  /// facts were written is none.
  public static func all(
    from before: Record, to after: Record, where isCompared: (Field) -> Bool
  ) -> [FactDifference] {
    FactPair.all(before, after).filter { isCompared($0.context.field) }
      .flatMap { inside($0, path: $0.context.field.key, place: nil) }
  }

  private static func inside(_ pair: FactPair, path: String, place: Place?) -> [FactDifference] {
    if let before = pair.before, pair.after?.says(sameAs: before) == true { return [] }
    let place = pair.after?.place ?? place
    switch (pair.before?.value, pair.after?.value) {
    case (.record?, .record?):
      return pair.inside.flatMap {
        inside($0, path: "\(path).\($0.context.field.key)", place: place)
      }
    case (.list?, .list?): return items(of: pair, path: path, place: place)
    default:
      return [
        FactDifference(
          path: path, label: pair.context.field.label, before: pair.before, after: pair.after,
          place: place)
      ]
    }
  }

  private static func items(of list: FactPair, path: String, place: Place?) -> [FactDifference] {
    let pairs = list.inside
    let names = names(pairs)
    var differences = zip(pairs, names).flatMap { pair, name in
      inside(pair, path: "\(path).\(name)", place: place)
    }
    let kept = zip(pairs, names).filter { $0.0.before != nil && $0.0.after != nil }
    let ranks = kept.map { $0.0.ranks.before ?? 0 }
    if ranks != ranks.sorted() {
      let old = zip(ranks, kept).sorted { $0.0 < $1.0 }.map(\.1)
      func order(_ items: [(FactPair, String)]) -> Fact {
        Fact(.text(items.map(\.1).joined(separator: ", ")))
      }
      differences.append(
        FactDifference(
          path: path, label: list.context.field.label, before: order(old), after: order(kept),
          place: place))
    }
    return differences
  }

  private static func names(_ pairs: [FactPair]) -> [String] {
    var seen: [String: Int] = [:]
    return pairs.map { pair in
      guard let name = (pair.after ?? pair.before)?.value.record?.exactName else {
        return String((pair.ranks.after ?? pair.ranks.before ?? 0) + 1)
      }
      let count = seen[name, default: 0] + 1
      seen[name] = count
      return count == 1 ? name : "\(name) (\(count))"
    }
  }
}
