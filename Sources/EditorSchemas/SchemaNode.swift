import Configuration
import Diagnostics
import Facts
import Publication

/// The keywords of one JSON Schema, made from the declarations by which the program reads files.
///
/// It never refuses what the program takes; what it cannot say (whether a date exists, whether two
/// figures agree) is left to `cadrage check`.
struct SchemaNode {
  /// How one kind of file is written.
  struct Manner {
    /// Amounts need no unit there, and `true` is as good as `oui`.
    var isScenario = false
    /// Whether figures are written with their source.
    var isSourced = false
    /// Whether a record is whole here; records of a note's root may be completed by other files.
    var isWhole = true
  }

  var members: [(key: String, value: JSON)]

  init(_ members: KeyValuePairs<String, JSON>) {
    self.members = members.map { ($0.key, $0.value) }
  }

  var json: JSON { .members(members, .lines) }

  mutating func add(_ key: String, _ value: JSON) { members.append((key, value)) }

  // MARK: - Files

  /// The keys of the root that a file of a note's facts may hold.
  static func noteFile(_ file: NoteFile) -> SchemaNode {
    let keys = NoteSchema.keys.filter { $0.files.contains(file) }
    return object(
      keys.map { key in
        var manner = Manner()
        manner.isWhole = key.files.count == 1
        return (key.field, manner)
      },
      required: keys.filter { $0.field.isRequired && $0.files.count == 1 }.map(\.field.key))
  }

  /// The head of the pair of a published note, around facts that nobody writes by hand.
  static var published: SchemaNode {
    var node = record(PublicationSchema.header)
    let own: [(key: String, value: JSON)] = [
      (PublicationSchema.fingerprint, .members([(key: "type", value: .string("string"))])),
      (PublicationSchema.facts, .members([(key: "type", value: .string("object"))])),
    ]
    node.members = node.members.map { member in
      guard member.key == "properties", case .members(let fields, let layout) = member.value else {
        return member
      }
      return (member.key, .members(fields + own, layout))
    }
    return node
  }

  static func list(of schema: Schema) -> SchemaNode {
    SchemaNode(["type": .string("array"), "items": record(schema).json])
  }

  static func record(_ schema: Schema, _ manner: Manner = Manner()) -> SchemaNode {
    var node = object(
      schema.fields.map { ($0, manner) },
      required: manner.isWhole ? schema.required.map { schema.fields[$0].key } : [])
    // Which funders a department has is not known here.
    if schema.fields.isEmpty {
      node.members.removeAll { $0.key == "additionalProperties" }
    }
    let rules = manner.isWhole ? schema.rules.compactMap(rule) : []
    if !rules.isEmpty { node.add("allOf", .list(rules.map(\.json), .lines)) }
    return node
  }

  private static func object(
    _ fields: [(field: Field, manner: Manner)], required: [String]
  ) -> SchemaNode {
    var node = SchemaNode([
      "type": .string("object"),
      "properties": .members(
        fields.map { ($0.field.key, field($0.field, $0.manner).json) }, .lines),
    ])
    if !required.isEmpty { node.add("required", .list(required.map { .string($0) })) }
    node.add("additionalProperties", .boolean(false))
    return node
  }

  // MARK: - Keys

  private static func field(_ field: Field, _ manner: Manner) -> SchemaNode {
    var node = SchemaNode(["title": .string(field.label)])
    if !field.help.isEmpty { node.add("description", .string(field.help)) }
    node.members += value(field.type, field, manner).members
    return node
  }

  private static func value(_ type: FactType, _ field: Field, _ manner: Manner) -> SchemaNode {
    var inner = manner
    inner.isSourced = manner.isSourced || field.has(.sourced)
    switch type {
    case .record(let schema) where field.has(.orYesOrNo):
      return any([ValueSchema(.boolean, manner).node, record(schema, manner)])
    case .record(let schema): return record(schema, inner)
    case .list(let item):
      inner.isWhole = true
      return SchemaNode([
        "type": .string("array"), "items": value(item, field, inner).json,
      ])
    default:
      let value = ValueSchema(type, manner, mayWait: field.mayBePending).node
      guard manner.isSourced else { return value }
      let waits = [SchemaNode(["enum": .list(ValueSchema.bareWords.map { .string($0) })])]
      return any([figure(value)] + (field.mayBePending ? waits : []))
    }
  }

  /// A value with the document that states it.
  private static func figure(_ value: SchemaNode) -> SchemaNode {
    let schema = FileSchemas.Figure.schema
    var node = record(schema)
    let properties = schema.fields.map { field in
      (field.key, field.key == FileSchemas.Figure.value.text ? value : Self.field(field, Manner()))
    }
    node.members = node.members.map { member in
      guard member.key == "properties" else { return member }
      return (member.key, .members(properties.map { ($0.0, $0.1.json) }, .lines))
    }
    return node
  }

  static func any(_ nodes: [SchemaNode]) -> SchemaNode {
    nodes.count == 1 ? nodes[0] : SchemaNode(["anyOf": .list(nodes.map(\.json), .lines)])
  }

  // MARK: - What holds between the keys of a record

  private static func rule(_ rule: FieldRule) -> SchemaNode? {
    switch rule {
    case .oneForm(let forms, _):
      return SchemaNode(["oneOf": .list(forms.map { any($0.map(required)).json }, .lines)])
    case .anyOf(let keys): return any(keys.map(required))
    case .textFor(let text, let key, let texts):
      return unless(key, is: texts.names, required(text))
    case .needs(let key, let other, let value, _, _):
      return unless(other, is: [value], required(key))
    case .never(let key, let words, _):
      return properties(
        key, SchemaNode(["not": SchemaNode(["enum": .list(words.map { .string($0) })]).json]))
    case .onDay(let key, let days):
      return SchemaNode(["if": required(key).json, "then": any(days.map(required)).json])
    // Dates are compared by the program.
    case .inOrder: return nil
    }
  }

  private static func required(_ key: String) -> SchemaNode {
    SchemaNode(["required": .list([.string(key)])])
  }

  private static func properties(_ key: String, _ node: SchemaNode) -> SchemaNode {
    SchemaNode(["properties": .members([(key, node.json)])])
  }

  /// What holds when a key is written and is none of these words.
  private static func unless(
    _ key: String, is words: [String], _ consequence: SchemaNode
  ) -> SchemaNode {
    var condition = properties(
      key, SchemaNode(["not": SchemaNode(["enum": .list(words.map { .string($0) })]).json]))
    condition.members += required(key).members
    return SchemaNode(["if": condition.json, "then": consequence.json])
  }
}
