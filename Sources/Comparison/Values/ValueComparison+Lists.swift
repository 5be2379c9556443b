import Facts
import Markdown
import Text

extension ValueComparison {
  /// Two lists of records: what changed in those that stayed, and a row for each of the others.
  mutating func compareRecords(_ list: FactPair, _ surroundings: Surroundings) {
    let count = changes.count
    var (seen, titles): ([String: Int], [String: Int]) = ([:], [:])
    for pair in Self.items(of: list) {
      guard let record = (pair.after ?? pair.before)?.value.record else { continue }
      let rank = pair.ranks.after ?? pair.ranks.before ?? 0
      var item = ValueChange.Item(
        list: list.context.keys, key: record.key(rank: rank), title: Self.title(record))
      // Two filings of one calendar are told apart even where nothing but their order does.
      seen[item.key, default: 0] += 1
      titles[item.title, default: 0] += 1
      if let rank = seen[item.key], rank > 1 { item.key += "-\(rank)" }
      if let rank = titles[item.title], rank > 1 { item.title += ", n°\u{A0}\(rank)" }
      let path = surroundings.path(of: item.key)
      if pair.before != nil, pair.after != nil {
        compareFields(pair, Surroundings(path: path, item: item))
      } else {
        appendWhole(pair, item, path)
      }
    }
    let records = (list.after?.value.items ?? []).compactMap(\.value.record)
    if changes.count == count, !records.isEmpty, list.context.isAsked {
      let titles = FrenchFormat.list(records.map { Self.title($0) })
      let value = ComparedValue(value: .text(titles), text: titles)
      append(ValueChange.Subject(list.context, surroundings), .unchanged, value, value)
    }
  }

  /// How alike the names of two records must be for them to be the same one, in thousandths.
  private static let leastNameLikeness = 750

  /// The records of both sides in the order of the new one, then those that left. One that has another
  /// code now is known by its name, even where a year or a word of it changed.
  private static func items(of list: FactPair) -> [FactPair] {
    var items = list.inside
    let left = items.indices.filter { items[$0].after == nil }
    let came = items.indices.filter { items[$0].before == nil }
    func name(_ index: Int) -> ComparedBlock {
      let record = (items[index].after ?? items[index].before)?.value.record
      return ComparedBlock(
        TextBlock(.paragraph, RichText(record?.names.joined(separator: " ") ?? "")))
    }
    let pairs = BlockAlignment.moves(left.map(name), came.map(name), least: leastNameLikeness)
    for (old, new) in pairs { items[came[new]] = items[left[old]].followed(by: items[came[new]]) }
    let paired = Set(pairs.map { left[$0.first] })
    return items.indices.filter { !paired.contains($0) }.map { items[$0] }
  }

  /// A record that stands on one side only: one row, its fields on one line.
  private mutating func appendWhole(_ pair: FactPair, _ item: ValueChange.Item, _ path: String) {
    func value(_ fact: Fact?, in facts: ComparedFacts) -> ComparedValue? {
      fact?.value.record.map {
        ComparedValue(value: .record($0), text: summary($0, in: facts))
      }
    }
    let context = pair.context
    // The group says what the record is, but for lists inside records: « Membres : MSA ».
    let isInside = context.keys.count > 1 && !context.isAsked
    append(
      ValueChange.Subject(
        path: path, keys: context.keys, name: item.title,
        list: isInside ? context.field.label : nil, group: context.group),
      pair.before == nil ? .added : .removed, value(pair.before, in: oldFacts),
      value(pair.after, in: newFacts))
  }

  /// Lists of sentences, such as conditions: those equal, those alike, then the others one by one.
  mutating func compareTexts(_ list: FactPair, _ surroundings: Surroundings) {
    let subject = ValueChange.Subject(list.context, surroundings)
    let texts = { (fact: Fact?) in
      (fact?.value.items ?? []).map { FrenchFormat.text(of: $0.value) }
    }
    let (before, after) = (texts(list.before), texts(list.after))
    let node = { (text: String) in ComparedBlock(TextBlock(.paragraph, RichText(text))) }
    let (oldNodes, newNodes) = (before.map(node), after.map(node))
    var pairs = BlockAlignment.pairs(oldNodes, newNodes)
    let (restA, restB) = BlockLayout(pairs).rest(before.count, after.count)
    pairs += BlockAlignment.moves(restA.map { oldNodes[$0] }, restB.map { newNodes[$0] })
      .map { (restA[$0.first], restB[$0.second]) }
    let value = { (text: String) in ComparedValue(value: .text(text), text: text) }
    for (index, text) in after.enumerated() {
      let former = pairs.first { $0.second == index }.map { before[$0.first] }
      if former == text { continue }
      append(subject, former == nil ? .added : .modified, former.map(value), value(text))
    }
    let kept = Set(pairs.map(\.first))
    for (index, text) in before.enumerated() where !kept.contains(index) {
      append(subject, .removed, value(text), nil)
    }
  }
}

extension ValueChange.Subject {
  /// - Parameters:
  ///   - surroundings: their path is that of the fact itself.
  ///   - name: nil for the label of the field.
  init(
    _ context: FactContext, _ surroundings: ValueComparison.Surroundings, name: String? = nil
  ) {
    self.init(
      path: surroundings.path, keys: context.keys, name: name ?? context.field.label,
      item: surroundings.item, group: context.group)
  }
}

extension Record {
  /// The part of a path that stands for a record of a list.
  fileprivate func key(rank: Int) -> String {
    code ?? identity.map { Slug.make(FrenchFormat.text(of: $0)) } ?? String(rank + 1)
  }
}
