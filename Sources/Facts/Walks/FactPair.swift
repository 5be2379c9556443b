/// A fact on each side of two records, and what stands around it: the way through two records side
/// by side. Who walks decides at each pair whether to go inside.
public struct FactPair: Sendable {
  /// Nil when it stands on the new side only.
  public let before: Fact?
  /// Nil when it stands on the old side only.
  public let after: Fact?
  /// On the new side; on the old one, for what is there only.
  public let context: FactContext
  /// The ranks of an item in its list, from 0; nil for what is no item and on the side that lacks it.
  public let ranks: (before: Int?, after: Int?)

  /// The facts of two records, in the order of the schema; those that neither has are left out.
  public static func all(_ before: Record, _ after: Record) -> [FactPair] {
    fields(before, after) { FactContext($0, of: after) }
  }

  /// The pairs inside: the facts of records, what a reference means included, or the items of lists.
  /// A side that is absent, or is something else, has nothing inside.
  public var inside: [FactPair] {
    let records = (before?.value.record, after?.value.record)
    if let record = records.1 ?? records.0 {
      let (old, new) = (records.0 ?? Record(record.schema), records.1 ?? Record(record.schema))
      return FactPair.fields(old, new) { context.inside($0, of: record) }
    }
    return items
  }

  /// The item of a list that left, as the same one as another that came.
  public func followed(by new: FactPair) -> FactPair {
    FactPair(
      before: before, after: new.after, context: new.context,
      ranks: (ranks.before, new.ranks.after))
  }

  private static func fields(
    _ before: Record, _ after: Record, _ context: (Field) -> FactContext
  ) -> [FactPair] {
    after.schema.fields.compactMap { field in
      let (old, new) = (before[field.key], after[field.key])
      guard old != nil || new != nil else { return nil }
      return FactPair(before: old, after: new, context: context(field), ranks: (nil, nil))
    }
  }

  /// In the order of the new list, then those that left.
  ///
  /// Records are matched by what identifies them, and by their ranks where nothing does; so are
  /// plain values.
  private var items: [FactPair] {
    let (old, new) = (before?.value.items ?? [], after?.value.items ?? [])
    let matches = FactPair.matches(old, new)
    let twins = Dictionary(uniqueKeysWithValues: matches.map { ($0.1, $0.0) })
    let kept = Set(matches.map(\.0))
    let inner = context.items(context.type.item)
    return new.indices.map { rank in
      FactPair(
        before: twins[rank].map { old[$0] }, after: new[rank], context: inner,
        ranks: (twins[rank], rank))
    }
      + old.indices.filter { !kept.contains($0) }.map { rank in
        FactPair(before: old[rank], after: nil, context: inner, ranks: (rank, nil))
      }
  }

  private static func matches(_ before: [Fact], _ after: [Fact]) -> [(Int, Int)] {
    let (old, new) = (before.map(\.value.record), after.map(\.value.record))
    // A list holds records or plain values, never both: so ranks among records are ranks of the list.
    let pairs = Record.matches(old.compactMap(\.self), new.compactMap(\.self))
    let nameless = zip(before.indices, after.indices).filter { rank, _ in
      old[rank]?.identity == nil && new[rank]?.identity == nil
    }
    let (inOld, inNew) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
    return pairs + nameless.filter { !inOld.contains($0.0) && !inNew.contains($0.1) }
  }
}
