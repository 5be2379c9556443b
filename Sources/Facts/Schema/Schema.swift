/// The keys that a record may have, in the order of the documentation and of every listing.
///
/// Declared once and shared: records refer to it, and keep their values in the order of its fields.
public final class Schema: Sendable {
  /// What the record is, in French, for messages: « un contact », « l'année ».
  public let name: String
  public let fields: [Field]
  public let rules: [FieldRule]
  /// The ranks of the fields that authors must write.
  public let required: [Int]
  private let keys: [String]
  /// Whether a reference stands in it, at any depth.
  let holdsReference: Bool
  private let indices: [String: Int]

  public init(_ name: String, _ fields: [Field], rules: [FieldRule] = []) {
    self.name = name
    self.fields = fields
    self.rules = rules
    required = fields.indices.filter { fields[$0].isRequired }
    holdsReference = fields.contains { $0.type.holdsReference }
    keys = fields.map(\.key)
    indices = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
  }

  public convenience init(
    _ name: String, rules: [FieldRule] = [], @Fields fields: () -> [Field]
  ) {
    self.init(name, fields(), rules: rules)
  }

  public subscript(key: String) -> Field? { index(of: key).map { fields[$0] } }

  /// The rank of a key among the fields.
  public func index(of key: String) -> Int? { indices[key] }

  /// A key, looked up once to be read by its rank.
  public func step(_ key: String) -> FactPath.Step? {
    index(of: key).map { FactPath.Step(schema: self, index: $0) }
  }

  /// The fields that have a trait, in their order.
  public func fields(_ trait: FieldTraits) -> [Field] { fields.filter { $0.has(trait) } }

  /// The path of a fact, known when the program is written.
  ///
  /// - Parameter dotted: `ps.plafond`; it enters records and references, never lists. A misspelt one
  ///   stops the program at its first use, which a test makes for all.
  public func path(_ dotted: String) -> FactPath {
    guard let path = findPath(dotted) else { preconditionFailure("\(name) has no « \(dotted) »") }
    return path
  }

  /// The path that a user wrote, which enters no lists either; nil when there is none.
  public func findPath(_ dotted: String) -> FactPath? {
    var steps: [FactPath.Step] = []
    for key in dotted.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      let schema = steps.last.map(\.field.type.schema) ?? self
      guard let step = schema?.step(key) else { return nil }
      steps.append(step)
    }
    return FactPath(steps)
  }

  /// Its keys and those of the records in it.
  public var allKeys: Set<String> {
    fields.reduce(into: []) { keys, field in
      keys.insert(field.key)
      if let schema = field.type.item.schema { keys.formUnion(schema.allKeys) }
    }
  }

  /// The rank of a key that is likely to be a rank or one soon after it: authors write keys in their
  /// order.
  public func index(of key: String, from rank: Int) -> Int? {
    keys[rank...].firstIndex(of: key) ?? indices[key]
  }
}

extension Schema: Hashable {
  public static func == (a: Schema, b: Schema) -> Bool {
    a === b || (a.name == b.name && a.fields == b.fields && a.rules == b.rules)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Fields one below the other, as a schema declares them.
@resultBuilder
public enum Fields {
  public static func buildBlock(_ fields: Field...) -> [Field] { fields }
}
