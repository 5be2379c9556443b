/// The one way through the facts of a record: each fact before those inside it, in the order of the
/// schema and of lists.
extension Record {
  /// Calls the body with each fact. What a reference means stands elsewhere: it is not entered.
  public func forEachFact(_ body: (Fact, FactContext) -> Void) {
    for (field, fact) in facts { Record.visit(fact, FactContext(field, of: self), body) }
  }

  private static func visit(
    _ fact: Fact, _ context: FactContext, _ body: (Fact, FactContext) -> Void
  ) {
    body(fact, context)
    switch (context.type, fact.value) {
    case (.reference, _): break
    case (_, .record(let record)):
      for (field, fact) in record.facts { visit(fact, context.inside(field, of: record), body) }
    case (_, .list(let items)):
      let inner = context.items(context.type.item)
      for item in items { visit(item, inner, body) }
    default: break
    }
  }

  /// The record with each fact changed, then those inside what it became; a fact for which the body
  /// returns nil is left out.
  ///
  /// - Parameter types: what is to be changed; facts of other types are shared with this record.
  public func mapFacts(
    _ types: (FactType) -> Bool = { _ in true }, _ body: (Fact, FactContext) -> Fact?
  ) -> Record {
    mapFacts({ FactContext($0, of: self) }, types, body)
  }

  private func mapFacts(
    _ context: (Field) -> FactContext, _ types: (FactType) -> Bool,
    _ body: (Fact, FactContext) -> Fact?
  ) -> Record {
    var record = self
    for (index, field) in schema.fields.enumerated() where types(field.type) {
      guard let fact = self[index] else { continue }
      record[index] = Record.mapped(fact, context(field), types, body)
    }
    return record
  }

  private static func mapped(
    _ fact: Fact, _ context: FactContext, _ types: (FactType) -> Bool,
    _ body: (Fact, FactContext) -> Fact?
  ) -> Fact? {
    guard var fact = body(fact, context) else { return nil }
    switch (context.type, fact.value) {
    case (.reference, _): break
    case (_, .record(let record)):
      fact.value = .record(record.mapFacts({ context.inside($0, of: record) }, types, body))
    case (_, .list(let items)):
      let inner = context.items(context.type.item)
      fact.value = .list(items.compactMap { mapped($0, inner, types, body) })
    default: break
    }
    return fact
  }
}

extension FactType {
  /// The type of the items of a list; of anything else, itself.
  public var item: FactType { if case .list(let item) = self { item } else { self } }
}

extension Record {
  /// A required field without fact, and where it should be.
  public struct Missing {
    public let field: Field
    public let path: String
    /// The path of the record that lacks it; empty at the root.
    public let parent: String
  }

  /// What is required and absent at a field of the root and in the records below it; lists are not
  /// entered, since their items were read whole.
  public func missing(_ field: Field) -> [Missing] { missing(field, below: "") }

  private func missing(_ field: Field, below parent: String) -> [Missing] {
    let path = parent.isEmpty ? field.key : parent + "." + field.key
    guard let fact = self[field.key] else {
      return field.isRequired ? [Missing(field: field, path: path, parent: parent)] : []
    }
    guard case .record = field.type, let record = fact.value.record else { return [] }
    return record.schema.fields.flatMap { record.missing($0, below: path) }
  }

  /// The record with each fact that holds no others changed, beside the fact at the same place of
  /// another record; items of lists are matched by what identifies them.
  public func mapFacts(beside twin: Record?, _ body: (Fact, Fact?) -> Fact) -> Record {
    var record = self
    for (index, field) in schema.fields.enumerated() {
      guard let fact = self[index] else { continue }
      record[index] = Record.mapped(fact, beside: twin?[field.key], body)
    }
    return record
  }

  private static func mapped(
    _ fact: Fact, beside twin: Fact?, _ body: (Fact, Fact?) -> Fact
  ) -> Fact {
    var result = fact
    switch fact.value {
    case .record(let record):
      result.value = .record(record.mapFacts(beside: twin?.value.record, body))
    case .list(let items):
      let records = items.compactMap(\.value.record)
      // A list holds records or plain values, never both; only records are matched.
      let others = (twin?.value.items ?? []).compactMap(\.value.record)
      let pairs = Dictionary(
        uniqueKeysWithValues: matches(others, records).map { ($0.1, others[$0.0]) })
      result.value = .list(
        items.enumerated().map { index, item in
          mapped(item, beside: pairs[index].map { Fact(.record($0)) }, body)
        })
    default: return body(fact, twin)
    }
    return result
  }
}
