import Facts

extension Record {
  /// A record from its keys; a key whose value is nil is absent.
  init(values: KeyValuePairs<String, Value?>) {
    self.init(
      Dictionary(
        uniqueKeysWithValues: values.compactMap { key, value in value.map { (key, Fact($0)) } }))
  }

  /// This record with the keys of another, which win.
  func merging(_ other: Record) -> Record {
    Record(
      Dictionary(
        facts.map { ($0.field.key, $0.fact) } + other.facts.map { ($0.field.key, $0.fact) }
      ) { $1 })
  }
}

extension Value {
  static func records(_ records: [Record]) -> Value { .list(records.map { Fact(.record($0)) }) }

  static func texts(_ texts: [String]) -> Value { .list(texts.map { Fact(.text($0)) }) }
}
