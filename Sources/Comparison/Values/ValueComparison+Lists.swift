import Facts
import Markdown
import Text

extension ValueComparison {
  /// The keys that tell the records of a list apart, the surest first.
  private static let identities = [
    "code", "etape", "numero", "nom", "titre", "dispositif", "service", "courriel", "role",
  ]
  /// The lists of which readers ask whether anything changed.
  private static let askedLists: Set<String> = ["depot.situations", "pieces", "contacts"]

  /// Two lists of records, matched by their code, then by their name.
  mutating func compareRecords(
    _ old: Fact?, _ new: Fact?, _ schema: Schema, _ field: Field, _ context: Context
  ) {
    let (before, after) = (old?.value.records ?? [], new?.value.records ?? [])
    let pairs = Self.matches(before, after)
    let count = changes.count
    for (index, record) in after.enumerated() {
      let inside = context.inside(Self.key(record, index), title: Self.title(record, schema))
      if let match = pairs.first(where: { $0.1 == index }) {
        compare(before[match.0], record, schema, inside)
      } else {
        appendWhole(nil, record, schema, field, inside)
      }
    }
    let kept = Set(pairs.map(\.0))
    for (index, record) in before.enumerated() where !kept.contains(index) {
      let inside = context.inside(Self.key(record, index), title: Self.title(record, schema))
      appendWhole(record, nil, schema, field, inside)
    }
    if changes.count == count, !after.isEmpty, Self.askedLists.contains(context.path) {
      let titles = FrenchFormat.list(after.map { Self.title($0, schema) })
      let value = ComparedValue(value: .text(titles), text: titles)
      append(context.path, context.label(field.label), .unchanged, value, value)
    }
  }

  /// A record that stands on one side only: one row, its fields on one line.
  private mutating func appendWhole(
    _ old: Record?, _ new: Record?, _ schema: Schema, _ field: Field, _ context: Context
  ) {
    let before = old.map {
      ComparedValue(value: .record($0), text: summary($0, schema, in: oldFacts))
    }
    let after = new.map {
      ComparedValue(value: .record($0), text: summary($0, schema, in: newFacts))
    }
    // The group says what the record is, but for lists inside records: « Membres : MSA ».
    let title = context.titles.last ?? field.label
    let isInside =
      context.path.split(separator: ".").count > 2 && !context.path.hasPrefix("depot.situations.")
    let label = isInside ? "\(field.label)\(FrenchFormat.noBreakSpace): \(title)" : title
    append(context.path, label, old == nil ? .added : .removed, before, after)
  }

  /// The indices of the records that are the same, by the first identity that both have.
  private static func matches(_ before: [Record], _ after: [Record]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var restA = Array(before.indices)
    var restB = Array(after.indices)
    for key in identities {
      var places: [Value: [Int]] = [:]
      for index in restB.reversed() {
        if let value = after[index][key]?.value.comparable {
          places[value, default: []].append(index)
        }
      }
      for index in restA {
        guard let value = before[index][key]?.value.comparable,
          let other = places[value]?.popLast()
        else { continue }
        pairs.append((index, other))
      }
      let (inA, inB) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
      restA.removeAll { inA.contains($0) }
      restB.removeAll { inB.contains($0) }
    }
    return pairs
  }

  /// The part of a path that stands for a record.
  private static func key(_ record: Record, _ index: Int) -> String {
    for key in ["code", "etape"] { if let code = record.text(at: key) { return code } }
    for key in identities {
      if let value = record[key]?.value, value.isKnown {
        return Slug.make(FrenchFormat.text(of: value))
      }
    }
    return String(index + 1)
  }

  /// Lists of sentences, such as conditions: those equal, those alike, then the others one by one.
  mutating func compareTexts(_ old: Fact?, _ new: Fact?, _ path: String, _ label: String) {
    let texts = { (fact: Fact?) in (fact?.value.facts ?? []).map { FrenchFormat.text(of: $0.value) }
    }
    let (before, after) = (texts(old), texts(new))
    let node = { (text: String) in ComparedBlock(TextBlock(.paragraph, RichText(text))) }
    let (oldNodes, newNodes) = (before.map(node), after.map(node))
    var pairs = BlockAlignment.pairs(oldNodes, newNodes)
    let (restA, restB) = BlockLayout(pairs).rest(before.count, after.count)
    pairs += BlockAlignment.moves(restA.map { oldNodes[$0] }, restB.map { newNodes[$0] })
      .map { (restA[$0.first], restB[$0.second]) }
    let value = { (text: String) in ComparedValue(value: .text(text), text: text) }
    for (index, text) in after.enumerated() {
      guard let match = pairs.first(where: { $0.second == index }) else {
        append(path, label, .added, nil, value(text))
        continue
      }
      let former = before[match.first]
      if former != text { append(path, label, .modified, value(former), value(text)) }
    }
    let kept = Set(pairs.map(\.first))
    for (index, text) in before.enumerated() where !kept.contains(index) {
      append(path, label, .removed, value(text), nil)
    }
  }
}
