import Facts

extension Record {
  /// A record from its keys; a key whose value is nil is absent.
  init(values: KeyValuePairs<String, Value?>) {
    self.init()
    for (key, value) in values {
      if let value { self[key] = Fact(value) }
    }
  }

  /// This record with the keys of another, which win.
  func merging(_ other: Record) -> Record {
    Record(fields.merging(other.fields) { $1 })
  }
}

extension Value {
  static func records(_ records: [Record]) -> Value { .list(records.map { Fact(.record($0)) }) }

  static func texts(_ texts: [String]) -> Value { .list(texts.map { Fact(.text($0)) }) }
}
