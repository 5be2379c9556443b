public import Facts

extension Record {
  /// The record in the order of a schema, those inside it too.
  public func conforming(to schema: Schema) -> Record {
    var record = Record(schema)
    for field in schema.fields {
      guard let fact = self[field.key] else { continue }
      record[field.key] = Fact(
        fact.value.conforming(to: field.type), place: fact.place, source: fact.source)
    }
    return record
  }
}

extension Value {
  fileprivate func conforming(to type: FactType) -> Value {
    switch (self, type) {
    case (.record(let record), _):
      type.schema.map { .record(record.conforming(to: $0)) } ?? self
    case (.list(let items), .list(let item)):
      .list(items.map { Fact($0.value.conforming(to: item), place: $0.place, source: $0.source) })
    default: self
    }
  }
}
