import Diagnostics
package import Facts
import YAML

/// The rules between the fields of one record, which the types alone cannot say.
extension FactReader {
  mutating func check(_ rules: [FieldRule], of record: inout Record, at node: YAMLNode) {
    for rule in rules {
      switch rule {
      case .oneForm(let forms, let words):
        checkForms(forms, words, of: record, at: node)
      case .anyOf(let keys): checkAny(keys, of: record.schema, at: node)
      case .inOrder(let first, let second):
        checkOrder(first, second, of: record, at: node)
      case .onDay(let key, let days): checkDay(of: key, days, in: record, at: node)
      case .textFor(let key, let name, let texts):
        complete(key, for: name, texts, in: &record, at: node)
      case .needs(let key, let other, let value, let message, let expected):
        guard let found = record.text(at: other), found != value, node[key] == nil else { continue }
        add(
          .missingKey, message.replacing("{valeur}", with: found),
          at: node[other]?.place ?? node.place, expected: expected)
      case .never(let key, let words, let expected):
        checkWords(of: key, words, expected: expected, in: record, at: node)
      }
    }
  }

  private mutating func checkForms(
    _ forms: [[String]], _ words: FormWords, of record: Record, at node: YAMLNode
  ) {
    let used = forms.map { form in form.filter { node[$0] != nil } }.filter { !$0.isEmpty }
    guard used.count != 1 else { return }
    let subject = subject(of: record, words)
    guard used.count > 1 else {
      add(
        .exclusiveKeys, "\(subject) \(words.none).", at: node.place, expected: words.expected)
      return
    }
    let keys = FrenchFormat.list(used.flatMap(\.self).map { "« \($0) »" })
    // A sentence that names the keys stands at the first that is too many.
    let second = node.pairs?.first { $0.key.text == used[1].first }?.key.place
    add(
      .exclusiveKeys, "\(subject) \(words.several.replacing("{cles}", with: keys)).",
      at: words.several.contains("{cles}") ? second ?? node.place : node.place,
      expected: words.expected)
  }

  private func subject(of record: Record, _ words: FormWords) -> String {
    let name = record.code ?? ""
    return (name.isEmpty ? words.unnamed : words.subject)
      .replacing("{nom}", with: name).replacing("{chemin}", with: path)
  }

  private mutating func checkAny(
    _ keys: [String], of schema: Schema, at node: YAMLNode
  ) {
    guard !keys.contains(where: { node[$0] != nil }) else { return }
    let none = keys.map { "ni \($0)" }.joined(separator: ", ")
    add(
      .exclusiveKeys, "\(FrenchFormat.capitalized(schema.name)) de « \(path) » n'a \(none).",
      at: node.place, expected: "au moins une des clés \(keys.joined(separator: ", "))")
  }

  private mutating func checkOrder(
    _ first: String, _ second: String, of record: Record, at node: YAMLNode
  ) {
    guard let start = record[first]?.value.firstDay, let end = record[second]?.value.lastDay,
      end < start, let place = node[second]?.place
    else { return }
    add(
      .endBeforeStart,
      "\(subject(of: record)) finit (\(node[second]?.text ?? "")) avant de commencer "
        + "(\(node[first]?.text ?? "")).", at: place, expected: "une fin après le début")
  }

  private mutating func checkDay(
    of key: String, _ days: [String], in record: Record, at node: YAMLNode
  ) {
    guard let time = record[key] else { return }
    let values = days.compactMap { record[$0]?.value.known }
    if values.contains(where: { if case .day = $0 { true } else { false } }) { return }
    // A day that was refused, or that nobody knows yet, may well come.
    if days.contains(where: { node[$0] != nil }), values.isEmpty { return }
    add(
      .exclusiveKeys, "\(subject(of: record)) a une heure limite et pas de dernier jour.",
      at: time.place ?? node.place,
      expected: "un jour dans « \(days[0]) », ou pas de « \(key) »")
  }

  private mutating func complete(
    _ key: String, for name: String, _ texts: KnownTexts, in record: inout Record,
    at node: YAMLNode
  ) {
    guard node[key] == nil, let code = record.text(at: name) else { return }
    if let text = texts[code] {
      record[key] = Fact(.text(text), place: record[name]?.place)
      return
    }
    add(
      .missingKey,
      "\(subject(of: record)) n'a pas de libellé, et n'est pas une étape connue.",
      at: node[name]?.place ?? node.place,
      expected:
        "\(key): comment la note appelle l'étape, ou une étape connue : "
        + texts.names.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: code, among: texts.names),
      correction: Suggestion.correction(of: code, at: record[name]?.place, among: texts.names))
  }

  /// As the rule on the forms of the record calls it.
  private func subject(of record: Record) -> String {
    for case .oneForm(_, let words) in record.schema.rules {
      return subject(of: record, words)
    }
    return "« \(path) »"
  }

  private mutating func checkWords(
    of key: String, _ words: [String], expected: String, in record: Record, at node: YAMLNode
  ) {
    guard let word = record.text(at: key), words.contains(word) else { return }
    add(
      .unknownReference, "« \(key): \(word) » n'a pas de sens.",
      at: node[key]?.place ?? node.place, expected: expected)
  }
}

extension Value {
  /// The value, or the one that waits to be confirmed; nil when nothing is known.
  package var known: Value? {
    guard case .pending(let pending) = self else { return self }
    if case .toBeConfirmed(let value, _) = pending { return value }
    return nil
  }

  /// The first day of a day or a month; nil for a value that waits.
  package var firstDay: Day? {
    switch self {
    case .day(let day): day
    case .month(let month): Day(firstOf: month)
    case .partOfMonth(let part): Day(part.days.lowerBound, of: part.month)
    default: nil
    }
  }

  /// The last day of a day or a month.
  package var lastDay: Day? {
    switch self {
    case .day(let day): day
    case .month(let month): Day(lastOf: month)
    case .partOfMonth(let part): Day(part.days.upperBound, of: part.month)
    default: nil
    }
  }
}
