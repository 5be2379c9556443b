/// The facts of a schema, in the order of its fields. A key without fact is a fact that is absent.
public struct Record: Sendable, Hashable {
  public let schema: Schema
  private var slots: [Fact?]

  public init(_ schema: Schema) {
    self.schema = schema
    slots = Array(repeating: nil, count: schema.fields.count)
  }

  /// A record from its values; a key whose value is nil is absent.
  public init(_ schema: Schema, _ values: KeyValuePairs<FactPath, Value?>) {
    self.init(schema)
    for (path, value) in values { self[path] = value.map { Fact($0) } }
  }

  public subscript(index: Int) -> Fact? {
    get { slots[index] }
    set { slots[index] = newValue }
  }

  public func has(_ index: Int) -> Bool { slots[index] != nil }

  /// The fact of a key. Only a key of the schema can be set.
  public subscript(key: String) -> Fact? {
    get { schema.index(of: key).flatMap { slots[$0] } }
    set {
      guard let index = schema.index(of: key) else {
        preconditionFailure("\(schema.name) has no « \(key) »")
      }
      slots[index] = newValue
    }
  }

  /// The fact at a path; nil when a part of it is absent or waits. Setting it makes the records that
  /// are not there on the way.
  public subscript(path: FactPath) -> Fact? {
    get {
      var fact = self[path.steps[0]]
      for step in path.steps.dropFirst() {
        guard let record = fact?.value.record else { return nil }
        fact = record[step]
      }
      return fact
    }
    set { set(newValue, at: path.steps[...]) }
  }

  private mutating func set(_ fact: Fact?, at steps: ArraySlice<FactPath.Step>) {
    guard let step = steps.first else { return }
    guard let next = steps.dropFirst().first else {
      self[step.field.key] = fact
      return
    }
    let outer = self[step]
    var inner = outer?.value.record ?? Record(next.schema)
    inner.set(fact, at: steps.dropFirst())
    self[step.field.key] = Fact(.record(inner), place: outer?.place)
  }

  /// The fact of a key that was looked up. A record of another schema, which only tests make, is
  /// read by its keys.
  public subscript(step: FactPath.Step) -> Fact? {
    schema === step.schema ? slots[step.index] : self[step.field.key]
  }

  /// The value alone of a key that was looked up.
  public func value(_ step: FactPath.Step) -> Value? {
    schema === step.schema ? slots[step.index]?.value : self[step.field.key]?.value
  }

  /// Whether a value waits, at any depth.
  public var waits: Bool { slots.contains { $0?.value.waits == true } }

  public var isEmpty: Bool { slots.allSatisfy { $0 == nil } }

  /// The facts that are there with their fields, in the order of the schema.
  public var facts: [(field: Field, fact: Fact)] {
    slots.indices.compactMap { index in slots[index].map { (schema.fields[index], $0) } }
  }
}

/// Values of one type, read where a user's word or a schema says.
extension Record {
  /// The fact at a dotted path such as `ps.plafond`; nil when a part is absent or is no record.
  public func fact(at path: String) -> Fact? {
    let parts = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fact = self[String(parts[0])]
    return parts.count == 1 ? fact : fact?.value.record?.fact(at: String(parts[1]))
  }

  public func text(at path: String) -> String? { fact(at: path)?.value.text }

  /// The records of a list; items that are no record are passed over.
  public func records(at path: String) -> [Record] {
    (fact(at: path)?.value.items ?? []).compactMap(\.value.record)
  }
}

/// Values of one type, where the program says.
extension Record {
  public func value(_ path: FactPath) -> Value? {
    var value = value(path.steps[0])
    for step in path.steps.dropFirst() { value = value?.record?.value(step) }
    return value
  }

  public func text(_ path: FactPath) -> String? { value(path)?.text }

  public func name(_ path: FactPath) -> Name? {
    if case .name(let name)? = value(path) { name } else { nil }
  }

  public func day(_ path: FactPath) -> Day? {
    if case .day(let day)? = value(path) { day } else { nil }
  }

  public func schoolYear(_ path: FactPath) -> SchoolYear? {
    if case .schoolYear(let year)? = value(path) { year } else { nil }
  }

  public func amount(_ path: FactPath) -> Amount? {
    if case .amount(let amount)? = value(path) { amount } else { nil }
  }

  /// Whether a yes-or-no value is there and is « oui ».
  public func isTrue(_ path: FactPath) -> Bool {
    if case .boolean(true)? = value(path) { true } else { false }
  }

  public func record(_ path: FactPath) -> Record? { value(path)?.record }

  /// The items of a list; none when it is absent or waits.
  public func list(_ path: FactPath) -> [Fact] { value(path)?.items ?? [] }

  public func records(_ path: FactPath) -> [Record] { list(path).compactMap(\.value.record) }

  public func texts(_ path: FactPath) -> [String] { list(path).compactMap(\.value.text) }
}

extension Value {
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  public var record: Record? { if case .record(let record) = self { record } else { nil } }

  public var items: [Fact]? { if case .list(let facts) = self { facts } else { nil } }

  /// Whether the value waits, or one in it.
  fileprivate var waits: Bool {
    switch self {
    case .pending: true
    case .record(let record): record.waits
    case .list(let items): items.contains { $0.value.waits }
    default: false
    }
  }

  /// Whether the value does not wait.
  public var isKnown: Bool { if case .pending = self { false } else { true } }
}

extension Record {
  /// What tells it from the others of its list in a path: its code, else its name when it has the first of
  /// those that its schema provides for.
  public var exactName: String? {
    if let code { return code }
    return schema.fields(.names).first.flatMap { self[$0.key] }
      .map { FrenchFormat.text(of: $0.value) }
  }
}
