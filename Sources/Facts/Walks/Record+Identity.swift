/// The indices of what is equal in two lists, the first with the first, the second with the second;
/// nil is like nothing.
public func twins<Key: Hashable>(
  _ before: [Key?], _ after: [Key?]
) -> [(first: Int, second: Int)] {
  var places: [Key: [Int]] = [:]
  for (index, key) in after.enumerated().reversed() {
    if let key { places[key, default: []].append(index) }
  }
  return before.enumerated().compactMap { index, key in
    key.flatMap { places[$0]?.popLast() }.map { (index, $0) }
  }
}

/// How the items of a list are told apart, and what people call them.
extension Record {
  /// The indices of the records that are the same in two lists, by the first field that identifies
  /// both, first with what tells records of one name apart; each stands in one pair at most.
  public static func matches(_ before: [Record], _ after: [Record]) -> [(Int, Int)] {
    let schema = before.first?.schema ?? after.first?.schema
    var pairs: [(Int, Int)] = []
    var (restA, restB) = (Array(before.indices), Array(after.indices))
    let fields = schema?.fields(.identifies) ?? []
    let qualifiers = schema?.fields(.qualifiesName) ?? []
    let keys =
      (qualifiers.isEmpty ? [] : fields.prefix(1).map { [$0] + qualifiers }) + fields.map { [$0] }
    for key in keys {
      let found = twins(
        restA.map { before[$0].comparable(key) }, restB.map { after[$0].comparable(key) }
      ).map { (restA[$0], restB[$1]) }
      pairs += found
      let (inA, inB) = (Set(found.map(\.0)), Set(found.map(\.1)))
      restA.removeAll { inA.contains($0) }
      restB.removeAll { inB.contains($0) }
    }
    return pairs
  }

  /// The values of some fields, the first of which is there; nil when it is not.
  private func comparable(_ fields: [Field]) -> [Value?]? {
    guard let first = fields.first, self[first.key] != nil else { return nil }
    return fields.map { self[$0.key]?.value.comparable }
  }

  fileprivate func says(sameAs other: Record) -> Bool {
    schema == other.schema
      && schema.fields.indices.allSatisfy { rank in
        switch (self[rank], other[rank]) {
        case (nil, nil): true
        case (let old?, let new?): old.says(sameAs: new)
        default: false
        }
      }
  }

  /// The code of the record where it has one, such as `depot`.
  public var code: String? {
    schema.fields(.identifies).lazy.filter { $0.type == .identifier }
      .compactMap { text(at: $0.key) }.first
  }

  /// What identifies the record: its surest field that is known.
  public var identity: Value? {
    schema.fields(.identifies).lazy.compactMap { self[$0.key]?.value }.first(where: \.isKnown)
  }

  /// The fields that say what people call the record: its name, and what qualifies it where it has
  /// both.
  public var nameFields: [Field] {
    guard let name = schema.fields(.names).first(where: { self[$0.key]?.value.isKnown ?? false })
    else { return [] }
    return [name] + schema.fields(.qualifiesName).filter { self[$0.key] != nil }
  }

  /// What people call the record, then what tells it from others of that name: « Grandir en milieu
  /// rural », « MSA Lorraine ».
  public var names: [String] {
    nameFields.compactMap { self[$0.key]?.value }.map { value in
      if case .name(let name) = value { name.noun } else { FrenchFormat.text(of: value) }
    }
  }
}

extension Fact {
  /// Whether both say the same, in the same order and from the same source, wherever it is written.
  public func says(sameAs other: Fact) -> Bool {
    source == other.source && value.says(sameAs: other.value)
  }
}

extension Value {
  /// Whether both are the same, facts inside in the same order, wherever they are written.
  public func says(sameAs other: Value) -> Bool {
    switch (self, other) {
    case (.record(let old), .record(let new)): old.says(sameAs: new)
    case (.list(let old), .list(let new)): old.elementsEqual(new) { $0.says(sameAs: $1) }
    default: self == other
    }
  }

  /// The value without places and sources; the items of a list in one order.
  public var comparable: Value {
    switch self {
    case .record(var record):
      for (field, fact) in record.facts { record[field.key] = Fact(fact.value.comparable) }
      return .record(record)
    case .list(let facts):
      return .list(
        facts.map { Fact($0.value.comparable) }
          .sorted { FrenchFormat.text(of: $0.value) < FrenchFormat.text(of: $1.value) })
    case .pending(.toBeConfirmed(let value, let last)):
      return .pending(.toBeConfirmed(value.comparable, last: last))
    default: return self
    }
  }
}
